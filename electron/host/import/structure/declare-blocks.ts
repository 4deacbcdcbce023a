import type { BlockChange } from '../../../../shared/import/import-view.ts';
import { appError } from '../../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../../shared/errors/result.ts';
import { goalKindOf, topGoalKinds, type Profile } from '../../../../shared/schema/profile.ts';
import { splitHeadingNumber, tokensOfBlock } from '../heading-number.ts';
import type { Furniture, SourceBlock, SourceDocument, SourceToken, SourceWord } from '../source-document.ts';
import { createProfileWords } from '../text/profile-words.ts';

/** A block of a source, or a line that was taken for furniture, under the name by which changes speak of it. */
export interface NamedBlock {
  readonly name: string;
  readonly block: SourceBlock;
  /** Empty unless the reader took it for furniture. */
  readonly furniture: readonly Furniture[];
  readonly tokens: readonly SourceToken[];
}

/** Deeper than any heading: whatever is open stays open. */
const WITHIN_ALL = 9;

/** All blocks of a source in reading order, furniture among them line by line. The names depend on the source alone. */
export function nameBlocks(source: SourceDocument): readonly NamedBlock[] {
  const places = new Map(source.tokens.map((token, place) => [token, place]));
  const placeOf = (tokens: readonly SourceToken[]): number =>
    tokens.reduce((least, token) => Math.min(least, places.get(token) ?? Infinity), Infinity);
  const blocks = source.blocks.map((block, index): NamedBlock => ({
    ...{ name: `b${String(index)}`, block, furniture: [] },
    tokens: tokensOfBlock(block),
  }));
  const inOrder = source.furniture.toSorted((left, right) => placeOf([left.token]) - placeOf([right.token]));
  const lines = furnitureLines(inOrder).map((furniture, index): NamedBlock => {
    const tokens = furniture.map(({ token }) => token);
    return { name: `f${String(index)}`, block: paragraphOfTokens(tokens), furniture, tokens };
  });
  const waiting = lines.map((line) => ({ line, place: placeOf(line.tokens) }));
  const named: NamedBlock[] = [];
  let next = 0;
  for (const block of blocks) {
    const place = placeOf(block.tokens);
    for (let first = waiting[next]; first !== undefined && first.place < place; first = waiting[next]) {
      named.push(first.line);
      next += 1;
    }
    named.push(block);
  }
  return [...named, ...waiting.slice(next).map(({ line }) => line)];
}

/**
 * The source as a person says that it is to be read. Tokens stay the same objects, each in one block or the furniture, so
 * that the ledger of what is built from it accounts for the same words. Fails with `block-unknown`, and with
 * `profile-mismatch` where a change names a goal kind that the profile lacks.
 */
export function declareBlocks(
  source: SourceDocument,
  changes: readonly BlockChange[],
  profile: Profile,
): Result<SourceDocument> {
  if (changes.length === 0) return ok(source);
  const named = nameBlocks(source);
  const wanted = new Map(changes.map((change) => [change.block, change]));
  const names = new Set(named.map(({ name }) => name));
  for (const { block, goalKind } of wanted.values()) {
    if (!names.has(block)) return fail(appError('block-unknown', { block }));
    if (goalKind !== undefined && goalKindOf(profile, goalKind) === undefined) {
      return fail(appError('profile-mismatch', { kind: goalKind, place: block }));
    }
  }
  const blocks: SourceBlock[] = [];
  const furniture: Furniture[] = [];
  for (const { name, block, furniture: own, tokens } of named) {
    const change = wanted.get(name);
    if (change === undefined || (change.kind === 'leftOut' && own.length > 0)) {
      if (own.length > 0) furniture.push(...own);
      else blocks.push(block);
    } else if (change.kind === 'leftOut') {
      furniture.push(...[...new Set(tokens)].map((token) => ({ token, as: 'leftOut' as const })));
    } else {
      for (const plain of plainBlocks(block)) blocks.push(declared(plain, change, profile));
    }
  }
  return ok({ ...source, blocks, furniture, asRead: source.blocks });
}

type PlainBlock = Extract<SourceBlock, { type: 'paragraph' | 'listItem' | 'heading' }>;

/** What others are made of: footnotes, signatures and lists of participants are taken apart into paragraphs. */
function plainBlocks(block: SourceBlock): readonly PlainBlock[] {
  const { line, page } = block;
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'listItem':
      return [block];
    case 'footnote':
      return [{ type: 'paragraph', words: withFirst(block.markToken, block.words), line, page }];
    case 'signature':
      return [{ type: 'paragraph', words: joined(block.lines), line, page }];
    case 'participants':
      return block.names.map((words) => ({ type: 'paragraph', words: joined([words]), line, page }));
  }
}

