import type { SourceBlock, SourceWord } from '../../../../../electron/host/import/source-document.ts';
import { inlineUnits, type InlineUnit } from '../../../../../electron/host/export/markdown/inline-units.ts';
import type { Inline, LeitbildDocument, LeitbildNode, Mark } from '../../../../../shared/schema/document.ts';
import type { Profile } from '../../../../../shared/schema/profile.ts';

/** A tree in which nothing is checked: what is compared, whoever made it. */
export interface LooseNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: LooseNode[];
  text?: string;
  marks?: readonly Mark[];
}

const openTypes: Record<string, number> = { chapter: 1, preface: 1, foreword: 1 };

/** Builds a document from blocks whose headings all say what they open, with no guess anywhere. */
export function declaredDocument(blocks: readonly SourceBlock[], profile: Profile): LooseNode {
  const notes = new Map(
    blocks.flatMap((block) => (block.type === 'footnote' ? [[block.mark, block] as const] : [])),
  );
  const inline = (words: readonly SourceWord[]): LooseNode[] =>
    words.flatMap((word, index) => wordNodes(word, words[index - 1]));
  const wordNodes = (word: SourceWord, before: SourceWord | undefined): LooseNode[] => {
    const nodes: LooseNode[] = [];
    const marks = marksOf(word);
    const shared = marks.filter((mark) =>
      marksOf(before).some((other) => JSON.stringify(other) === JSON.stringify(mark)),
    );
    if (word.breakBefore) nodes.push({ type: 'hardBreak' });
    if (word.spaceBefore) nodes.push({ type: 'text', text: ' ', marks: shared });
    if (word.reference) nodes.push({ type: 'reference', attrs: { ...word.reference }, marks });
    else if (word.text !== '') nodes.push({ type: 'text', text: word.text, marks });
    const note = word.footnoteMark === undefined ? undefined : notes.get(word.footnoteMark);
    if (note) nodes.push({ type: 'footnote', attrs: identity(note), content: inline(note.words) });
    return nodes;
  };

  const root: LooseNode = { type: 'leitbild', content: [] };
  let open: { node: LooseNode; level: number; depth: number }[] = [{ node: root, level: 0, depth: 0 }];
  const top = () => open.at(-1) ?? { node: root, level: 0, depth: 0 };
  const add = (node: LooseNode) => (top().node.content ??= []).push(node);

  for (const block of blocks) {
    if (block.type === 'footnote') continue;
    const depth = block.itemDepth ?? 0;
    if (block.within) {
      const at = open.findIndex(({ node }) => node.attrs?.['id'] === block.within);
      if (at < 0) throw new Error(`nothing open is called ${block.within}`);
      open = open.slice(0, at + 1);
    }
    while (top().depth > depth) open.pop();
    if (block.type === 'heading') {
      while (top().level >= block.level && top().depth === depth) open.pop();
      const node = headed(block, inline(block.words), profile);
      add(node);
      open.push({ node, level: block.level, depth });
    } else if (block.type === 'listItem') {
      const holder = top().node;
      const item: LooseNode = {
        type: 'listItem',
        attrs: identity(block),
        content: [paragraph(inline(block.words))],
      };
      if (holder.type === 'goalGroup') add({ ...item, type: 'goal' });
      else if (holder.type === 'goal' || holder.type === 'subpoint') add({ ...item, type: 'subpoint' });
      else {
        if (block.startsList) {
          const type = block.ordered ? 'orderedList' : 'bulletList';
          add({ type, ...(block.ordered ? { attrs: { start: block.start } } : {}), content: [] });
        }
        (holder.content?.at(-1)?.content ?? []).push(item);
      }
      const last = holder.content?.at(-1);
      const node = last?.type.endsWith('List') ? last.content?.at(-1) : last;
      if (node) open.push({ node, level: top().level, depth: block.depth });
    } else if (block.type === 'paragraph') add(paragraph(inline(block.words)));
    else if (block.type === 'participants') add({ type: 'participants', attrs: identity(block) });
    else {
      const [name = [], ...offices] = block.lines;
      add({
        type: 'signature',
        content: [
          { type: 'signatureName', content: inline(name) },
          ...offices.map((line) => ({ type: 'signatureOffice', content: inline(line) })),
        ],
      });
    }
  }
  return root;
}

function headed(block: SourceBlock & { type: 'heading' }, words: LooseNode[], profile: Profile): LooseNode {
  const { opens } = block;
  if (opens === undefined) throw new Error('a heading opens nothing');
  if (typeof opens === 'string') {
    const portrait = opens === 'foreword' ? { portrait: block.portrait ?? null } : {};
    return {
      type: opens,
      attrs: { ...identity(block), ...portrait },
      content: [{ type: 'heading', content: words }],
    };
  }
  const kind = profile.goalKinds.find(({ id }) => id === opens.goalKind);
  const printed = words.findIndex((node) => node.text === kind?.plural || node.text === kind?.singular);
  const content: LooseNode[] = [{ type: 'heading', content: words.slice(printed + 1) }];
  return { type: 'goalGroup', attrs: { ...identity(block), kind: opens.goalKind }, content };
}

const paragraph = (content: LooseNode[]): LooseNode => ({ type: 'paragraph', content });
const identity = ({ id, origins = [] }: SourceBlock): Record<string, unknown> => ({ id, origins });

function marksOf(word: SourceWord | undefined): Mark[] {
  return [
    ...(word?.strong ? [{ type: 'strong' } as const] : []),
    ...(word?.emphasis ? [{ type: 'emphasis' } as const] : []),
    ...(word?.href === undefined ? [] : [{ type: 'link', attrs: { href: word.href } } as const]),
  ];
}

/** A document without what Markdown does not keep: ids of paragraphs, white space beyond one space, empty labels. */
export function normalForm(node: LeitbildNode | LooseNode): LooseNode {
  const { type, attrs, content = [] } = node as LooseNode;
  if (['heading', 'paragraph', 'signatureName', 'signatureOffice', 'footnote'].includes(type)) {
    const isLine = type.startsWith('signature');
    const flat = isLine
      ? content.map((child) => (child.type === 'hardBreak' ? { type: 'text', text: ' ' } : child))
      : content;
    const kept = type === 'footnote' ? { attrs } : {};
    return { type, ...(kept as object), content: inlineUnits(flat as unknown as Inline[]).map(unitNode) };
  }
  let children = content.map(normalForm);
  const optional = type === 'foreword' || type === 'goalGroup';
  if (optional || openTypes[type] === undefined) {
    children = children.filter((child) => child.type !== 'heading' || child.content?.length !== 0);
  }
  if (type === 'signature') {
    while (children.length > 1 && children.at(-1)?.content?.length === 0) children.pop();
    children = children.filter((child, index) => index === 0 || child.content?.length !== 0);
  }
  return { type, ...(attrs ? { attrs } : {}), content: children };
}

function unitNode(unit: InlineUnit): LooseNode {
  if (unit.type === 'footnote') return normalForm(unit.node);
  const { strong, emphasis, href } = unit;
  const marks = { attrs: { strong, emphasis, href } };
  if (unit.type === 'reference')
    return { ...marks, type: 'reference', content: [{ type: JSON.stringify(unit.node.attrs) }] };
  return { ...marks, type: unit.type, ...(unit.type === 'character' ? { text: unit.character } : {}) };
}

/** The document of a Markdown text's blocks, or of a document, in the form in which they are compared. */
export function comparable(document: LeitbildDocument | LooseNode): unknown {
  return JSON.parse(JSON.stringify(normalForm(document)));
}
