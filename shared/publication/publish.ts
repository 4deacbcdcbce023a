import type { EditionAsset, Publishable } from '../editions/edition.ts';
import type { AssetId, NodeId } from '../ids/ids.ts';
import type {
  ActionField,
  Block,
  Chapter,
  Foreword,
  Goal,
  GoalGroup,
  Inline,
  LeitbildDocument,
  ListItem,
  Mark,
  Preface,
  Section,
  Subpoint,
} from '../schema/document.ts';
import { goalKindOf, type Profile } from '../schema/profile.ts';
import { childrenOf, headingOf, plainText } from '../schema/walk.ts';
import { numberDocument, type Numbering } from '../text/numbering.ts';
import { publicationLabels } from './publication-labels.ts';
import type {
  Publication,
  PublishedAsset,
  PublishedBlock,
  PublishedFootnote,
  PublishedGoal,
  PublishedGoalGroup,
  PublishedPart,
  PublishedSection,
  PublishedSubpoint,
  Run,
} from './publication.ts';
import { createReferenceTexts, type ReferenceTexts } from './reference-text.ts';

/** Resolves a draft or an edition into what its readers see (rules PUB1 to PUB6). */
export function publish(source: Publishable): Publication {
  const content = source.state === 'edition' ? source.edition.content : source.content;
  const publisher = new Publisher(content.document, content.profile, content.assets, content.participants);
  return {
    state: source.state,
    title: content.title,
    subtitle: content.subtitle,
    municipality: content.municipality,
    label: source.state === 'edition' ? source.edition.content.label : '',
    language: content.profile.language,
    adoption: source.state === 'edition' ? source.edition.content.adoption : null,
    createdAt: source.state === 'edition' ? source.edition.content.frozenAt : source.takenAt,
    hash: source.state === 'edition' ? source.edition.hash : null,
    logo: publisher.asset(content.logo),
    labels: publicationLabels[content.profile.language],
    parts: publisher.parts(),
    footnotes: publisher.footnotes,
  };
}

class Publisher {
  readonly footnotes: PublishedFootnote[] = [];
  private readonly document: LeitbildDocument;
  private readonly profile: Profile;
  private readonly assets: ReadonlyMap<AssetId, PublishedAsset>;
  private readonly participantNames: readonly string[];
  private readonly numbering: Numbering;
  private readonly references: ReferenceTexts;

  constructor(
    document: LeitbildDocument,
    profile: Profile,
    assets: readonly EditionAsset[],
    participants: readonly { readonly name: string }[],
  ) {
    this.document = document;
    this.profile = profile;
    this.assets = new Map(assets.map((asset) => [asset.id, asset]));
    this.participantNames = participants.map(({ name }) => name);
    this.numbering = numberDocument(document, profile);
    this.references = createReferenceTexts(document, profile, this.numbering);
  }

  asset(id: AssetId | null): PublishedAsset | null {
    return id === null ? null : (this.assets.get(id) ?? null);
  }

  parts(): PublishedPart[] {
    return (this.document.content ?? []).map((part) =>
      part.type === 'foreword' ? this.foreword(part) : this.section(part, 1),
    );
  }

  private foreword(node: Foreword): PublishedPart {
    const signature = node.content?.find((child) => child.type === 'signature');
    const name = signature?.content?.find((line) => line.type === 'signatureName');
    const heading = headingOf(node);
    const signedBy = plainText(name?.content ?? []).trim();
    const label = this.profile.labels.foreword;
    return {
      type: 'foreword',
      id: node.attrs.id,
      title: plainText(heading).trim() || (signedBy ? `${label} – ${signedBy}` : label),
      heading: this.runs(heading),
      portrait: this.asset(node.attrs.portrait),
      blocks: (node.content ?? []).flatMap((child) =>
        child.type === 'heading' || child.type === 'signature' ? [] : [this.block(child)],
      ),
      signature: signature
        ? {
            name: this.runs(name?.content ?? []),
            offices: (signature.content ?? [])
              .filter((line) => line.type === 'signatureOffice')
              .map((line) => this.runs(line.content ?? [])),
          }
        : null,
    };
  }

  private section(node: Preface | Chapter | Section | ActionField, level: number): PublishedSection {
    const heading = headingOf(node);
    return {
      type: 'section',
      id: node.attrs.id,
      kind: node.type,
      level,
      number: this.numbering.get(node.attrs.id)?.full ?? '',
      heading: this.runs(heading),
      title: this.spokenText(heading),
      blocks: (node.content ?? []).flatMap((child): PublishedSection['blocks'] => {
        switch (child.type) {
          case 'heading':
            return [];
          case 'section':
          case 'actionField':
            return [this.section(child, level + 1)];
          case 'goalGroup':
            return [this.goalGroup(child, level + 1)];
          case 'participants':
            return [{ type: 'participants', id: child.attrs.id, names: this.participantNames }];
          default:
            return [this.block(child)];
        }
      }),
    };
  }

