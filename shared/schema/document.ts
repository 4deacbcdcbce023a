import type { AssetId, NodeId } from '../ids/ids.ts';

/**
 * The text of a Leitbild as JSON, in ProseMirror's form (`type`, `attrs`, `content`, `marks`). The schema in
 * `leitbild-schema.ts` says what may stand where; these types say the same to the compiler.
 * `content` is absent where a node has none, as ProseMirror writes it.
 */
export interface LeitbildDocument {
  readonly type: 'leitbild';
  readonly content?: readonly (Foreword | Preface | Chapter)[];
}

/** What every node carries that can be pointed at. */
export interface Identity {
  readonly id: NodeId;
  /** Ids of the nodes this one came from: the other half of a split, the parts of a merger. Empty if it is its own origin. */
  readonly origins: readonly NodeId[];
}

/** Grußwort: opens with a salutation or a heading, ends with who signed it. */
export interface Foreword {
  readonly type: 'foreword';
  readonly attrs: Identity & { readonly portrait: AssetId | null };
  readonly content?: readonly (Heading | Block | Signature)[];
}

/** An unnumbered section before or between the chapters. */
export interface Preface {
  readonly type: 'preface';
  readonly attrs: Identity;
  readonly content?: readonly (Heading | Block)[];
}

export interface Chapter {
  readonly type: 'chapter';
  readonly attrs: Identity;
  readonly content?: readonly (Heading | Block | Section | ActionField | GoalGroup | Participants)[];
}

export interface Section {
  readonly type: 'section';
  readonly attrs: Identity;
  readonly content?: readonly (Heading | Block | Section | ActionField | GoalGroup)[];
}

/** Handlungsfeld. May hold further fields, where a profile has more levels. */
export interface ActionField {
  readonly type: 'actionField';
  readonly attrs: Identity;
  readonly content?: readonly (Heading | Block | GoalGroup | ActionField)[];
}

/** Goals of one kind under one heading; the heading holds only the label ("Arbeit"), the kind's name is the profile's. */
export interface GoalGroup {
  readonly type: 'goalGroup';
  readonly attrs: Identity & {
    /** Id of a goal kind of the profile. */
    readonly kind: string;
  };
  readonly content?: readonly (Heading | Goal)[];
}

/** Leitziel, Teilziel or whatever the group's kind says. May hold a group of goals of the next kind. */
export interface Goal {
  readonly type: 'goal';
  readonly attrs: Identity;
  readonly content?: readonly (Paragraph | Subpoint | GoalGroup)[];
}

/** Unterpunkt. */
export interface Subpoint {
  readonly type: 'subpoint';
  readonly attrs: Identity;
  readonly content?: readonly (Paragraph | Subpoint)[];
}

/** Where the participating institutions are printed; the names come from the register. */
export interface Participants {
  readonly type: 'participants';
  readonly attrs: Identity;
}

export interface Signature {
  readonly type: 'signature';
  readonly content?: readonly (SignatureName | SignatureOffice)[];
}

export interface SignatureName {
  readonly type: 'signatureName';
  readonly content?: readonly Inline[];
}

export interface SignatureOffice {
  readonly type: 'signatureOffice';
  readonly content?: readonly Inline[];
}

/** The heading of the node it stands in; its level is that node's depth. */
export interface Heading {
  readonly type: 'heading';
  readonly content?: readonly Inline[];
}

export type Block = Paragraph | BulletList | OrderedList;

export interface Paragraph {
  readonly type: 'paragraph';
  readonly attrs: Identity;
  readonly content?: readonly Inline[];
}

export interface BulletList {
  readonly type: 'bulletList';
  readonly content?: readonly ListItem[];
}

export interface OrderedList {
  readonly type: 'orderedList';
  readonly attrs: {
    /** Number of the first item. */
    readonly start: number;
  };
  readonly content?: readonly ListItem[];
}

export interface ListItem {
  readonly type: 'listItem';
  readonly attrs: Identity;
  readonly content?: readonly Block[];
}

export type Inline = Text | Footnote | Reference | HardBreak;

export interface Text {
  readonly type: 'text';
  readonly text: string;
  readonly marks?: readonly Mark[];
}

/** Fußnote: stands where its mark is printed, and holds its own content. Its number is computed. */
export interface Footnote {
  readonly type: 'footnote';
  readonly attrs: Identity;
  readonly content?: readonly (Text | Reference | HardBreak)[];
}

/** Prints what its target is called today. */
export interface Reference {
  readonly type: 'reference';
  readonly attrs: {
    readonly target: NodeId;
    /** `number` prints "6.3", `label` "Handlungsfeld 6.3", `title` the target's heading. */
    readonly form: ReferenceForm;
  };
}

export type ReferenceForm = 'number' | 'label' | 'title';

export interface HardBreak {
  readonly type: 'hardBreak';
}

export type Mark =
  | { readonly type: 'strong' }
  | { readonly type: 'emphasis' }
  | {
      readonly type: 'link';
      readonly attrs: {
        /** An absolute http, https or mailto address. */
        readonly href: string;
      };
    };

export type LeitbildNode =
  | LeitbildDocument
  | Foreword
  | Preface
  | Chapter
  | Section
  | ActionField
  | GoalGroup
  | Goal
  | Subpoint
  | Participants
  | Signature
  | SignatureName
  | SignatureOffice
  | Heading
  | Paragraph
  | BulletList
  | OrderedList
  | ListItem
  | Text
  | Footnote
  | Reference
  | HardBreak;

/** A node that carries an id and can be pointed at. */
export type IdentifiedNode = Extract<LeitbildNode, { readonly attrs: Identity }>;
export type NodeType = LeitbildNode['type'];
