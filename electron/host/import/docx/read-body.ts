import { isSafeHref } from '../../../../shared/schema/leitbild-schema.ts';
import { splitHeadingNumber } from '../heading-number.ts';
import type {
  Furniture,
  ImportWarning,
  SourceBlock,
  SourceDocument,
  SourceWord,
} from '../source-document.ts';
import { createWordCollector, type TokenLog, type WordMarks } from '../token-log.ts';
import type { DocxNode, DocxTree } from './docx-tree.ts';
import type { RoleOfStyle } from './paragraph-styles.ts';

export interface DocxBody {
  readonly blocks: readonly SourceBlock[];
  readonly furniture: readonly Furniture[];
  readonly warnings: readonly ImportWarning[];
  readonly header: SourceDocument['header'];
  /** How many lines, that is paragraphs, were read. */
  readonly lines: number;
}

/** Turns mammoth's tree into blocks: the body in order, then the notes in the order of their marks. */
export function readBody(tree: DocxTree, roleOf: RoleOfStyle, log: TokenLog): DocxBody {
  return new BodyReader(tree, roleOf, log).read();
}

class BodyReader {
  private readonly tree: DocxTree;
  private readonly roleOf: RoleOfStyle;
  private readonly log: TokenLog;
  private readonly blocks: SourceBlock[] = [];
  private readonly furniture: Furniture[] = [];
  private readonly warnings: ImportWarning[] = [];
  private readonly marks = new Map<string, string>();
  private readonly markCounts = { footnote: 0, endnote: 0 };
  private header = { title: '', subtitle: '', municipality: '' };
  private line = 0;

  constructor(tree: DocxTree, roleOf: RoleOfStyle, log: TokenLog) {
    this.tree = tree;
    this.roleOf = roleOf;
    this.log = log;
  }

  read(): DocxBody {
    this.tree.children.forEach((node) => this.block(node));
    for (const note of this.tree.notes) {
      const mark = this.marks.get(`${note.noteType}-${note.noteId}`);
      this.note(note.body, mark ?? `${note.noteType}-${note.noteId}`);
    }
    for (const message of new Set(this.tree.ignored)) this.warn('style-unknown', message, 0);
    const notes = this.blocks.filter((block) => block.type === 'footnote');
    const order = new Map([...this.marks.values()].map((mark, index) => [mark, index]));
    notes.sort((a, b) => (order.get(a.mark) ?? 0) - (order.get(b.mark) ?? 0));
    const others = this.blocks.filter((block) => block.type !== 'footnote');
    const { furniture, warnings, header, line } = this;
    return { blocks: [...others, ...notes], furniture, warnings, header, lines: line };
  }

  private block(node: DocxNode): void {
    switch (node.type) {
      case 'paragraph':
        this.paragraph(node);
        break;
      case 'table':
        this.warn('table-flattened', quotation(node), this.line + 1);
        node.children?.forEach((child) => this.block(child));
        break;
      default:
        if (isInline(node)) this.paragraph({ type: 'paragraph', children: [node] });
        else node.children?.forEach((child) => this.block(child));
    }
  }

  private paragraph(node: DocxNode): void {
    this.line += 1;
    const role = this.roleOf(node.styleId ?? '', node.styleName ?? '');
    const words = this.words([node]);
    if (words.length === 0) return;
    const base = { words, line: this.line, page: 0 };
    const tokens = words.flatMap((word) => word.tokens);
    if (role.type === 'contents') {
      this.furniture.push(...tokens.map((token) => ({ token, as: 'contents' as const })));
    } else if ((role.type === 'title' || role.type === 'subtitle') && this.header[role.type] === '') {
      this.header = { ...this.header, [role.type]: plain(words) };
      this.furniture.push(...tokens.map((token) => ({ token, as: 'header' as const })));
    } else if (role.type === 'heading' || role.type === 'title' || role.type === 'subtitle') {
      const level = role.type === 'heading' ? role.level : 1;
      this.blocks.push({ type: 'heading', level, ...base, ...splitHeadingNumber(words) });
    } else this.body(node, base);
  }

  private body(node: DocxNode, base: { words: readonly SourceWord[]; line: number; page: number }): void {
    const { numbering } = node;
    const previous = this.blocks.at(-1);
    if (numbering) {
      const depth = Number(numbering.level) + 1;
      this.blocks.push({
        type: 'listItem',
        depth,
        ordered: numbering.isOrdered,
        ...base,
        ...(depth > 1 ? { itemDepth: depth - 1 } : {}),
      });
      return;
    }
    const typed = this.typedItem(base.words);
    if (typed) {
      this.blocks.push({ type: 'listItem', ordered: false, ...base, ...typed });
      return;
    }
    if (looksLikeHeading(base.words)) {
      this.blocks.push({ type: 'heading', level: 0, ...base, ...splitHeadingNumber(base.words) });
      return;
    }
    const around =
      previous?.type === 'listItem'
        ? previous.depth
        : previous?.type === 'paragraph'
          ? previous.itemDepth
          : 0;
    const indented = Number(node.indent?.start ?? 0) > 0 || /^list/i.test(node.styleName ?? '');
    const inItem = around !== undefined && around > 0 && indented;
    this.blocks.push({ type: 'paragraph', ...base, ...(inItem ? { itemDepth: around } : {}) });
  }

