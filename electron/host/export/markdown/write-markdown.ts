import type { DocumentHeader } from '../../../../shared/editions/edition.ts';
import type { NodeId } from '../../../../shared/ids/ids.ts';
import { publicationLabels } from '../../../../shared/publication/publication-labels.ts';
import { createReferenceTexts } from '../../../../shared/publication/reference-text.ts';
import type {
  Footnote,
  GoalGroup,
  Inline,
  LeitbildDocument,
  LeitbildNode,
} from '../../../../shared/schema/document.ts';
import { goalKindOf, type Profile } from '../../../../shared/schema/profile.ts';
import { childrenOf, headingOf, walk } from '../../../../shared/schema/walk.ts';
import { numberDocument } from '../../../../shared/text/numbering.ts';
import { attributeList } from './attribute-list.ts';
import { writeInline, type InlinePlace, type InlineWriter } from './write-inline.ts';

/** What the Markdown of an edition or draft is written from; an `EditionContent` has all of it. */
export interface MarkdownContent extends DocumentHeader {
  readonly document: LeitbildDocument;
  readonly profile: Profile;
  readonly participants: readonly { readonly name: string }[];
}

/**
 * Writes a Leitbild in the dialect of this folder's README (rules MDN1 to MDN4).
 * The same content always gives the same text; it ends with a line end.
 */
export function writeMarkdown(content: MarkdownContent): string {
  return new MarkdownWriter(content).write();
}

/** Where a block stands: how deep headings are, and which node the reader would put it into. */
interface Place {
  readonly level: number;
  readonly within: NodeId | null;
}

class MarkdownWriter {
  private readonly content: MarkdownContent;
  private readonly inlineWriter: InlineWriter;
  private readonly footnotes: Footnote[] = [];
  /** Paragraphs that a reference points to: only their ids are written. */
  private readonly pointedAt = new Set<NodeId>();
  /** Sign of the list that ends right here, for each list item around; `null` where something else stands. */
  private readonly signs: (string | null)[] = [null];

  constructor(content: MarkdownContent) {
    this.content = content;
    const { document, profile } = content;
    const references = createReferenceTexts(document, profile, numberDocument(document, profile));
    const { missingReference } = publicationLabels[profile.language];
    this.inlineWriter = {
      footnoteLabel: (node) => String(this.footnotes.push(node)),
      referenceText: ({ attrs }) => references.textOf(attrs.target, attrs.form) ?? missingReference,
    };
    walk(document, (node) => {
      if (node.type === 'reference') this.pointedAt.add(node.attrs.target);
    });
  }

  write(): string {
    const chunks = [
      this.frontMatter(),
      ...childrenOf(this.content.document).flatMap((part) => this.part(part, 1)),
    ];
    for (const [index, footnote] of this.footnotes.entries()) {
      const text = this.inline(footnote.content ?? [], 'line').replaceAll('\n', '\n    ');
      chunks.push([`[^${String(index + 1)}]:`, text, attributeList(footnote)].filter(Boolean).join(' '));
    }
    return `${chunks.filter((chunk) => chunk !== '').join('\n\n')}\n`;
  }

  private frontMatter(): string {
    const lines = (['title', 'subtitle', 'municipality'] as const)
      .filter((key) => this.content[key] !== '')
      .map((key) => `${key}: ${frontMatterValue(this.content[key])}`);
    return lines.length === 0 ? '' : ['---', ...lines, '---'].join('\n');
  }

  /** A node that opens with a heading: everything but lists, paragraphs, signature and participants. */
  private part(node: LeitbildNode, level: number): string[] {
    const chunks = [this.heading(node, level)];
    let within: NodeId | null = null;
    const id = 'attrs' in node && 'id' in node.attrs ? node.attrs.id : null;
    let goalSign: string | null = null;
    for (const child of childrenOf(node)) {
      switch (child.type) {
        case 'heading':
          break;
        case 'section':
        case 'actionField':
        case 'goalGroup':
          chunks.push(...this.part(child, level + 1));
          within = id;
          break;
        case 'goal':
          goalSign ??= this.newSign('bulletList');
          chunks.push(this.item(child, goalSign, { level, within: null }));
          break;
        default:
          chunks.push(this.block(child, { level, within }));
          within = null;
      }
    }
    return chunks;
  }

  private heading(node: LeitbildNode, level: number): string {
    this.signs[this.signs.length - 1] = null;
    const words = this.inline(headingOf(node), 'heading');
    const text = node.type === 'goalGroup' ? this.groupTitle(node, words) : words;
    const attributes = attributeList(node, level > 6 ? { level: String(level) } : {});
    return ['#'.repeat(Math.min(level, 6)), text, attributes].filter((part) => part !== '').join(' ');
  }

