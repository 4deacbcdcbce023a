import { isSafeHref } from '../../../shared/schema/leitbild-schema.ts';
import { footnotesOf, type FoundFootnotes } from './html-footnotes.ts';
import { cleanText, type PastedBlock, type PastedInline } from './pasted-blocks.ts';

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);
const UNSEEN = new Set(
  'SCRIPT STYLE HEAD TITLE META LINK TEMPLATE NOSCRIPT SVG MATH OBJECT SELECT'.split(' '),
);

interface Style {
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly href: string | null;
}

const PLAIN: Style = { strong: false, emphasis: false, href: null };

/**
 * Reads HTML from Word, LibreOffice, a web page or anywhere: headings, paragraphs, items of lists with their levels,
 * bold, italic, safe links, line breaks and footnotes. Every visible word is kept, everything else is dropped.
 */
export function readHtml(html: string): readonly PastedBlock[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return createReader(footnotesOf(body)).read(body);
}

function createReader(footnotes: FoundFootnotes): { read(root: Element): readonly PastedBlock[] } {
  const blocks: PastedBlock[] = [];
  let line: PastedInline[] = [];
  let shape: (content: readonly PastedInline[]) => PastedBlock = paragraph;

  const endLine = (): void => {
    const content = trimmed(line);
    if (content.length > 0) blocks.push(shape(content));
    line = [];
  };
  const within = (next: typeof shape, work: () => void): void => {
    endLine();
    const before = shape;
    shape = next;
    work();
    endLine();
    shape = before;
  };

  const visit = (node: Node, style: Style, listLevel: number): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      addText(node.textContent ?? '', style);
      return;
    }
    if (!(node instanceof Element) || UNSEEN.has(node.tagName.toUpperCase()) || footnotes.isText(node))
      return;
    if (isHidden(node)) return;
    if (node.tagName === 'BR') {
      line.push({ kind: 'break' });
      return;
    }
    const footnote = footnotes.of(node);
    if (footnote) {
      const inner = createReader(footnotes).read(footnote);
      line.push({
        kind: 'footnote',
        content: inner.flatMap((block, at) => [...(at > 0 ? [space] : []), ...block.content]),
      });
      return;
    }
    if (footnotes.isBacklink(node)) return;
    const next = styleOf(node, style);
    const children = (level: number): void => node.childNodes.forEach((child) => visit(child, next, level));
    if (node.tagName === 'UL' || node.tagName === 'OL') {
      endLine();
      children(listLevel + 1);
      endLine();
      return;
    }
    if (!BLOCKS.has(node.tagName)) {
      children(listLevel);
      return;
    }
    within(shapeOf(node, listLevel, shape), () => children(listLevel));
  };

  const addText = (text: string, { strong, emphasis, href }: Style): void => {
    const words = cleanText(text.replaceAll(/[ \t\r\n\f]+/gu, ' '));
    if (words === '') return;
    line.push({
      kind: 'text',
      text: words,
      ...(strong && { strong }),
      ...(emphasis && { emphasis }),
      ...(href !== null && { href }),
    });
  };

  return {
    read(root) {
      root.childNodes.forEach((child) => visit(child, PLAIN, 0));
      endLine();
      return blocks;
    },
  };
}

const space: PastedInline = { kind: 'text', text: ' ' };

function paragraph(content: readonly PastedInline[]): PastedBlock {
  return { kind: 'paragraph', content };
}