  private block(node: Block): PublishedBlock {
    switch (node.type) {
      case 'paragraph':
        return { type: 'paragraph', id: node.attrs.id, runs: this.runs(node.content ?? []) };
      case 'bulletList':
        return { type: 'bulletList', items: this.items(node.content ?? []) };
      case 'orderedList':
        return { type: 'orderedList', start: node.attrs.start, items: this.items(node.content ?? []) };
    }
  }

  private items(items: readonly ListItem[]): { id: NodeId; blocks: PublishedBlock[] }[] {
    return items.map((item) => ({
      id: item.attrs.id,
      blocks: (item.content ?? []).map((block) => this.block(block)),
    }));
  }

  private goalGroup(node: GoalGroup, level: number): PublishedGoalGroup {
    const kind = goalKindOf(this.profile, node.attrs.kind);
    const goals = (node.content ?? []).filter((child) => child.type === 'goal');
    const label = this.spokenText(headingOf(node));
    const name = (goals.length === 1 && label === '' ? kind?.singular : kind?.plural) ?? node.attrs.kind;
    return {
      type: 'goalGroup',
      id: node.attrs.id,
      kind: node.attrs.kind,
      rank: kind?.rank ?? 1,
      title: label === '' ? name : `${name} ${label}`,
      level,
      goals: goals.map((goal) => this.goal(goal, level)),
    };
  }

  private goal(node: Goal, level: number): PublishedGoal {
    const number = this.numbering.get(node.attrs.id);
    return {
      id: node.attrs.id,
      number: number?.full ?? '',
      shortNumber: number?.short ?? '',
      kindName: this.references.labelOf(node.attrs.id),
      paragraphs: this.paragraphs(node),
      subpoints: this.subpoints(node),
      groups: (node.content ?? [])
        .filter((child) => child.type === 'goalGroup')
        .map((group) => this.goalGroup(group, level + 1)),
    };
  }

  private subpoints(node: Goal | Subpoint): PublishedSubpoint[] {
    return childrenOf(node)
      .filter((child) => child.type === 'subpoint')
      .map((subpoint) => {
        const number = this.numbering.get(subpoint.attrs.id);
        return {
          id: subpoint.attrs.id,
          number: number?.full ?? '',
          shortNumber: number?.short ?? '',
          paragraphs: this.paragraphs(subpoint),
          subpoints: this.subpoints(subpoint),
        };
      });
  }

  private paragraphs(node: Goal | Subpoint): Run[][] {
    return childrenOf(node)
      .filter((child) => child.type === 'paragraph')
      .map((paragraph) => this.runs(paragraph.content ?? []));
  }

  private runs(content: readonly Inline[]): Run[] {
    return content.map((node, index): Run => {
      switch (node.type) {
        case 'text':
          return {
            type: 'text',
            text: node.text,
            ...emphasisOf(node.marks),
            href: hrefOf(node.marks),
          };
        case 'footnote': {
          const footnote = {
            id: node.attrs.id,
            number: this.numbering.get(node.attrs.id)?.short ?? '*',
            runs: this.runs(node.content ?? []),
          };
          this.footnotes.push(footnote);
          return { type: 'footnote', ...footnote };
        }
        case 'reference': {
          const text = this.references.textOf(node.attrs.target, node.attrs.form);
          return {
            type: 'reference',
            target: text === null ? null : node.attrs.target,
            text: text ?? publicationLabels[this.profile.language].missingReference,
            ...emphasisAround(content, index),
          };
        }
        case 'hardBreak':
          return { type: 'break' };
      }
    });
  }

  /** Inline content as one line of words, with references resolved and footnotes left out. */
  private spokenText(content: readonly Inline[]): string {
    return content
      .map((node) => {
        if (node.type === 'text') return node.text;
        if (node.type === 'reference')
          return this.references.textOf(node.attrs.target, node.attrs.form) ?? '';
        return node.type === 'hardBreak' ? ' ' : '';
      })
      .join('')
      .replaceAll(/\s+/g, ' ')
      .trim();
  }
}

function emphasisOf(marks: readonly Mark[] | undefined): { strong: boolean; emphasis: boolean } {
  return {
    strong: marks?.some((mark) => mark.type === 'strong') ?? false,
    emphasis: marks?.some((mark) => mark.type === 'emphasis') ?? false,
  };
}

/** A reference carries no marks; it is set like the text around it where both sides agree. */
function emphasisAround(content: readonly Inline[], index: number): { strong: boolean; emphasis: boolean } {
  const sides = [content[index - 1], content[index + 1]].flatMap((node) =>
    node?.type === 'text' ? [emphasisOf(node.marks)] : [],
  );
  const all = (key: 'strong' | 'emphasis'): boolean => sides.length > 0 && sides.every((side) => side[key]);
  return { strong: all('strong'), emphasis: all('emphasis') };
}

function hrefOf(marks: readonly Mark[] | undefined): string | null {
  return marks?.find((mark) => mark.type === 'link')?.attrs.href ?? null;
}
