import type { Node } from '@tiptap/pm/model';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { goalKindOf, type Profile } from '../../../shared/schema/profile.ts';
import type { TextFacts } from './text-facts.ts';

export type OutlineType =
  'foreword' | 'preface' | 'chapter' | 'section' | 'actionField' | 'goalGroup' | 'goal' | 'participants';

/** One line of the outline. */
export interface OutlineEntry {
  readonly id: NodeId;
  readonly type: OutlineType;
  /** As it stands beside the node ("6.4", "L1"); empty where it has none. */
  readonly number: string;
  /** Fit for quoting ("6.4.L1"); empty where it has none. */
  readonly fullNumber: string;
  /** What it is called: "Kapitel", "Leitziel", "Teilziele". */
  readonly label: string;
  /** Its heading, the beginning of a goal's text, or by whom a foreword is signed; empty where there is none. */
  readonly title: string;
  /** 0 for what stands at the top. */
  readonly depth: number;
  /** The entry above, `null` at the top. */
  readonly parent: NodeId | null;
  /** Id of the goal kind, of goals and their groups. */
  readonly kind: string | null;
}

const TYPES: ReadonlySet<string> = new Set<OutlineType>([
  'foreword',
  'preface',
  'chapter',
  'section',
  'actionField',
  'goalGroup',
  'goal',
  'participants',
]);
const TITLE_LENGTH = 90;

/** The outline of a document in its order: parts, groups and goals. */
export function outlineOf(doc: Node, profile: Profile, facts: TextFacts): readonly OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  const visit = (node: Node, depth: number, parent: NodeId | null, kind: string | null): void => {
    node.forEach((child) => {
      if (!TYPES.has(child.type.name)) return;
      const id = child.attrs['id'] as NodeId | null;
      if (id === null) return;
      const type = child.type.name as OutlineType;
      const own = type === 'goalGroup' ? String(child.attrs['kind']) : type === 'goal' ? kind : null;
      const number = facts.numberOf(id);
      entries.push({
        id,
        type,
        number: number?.short ?? '',
        fullNumber: number?.full ?? '',
        label: labelOf(type, own, profile),
        title: titleOf(child) || signedTitle(child, profile),
        depth,
        parent,
        kind: own,
      });
      visit(child, depth + 1, id, own);
    });
  };
  visit(doc, 0, null, null);
  return entries;
}

/** Whether two outlines say the same, so that nothing that shows one need be drawn anew. */
export function isSameOutline(one: readonly OutlineEntry[], other: readonly OutlineEntry[]): boolean {
  return (
    one.length === other.length &&
    one.every((entry, index) => {
      const beside = other[index];
      return beside !== undefined && FIELDS.every((field) => entry[field] === beside[field]);
    })
  );
}

const FIELDS = [
  'id',
  'type',
  'number',
  'fullNumber',
  'label',
  'title',
  'depth',
  'parent',
  'kind',
] as const satisfies readonly (keyof OutlineEntry)[];

/** What a node is called in this profile; of a group the plural of its goals. */
function labelOf(type: OutlineType, kind: string | null, profile: Profile): string {
  if (type === 'goalGroup') return goalKindOf(profile, kind ?? '')?.plural ?? kind ?? '';
  if (type === 'goal') return goalKindOf(profile, kind ?? '')?.singular ?? kind ?? '';
  return profile.labels[type];
}

function titleOf(node: Node): string {
  const first = node.firstChild;
  if (!first?.isTextblock) return '';
  if (node.type.name !== 'goal' && first.type.name !== 'heading') return '';
  const words = wordsOf(first);
  return words.length > TITLE_LENGTH ? `${words.slice(0, TITLE_LENGTH).trimEnd()} …` : words;
}

/** What a foreword without a heading is called: by whom it is signed. Empty for all else. */
function signedTitle(node: Node, profile: Profile): string {
  if (node.type.name !== 'foreword') return '';
  const signature = node.lastChild;
  if (signature?.type.name !== 'signature' || !signature.firstChild) return '';
  const name = wordsOf(signature.firstChild);
  return name === '' ? '' : `${profile.labels.foreword}: ${name}`;
}

/** The words of a block of text without its footnotes. */
function wordsOf(block: Node): string {
  let words = '';
  block.forEach((child) => {
    if (child.isText) words += child.text ?? '';
    else if (child.type.name === 'hardBreak') words += ' ';
  });
  return words.trim();
}