/** What a block element makes of its text; one that says nothing keeps what is around it. */
function shapeOf(
  element: Element,
  listLevel: number,
  around: (content: readonly PastedInline[]) => PastedBlock,
): (content: readonly PastedInline[]) => PastedBlock {
  const heading =
    /^H([1-6])$/u.exec(element.tagName)?.[1] ?? (/\bMsoTitle\b/u.test(element.className) ? '1' : undefined);
  if (heading !== undefined) {
    return (content) => ({ kind: 'heading', level: Number(heading), content: content.map(withoutStrong) });
  }
  const word = /mso-list:[^;]*\blevel(\d)/iu.exec(element.getAttribute('style') ?? '')?.[1];
  if (word !== undefined) {
    const marker = element.querySelector('[style*="mso-list:Ignore" i]')?.textContent.trim() ?? '';
    const ordered = /^\(?[0-9a-z]{1,4}[.)]/iu.test(marker);
    return (content) => ({ kind: 'item', level: Number(word), ordered, content });
  }
  if (element.tagName === 'LI') {
    const ordered = element.parentElement?.tagName === 'OL';
    return (content) => ({ kind: 'item', level: Math.max(1, listLevel), ordered, content });
  }
  if (element.closest('li') && element.tagName !== 'TD') return around;
  return paragraph;
}

/** Headings are bold by themselves. */
function withoutStrong(inline: PastedInline): PastedInline {
  if (inline.kind !== 'text') return inline;
  const { kind, text, emphasis, href } = inline;
  return { kind, text, ...(emphasis && { emphasis }), ...(href !== undefined && { href }) };
}

function isHidden(element: Element): boolean {
  const style = element.getAttribute('style') ?? '';
  return /mso-list:\s*Ignore|display:\s*none|mso-hide:\s*all/iu.test(style) || element.hasAttribute('hidden');
}

function styleOf(element: Element, around: Style): Style {
  const css = element.getAttribute('style') ?? '';
  const weight = /(?<![\w-])font-weight:\s*(bold|bolder|normal|lighter|\d+)/iu.exec(css)?.[1];
  const slant = /(?<![\w-])font-style:\s*(italic|oblique|normal)/iu.exec(css)?.[1];
  const isBold = ['B', 'STRONG'].includes(element.tagName);
  const isItalic = ['I', 'EM', 'CITE', 'DFN', 'VAR'].includes(element.tagName);
  const href = element.tagName === 'A' ? element.getAttribute('href') : null;
  return {
    strong: weight === undefined ? around.strong || isBold : /bold/iu.test(weight) || Number(weight) >= 600,
    emphasis: slant === undefined ? around.emphasis || isItalic : !/normal/iu.test(slant),
    href: href !== null && isSafeHref(href) ? href : around.href,
  };
}

/** White space at the edges goes, and so do breaks there. */
function trimmed(line: readonly PastedInline[]): readonly PastedInline[] {
  const content = joined(line);
  while (isEmptyEdge(content[0])) content.shift();
  while (isEmptyEdge(content.at(-1))) content.pop();
  const [first] = content;
  if (first?.kind === 'text') content[0] = { ...first, text: first.text.trimStart() };
  const last = content.at(-1);
  if (last?.kind === 'text') content[content.length - 1] = { ...last, text: last.text.trimEnd() };
  return content;
}

function isEmptyEdge(inline: PastedInline | undefined): boolean {
  return (
    inline !== undefined && (inline.kind === 'break' || (inline.kind === 'text' && inline.text.trim() === ''))
  );
}

/** Neighbouring texts of the same style as one, with single spaces. */
function joined(line: readonly PastedInline[]): PastedInline[] {
  const content: PastedInline[] = [];
  for (const inline of line) {
    const last = content.at(-1);
    const isSame =
      last?.kind === 'text' &&
      inline.kind === 'text' &&
      last.strong === inline.strong &&
      last.emphasis === inline.emphasis &&
      last.href === inline.href;
    if (isSame)
      content[content.length - 1] = { ...last, text: (last.text + inline.text).replaceAll(/ {2,}/gu, ' ') };
    else if (
      inline.kind === 'text' &&
      last?.kind === 'text' &&
      last.text.endsWith(' ') &&
      inline.text.startsWith(' ')
    ) {
      content.push({ ...inline, text: inline.text.trimStart() });
    } else content.push(inline);
  }
  return content.filter((inline) => inline.kind !== 'text' || inline.text !== '');
}