  private groupTitle(node: GoalGroup, label: string): string {
    const kind = goalKindOf(this.content.profile, node.attrs.kind);
    const goals = childrenOf(node).filter((child) => child.type === 'goal').length;
    const name = (goals === 1 && label === '' ? kind?.singular : kind?.plural) ?? node.attrs.kind;
    return [this.inline([{ type: 'text', text: name }], 'heading'), label].filter(Boolean).join(' ');
  }

  private block(node: LeitbildNode, place: Place): string {
    if (!node.type.endsWith('List')) this.signs[this.signs.length - 1] = null;
    switch (node.type) {
      case 'paragraph':
        return this.paragraph(node, place.within);
      case 'bulletList':
      case 'orderedList':
        return this.list(node, place);
      case 'signature': {
        const [name = '', ...offices] = childrenOf(node).map((line) =>
          this.inline(withoutBreaks(childrenOf(line) as readonly Inline[]), 'line'),
        );
        const lines = [name, ...offices.filter((office) => office !== '')];
        return `— ${lines.join('\\\n')}`.trimEnd();
      }
      case 'participants': {
        const names = this.content.participants.map(
          ({ name }) => `- ${this.inline([{ type: 'text', text: name }], 'line')}`,
        );
        const opening = [':::participants', attributeList(node, inside(place.within))]
          .filter(Boolean)
          .join(' ');
        return [opening, '', ...names, ...(names.length > 0 ? [''] : []), ':::'].join('\n');
      }
      default:
        throw new Error(`a ${node.type} is no block`);
    }
  }

  private paragraph(node: LeitbildNode & { type: 'paragraph' }, within: NodeId | null): string {
    const text = this.inline(node.content ?? [], 'paragraph');
    const attributes = attributeList(this.pointedAt.has(node.attrs.id) ? node : null, inside(within));
    return [text, attributes].filter((part) => part !== '').join(' ') || '{}';
  }

  private list(node: LeitbildNode & { type: 'bulletList' | 'orderedList' }, place: Place): string {
    const sign = this.newSign(node.type);
    const items = childrenOf(node).map((item, index) =>
      this.item(
        item,
        node.type === 'orderedList' ? `${String(node.attrs.start + index)}${sign}` : sign,
        index === 0 ? place : { ...place, within: null },
      ),
    );
    return items.join('\n');
  }

  /** A sign for a new list; another one than that of a list right before it, with which it would merge. */
  private newSign(type: 'bulletList' | 'orderedList'): string {
    const [first, second] = type === 'bulletList' ? (['-', '*'] as const) : (['.', ')'] as const);
    const sign = this.signs.at(-1) === first ? second : first;
    this.signs[this.signs.length - 1] = sign;
    return sign;
  }

  /** A goal, subpoint or list item: its first paragraph beside the sign, the rest indented below. */
  private item(node: LeitbildNode, sign: string, place: Place): string {
    const [first, ...others] = childrenOf(node);
    const text = first?.type === 'paragraph' ? this.inline(first.content ?? [], 'paragraph') : '';
    const chunks = [[text, attributeList(node, inside(place.within))].filter(Boolean).join(' ') || '{}'];
    let within: NodeId | null = null;
    let subpointSign: string | null = null;
    this.signs.push(null);
    const id = 'attrs' in node && 'id' in node.attrs ? node.attrs.id : null;
    for (const child of first?.type === 'paragraph' ? others : childrenOf(node)) {
      if (child.type === 'goalGroup') {
        chunks.push(...this.part(child, place.level + 1));
        within = id;
        subpointSign = null;
      } else if (child.type === 'subpoint') {
        subpointSign ??= this.newSign('bulletList');
        chunks.push(this.item(child, subpointSign, { ...place, within }));
        within = null;
      } else chunks.push(this.block(child, { ...place, within: null }));
    }
    this.signs.pop();
    const indent = ' '.repeat(sign.length + 1);
    const body = chunks.join('\n\n').replaceAll(/\n(?!\n|$)/g, `\n${indent}`);
    return `${sign} ${body}`;
  }

  private inline(content: readonly Inline[], place: InlinePlace): string {
    return writeInline(content, this.inlineWriter, place);
  }
}

function inside(within: NodeId | null): Readonly<Record<string, string>> {
  return within === null ? {} : { in: within };
}

/** A signature's lines are its own; a break within one cannot be told from the next line. */
function withoutBreaks(content: readonly Inline[]): readonly Inline[] {
  return content.map((node) => (node.type === 'hardBreak' ? { type: 'text', text: ' ' } : node));
}

function frontMatterValue(value: string): string {
  return /^[^"\s][^\n\r]*$/.test(value) && value === value.trim() ? value : JSON.stringify(value);
}
