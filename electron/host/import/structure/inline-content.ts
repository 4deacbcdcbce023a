import type { NodeId } from '../../../../shared/ids/ids.ts';
import type { Footnote, Inline, Mark, Reference, Text } from '../../../../shared/schema/document.ts';
import { isSafeHref } from '../../../../shared/schema/leitbild-schema.ts';
import type { SourceWord } from '../source-document.ts';
import type { FootnoteBlock, FootnotePairs } from './footnote-pairs.ts';
import type { Placement } from './placement.ts';
import type { FoundReference, ReferenceFinder } from './references.ts';

export interface InlineContext {
  /** The wanted id where it is free, else a new one. */
  takeId(wanted: NodeId | undefined): NodeId;
  readonly placement: Placement;
  readonly footnotes: FootnotePairs;
  readonly references: ReferenceFinder;
  /** Whether a node with this id is in the document, for references that the source gives by id. */
  isTarget(id: NodeId): boolean;
}

/** Turns words into inline content of `owner`, with footnotes and references, and writes down the words' fates. */
export function buildInline(
  words: readonly SourceWord[],
  owner: NodeId,
  context: InlineContext,
): readonly Inline[] {
  return build(words, owner, context, true);
}

function build(
  words: readonly SourceWord[],
  owner: NodeId,
  context: InlineContext,
  withNotes: boolean,
): readonly Inline[] {
  const content: Inline[] = [];
  const found = context.references.find(words);
  let nextReference = 0;
  const add = (text: string, marks: readonly Mark[]): void => {
    if (text === '') return;
    const last = content.at(-1);
    if (last?.type === 'text' && sameMarks(last.marks ?? [], marks)) {
      content[content.length - 1] = { ...last, text: last.text + text };
    } else content.push(textOf(text, marks));
  };
  const addNotes = (word: SourceWord): void => {
    if (word.footnoteMark !== undefined) {
      const fate = { type: 'structure', as: 'footnoteMark', node: owner } as const;
      if (word.footnoteMarkToken) context.placement.setFate(word.footnoteMarkToken, fate);
      if (!withNotes || context.footnotes.isMarkText(word)) add(word.footnoteMark, marksOf(word));
    }
    if (!withNotes) return;
    for (const note of context.footnotes.notesOf(word)) content.push(buildFootnote(note, context));
  };

  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined) continue;
    const marks = marksOf(word);
    if (word.breakBefore === true) content.push({ type: 'hardBreak' });
    else if (word.spaceBefore && index > 0) add(' ', spaceMarks(words[index - 1], word));
    const reference = found[nextReference];
    if (reference?.from === index) {
      nextReference += 1;
      addReference(reference);
      index += reference.count - 1;
      continue;
    }
    if (word.reference !== undefined && context.isTarget(word.reference.target)) {
      content.push(referenceOf(word.reference, marks));
      for (const token of word.tokens) {
        context.placement.setFate(token, { type: 'structure', as: 'reference', node: owner });
      }
    } else {
      add(word.text, marks);
      context.placement.placeWord(word, owner);
    }
    addNotes(word);
  }
  return content;

  /** The words that the reference replaces are structure; what stands around it in its first and last word is text. */
  function addReference(reference: FoundReference): void {
    const covered = words.slice(reference.from, reference.from + reference.count);
    const marks = marksOf(covered[0]);
    add(reference.prefix, marks);
    content.push(referenceOf(reference, marks));
    add(reference.suffix, marks);
    covered.forEach((word, place) => {
      const keepsText =
        (place === 0 && reference.prefix !== '') || (place === covered.length - 1 && reference.suffix !== '');
      if (keepsText) context.placement.placeWord(word, owner);
      for (const token of word.tokens) {
        context.placement.setFate(token, { type: 'structure', as: 'reference', node: owner });
      }
      addNotes(word);
    });
  }
}

/** The footnotes of words that do not stand in the text themselves, such as the name of a goal kind. */
export function buildNotes(words: readonly SourceWord[], context: InlineContext): readonly Inline[] {
  return words.flatMap((word) => context.footnotes.notesOf(word).map((note) => buildFootnote(note, context)));
}

function buildFootnote(note: FootnoteBlock, context: InlineContext): Footnote {
  const id = context.takeId(note.id);
  context.placement.setFate(note.markToken, { type: 'structure', as: 'footnoteMark', node: id });
  const content = build(note.words, id, context, false).filter((node) => node.type !== 'footnote');
  return {
    type: 'footnote',
    attrs: { id, origins: note.origins ?? [] },
    ...(content.length > 0 ? { content } : {}),
  };
}

function referenceOf(reference: Reference['attrs'], marks: readonly Mark[]): Reference {
  const attrs = { target: reference.target, form: reference.form };
  return { type: 'reference', attrs, ...(marks.length > 0 ? { marks } : {}) };
}

function textOf(text: string, marks: readonly Mark[]): Text {
  return { type: 'text', text, ...(marks.length > 0 ? { marks } : {}) };
}

/** In the order of the schema: strong, emphasis, link. */
function marksOf(word: SourceWord | undefined): readonly Mark[] {
  const marks: Mark[] = [];
  if (word?.strong === true) marks.push({ type: 'strong' });
  if (word?.emphasis === true) marks.push({ type: 'emphasis' });
  if (isSafeHref(word?.href)) marks.push({ type: 'link', attrs: { href: word.href } });
  return marks;
}

/** A space is set like both words around it, or plain. */
function spaceMarks(before: SourceWord | undefined, word: SourceWord): readonly Mark[] {
  const marks = marksOf(word);
  const others = marksOf(before);
  return marks.filter((mark) => others.some((other) => sameMarks([mark], [other])));
}

function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return (
    a.length === b.length &&
    a.every((mark, place) => {
      const other = b[place];
      const href = mark.type === 'link' ? mark.attrs.href : '';
      return other?.type === mark.type && href === (other.type === 'link' ? other.attrs.href : '');
    })
  );
}
