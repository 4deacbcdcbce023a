import { endsSentence } from '../text/line-shapes.ts';
import type { SourceBlock, SourceWord } from '../source-document.ts';
import type { ContentBlock, GoalLabel, Part } from './parts.ts';

export type SignatureBlock = Extract<SourceBlock, { type: 'signature' }>;

/** Small words that a name may hold ("Anna von der Heide"). */
const PARTICLE = /^(?:von|vom|van|der|den|de|di|da|zu|zum|zur|und|bin|ibn|al|el)$/u;

/**
 * Takes the short lines that end a foreword for its signature: from the first that reads as a name. A closing
 * before it ("Ihr") stays a paragraph. Forewords whose source declares its structure or marks the signature are left as they are.
 */
export function signForewords(part: Part): readonly Part['items'][number][] {
  const { items } = part;
  const isDeclared = part.heading?.opens !== undefined;
  if (part.role !== 'foreword' || isDeclared || items.some((item) => item.type === 'signature')) return items;
  let start = items.length;
  while (start > 1 && items.length - start < 5 && isSignatureLine(items[start - 1])) start -= 1;
  const lines = items.slice(start).flatMap((item) => (item.type === 'paragraph' ? [item] : []));
  const name = lines.findIndex(({ words }) => readsAsName(words));
  const [first] = lines.slice(name);
  if (name === -1 || first === undefined) return items;
  const signature: SignatureBlock = {
    type: 'signature',
    words: [],
    lines: lines.slice(name).map(({ words }) => words),
    line: first.line,
    page: first.page,
  };
  return [...items.slice(0, start + name), signature];
}

function isSignatureLine(item: ContentBlock | GoalLabel | Part | undefined): boolean {
  if (item?.type !== 'paragraph' || item.id !== undefined || item.declared !== undefined) return false;
  const text = item.words.map((word) => word.text).join(' ');
  return item.words.length <= 12 && text.length <= 90 && !endsSentence(text) && !/[,;]$/u.test(text);
}

function readsAsName(words: readonly SourceWord[]): boolean {
  return (
    words.length >= 2 &&
    words.length <= 7 &&
    words.every(({ text }) => /^[\p{Lu}(„"]/u.test(text) || PARTICLE.test(text))
  );
}