function declared(block: PlainBlock, change: BlockChange, profile: Profile): SourceBlock {
  const { line, page } = block;
  const place = { line, page };
  const aside = setAside(block);
  switch (change.kind) {
    case 'foreword':
    case 'preface':
      return {
        ...{ type: 'heading', ...place, ...aside, level: 1, opens: change.kind, declared: { as: 'heading' } },
        words: allWords(block),
      };
    case 'chapter':
    case 'section':
    case 'actionField': {
      const heading = block.type === 'heading' && block.number ? block : splitHeadingNumber(allWords(block));
      return {
        ...{ type: 'heading', ...place, ...aside, opens: change.kind, declared: { as: 'heading' } },
        level: change.kind === 'chapter' ? 1 : block.type === 'heading' ? block.level : 0,
        words: heading.words,
        ...(heading.number && { number: heading.number }),
      };
    }
    case 'goalGroup': {
      const words = allWords(block);
      const goalKind = change.goalKind ?? goalKindOfWords(words, profile);
      return {
        ...{ type: 'heading', ...place, ...aside, level: WITHIN_ALL, words },
        ...{ opens: { goalKind }, declared: { as: 'heading' } },
      };
    }
    case 'footnote':
      return footnoteOf(allWords(block), place, aside);
    case 'goal':
      return { ...itemOrParagraph(block), declared: { as: 'goal', goalKind: change.goalKind } };
    case 'subpoint':
    case 'listItem':
      return { ...itemOrParagraph(block), declared: { as: change.kind } };
    case 'paragraph':
    case 'goalParagraph':
      return {
        ...{ type: 'paragraph', ...place, ...aside, words: allWords(block), declared: { as: change.kind } },
      };
    case 'leftOut':
      throw new Error('what is left out becomes no block');
  }
}

/** A list item stays one, with its marker and depth; anything else is a paragraph. */
function itemOrParagraph(block: PlainBlock): Extract<SourceBlock, { type: 'paragraph' | 'listItem' }> {
  const { line, page } = block;
  return block.type === 'listItem' ? block : { type: 'paragraph', words: allWords(block), line, page };
}

/** Words with the number or numbered marker that stood before them. */
function allWords(block: PlainBlock): readonly SourceWord[] {
  if (block.type === 'heading') return withFirst(block.number?.token, block.words);
  if (block.type === 'listItem' && block.ordered) return withFirst(block.marker, block.words);
  return block.words;
}

/** A bullet is no word; a person who makes a paragraph of the item does not want it there. */
function setAside(block: PlainBlock): { readonly setAside?: readonly SourceToken[] } {
  const bullet = block.type === 'listItem' && !block.ordered ? block.marker : undefined;
  return bullet === undefined ? {} : { setAside: [bullet] };
}

function footnoteOf(
  words: readonly SourceWord[],
  place: { readonly line: number; readonly page: number },
  aside: { readonly setAside?: readonly SourceToken[] },
): SourceBlock {
  const [first, second, ...rest] = words;
  const mark = /^(\d{1,3}|[*†]{1,3})[.)]?$/u.exec(first?.text ?? '')?.[1];
  const [token, ...more] = first?.tokens ?? [];
  const base = { type: 'footnote', ...place, ...aside, declared: { as: 'footnote' } } as const;
  const isMark =
    mark !== undefined && token !== undefined && more.length === 0 && second?.spaceBefore === true;
  if (!isMark || first?.footnoteMark !== undefined) return { ...base, words, mark: '' };
  return { ...base, words: [{ ...second, spaceBefore: false }, ...rest], mark, markToken: token };
}

function goalKindOfWords(words: readonly SourceWord[], profile: Profile): string {
  const named = createProfileWords(profile).goalLabel(words.map(({ text }) => text));
  const kind = named?.kind ?? topGoalKinds(profile)[0] ?? profile.goalKinds[0];
  if (kind === undefined) throw new Error('a profile has goal kinds');
  return kind.id;
}

function withFirst(token: SourceToken | undefined, words: readonly SourceWord[]): readonly SourceWord[] {
  if (token === undefined) return words;
  const [first, ...rest] = words;
  const behind = first === undefined ? [] : [{ ...first, spaceBefore: true }, ...rest];
  return [{ text: token.text, tokens: [token], spaceBefore: false }, ...behind];
}

/** Lines as one run of words. */
function joined(lines: readonly (readonly SourceWord[])[]): readonly SourceWord[] {
  return lines.flatMap((words, line) =>
    words.map((word, index) => (line > 0 && index === 0 ? { ...word, spaceBefore: true } : word)),
  );
}

function furnitureLines(furniture: readonly Furniture[]): readonly (readonly Furniture[])[] {
  const lines: Furniture[][] = [];
  for (const one of furniture) {
    const last = lines.at(-1);
    const before = last?.at(-1);
    if (last && before && before.token.line === one.token.line && before.as === one.as) last.push(one);
    else lines.push([one]);
  }
  return lines;
}

function paragraphOfTokens(tokens: readonly SourceToken[]): SourceBlock {
  const words = tokens.map((token, index) => ({ text: token.text, tokens: [token], spaceBefore: index > 0 }));
  return { type: 'paragraph', words, line: tokens[0]?.line ?? 1, page: 0 };
}