  /** An item whose bullet was typed as a character. */
  private typedItem(words: readonly SourceWord[]) {
    const [first, second, ...rest] = words;
    const marker = first?.tokens[0];
    if (!first || !second?.spaceBefore || !marker || first.footnoteMark !== undefined) return null;
    if (!/^[\uF000-\uF0FF•●○◦▪■►‣⁃∙✓➢]$/u.test(first.text)) return null;
    const depth = /^[○◦⁃]$/u.test(first.text) ? 2 : 1;
    return { marker, depth, words: [{ ...second, spaceBefore: false }, ...rest] };
  }

  private note(body: readonly DocxNode[], mark: string): void {
    const line = this.line + 1;
    this.line += Math.max(1, body.length);
    const collector = createWordCollector(this.log);
    body.forEach((paragraph, index) => {
      if (index > 0) collector.lineBreak();
      this.collect(paragraph, collector, {}, line + index);
    });
    const words = collector.take();
    if (words.length > 0) this.blocks.push({ type: 'footnote', mark, words, line, page: 0 });
  }

  private words(nodes: readonly DocxNode[]): SourceWord[] {
    const collector = createWordCollector(this.log);
    nodes.forEach((node) => this.collect(node, collector, {}, this.line));
    return collector.take();
  }

  private collect(
    node: DocxNode,
    collector: ReturnType<typeof createWordCollector>,
    marks: WordMarks,
    line: number,
  ): void {
    switch (node.type) {
      case 'text':
        collector.text(
          (node.value ?? '').replaceAll(/[\n\u00ad]/g, (sign) => (sign === '\n' ? ' ' : '')),
          line,
          marks,
        );
        return;
      case 'tab':
        collector.text(' ', line);
        return;
      case 'break':
        if (node.breakType === 'line') collector.lineBreak();
        else collector.text(' ', line);
        return;
      case 'checkbox':
        this.warn('style-unknown', 'checkbox', line);
        return;
      case 'image':
        this.warn('image-left-out', node.altText ?? '', line);
        return;
      case 'noteReference':
        collector.footnote(this.markOf(node));
        return;
      case 'commentReference':
        this.warn(
          'comment-left-out',
          (this.tree.comments.get(node.commentId ?? '') ?? []).map(quotation).join(' '),
          line,
        );
        return;
    }
    const inner: WordMarks = {
      ...marks,
      ...(node.isBold ? { strong: true } : {}),
      ...(node.isItalic ? { emphasis: true } : {}),
      ...(isSafeHref(node.href) ? { href: node.href } : {}),
    };
    node.children?.forEach((child) => this.collect(child, collector, inner, line));
  }

  /** Numbers notes as Word prints them: footnotes 1, 2, 3, endnotes apart from them. */
  private markOf({ noteType = 'footnote', noteId = '' }: DocxNode): string {
    const key = `${noteType}-${noteId}`;
    const known = this.marks.get(key);
    if (known !== undefined) return known;
    const kind = noteType === 'endnote' ? 'endnote' : 'footnote';
    this.markCounts[kind] += 1;
    const mark = `${kind === 'endnote' ? 'e' : ''}${String(this.markCounts[kind])}`;
    this.marks.set(key, mark);
    return mark;
  }

  private warn(code: ImportWarning['code'], detail: string, line: number): void {
    this.warnings.push({ code, line, detail: detail.slice(0, 80) });
  }
}

function isInline(node: DocxNode): boolean {
  return ['run', 'text', 'hyperlink', 'image', 'noteReference'].includes(node.type);
}

function looksLikeHeading(words: readonly SourceWord[]): boolean {
  const last = words.at(-1)?.text ?? '';
  return words.length <= 16 && words.every((word) => word.strong) && !/[.,;!?]$/.test(last);
}

function plain(words: readonly SourceWord[]): string {
  return words
    .map((word) => (word.spaceBefore || word.breakBefore ? ` ${word.text}` : word.text))
    .join('')
    .trim();
}

function quotation(node: DocxNode): string {
  if (node.value !== undefined) return node.value;
  return (node.children ?? [])
    .map(quotation)
    .join(node.type === 'run' || node.type === 'paragraph' ? '' : ' ');
}
