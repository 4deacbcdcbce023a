import type { SourceToken, SourceWord } from '../source-document.ts';
import { joinAcross } from './join-words.ts';
import type { SourceLine } from './source-lines.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface AssembledWords {
  readonly words: readonly SourceWord[];
  /** Joints for which the document gives little evidence, with the line on which the word begins. */
  readonly uncertain: readonly { readonly line: number; readonly text: string }[];
}

/**
 * Turns the lines of one block into its words: joins what line ends cut, and takes footnote marks off.
 * `skip` holds tokens that are structure (bullet, printed number, footnote number).
 */
export function assembleWords(
  lines: readonly SourceLine[],
  skip: ReadonlySet<SourceToken>,
  marks: ReadonlyMap<SourceToken, string>,
  vocabulary: Vocabulary,
): AssembledWords {
  const pieces: { text: string; tokens: SourceToken[] }[] = [];
  const uncertain: { line: number; text: string }[] = [];
  let pendingLine = false;
  for (const line of lines) {
    let first = true;
    for (const token of line.tokens) {
      if (skip.has(token)) continue;
      const last = pieces.at(-1);
      const joint =
        first && pendingLine && last !== undefined && !marks.has(last.tokens.at(-1) ?? token)
          ? joinAcross(last.text, token.text, pieces.at(-2)?.text, vocabulary)
          : undefined;
      first = false;
      if (last !== undefined && joint !== undefined && joint.type !== 'apart') {
        last.text = joint.text;
        last.tokens.push(token);
        if (joint.type === 'joined' && joint.uncertain) {
          uncertain.push({ line: last.tokens[0]?.line ?? token.line, text: joint.text });
        }
      } else {
        pieces.push({ text: token.text, tokens: [token] });
      }
    }
    pendingLine = true;
  }
  const words = pieces.flatMap((piece, place) => splitMark(piece, place > 0, marks));
  return { words, uncertain };
}

/** A word with a glued mark becomes the word with its mark, and what stands behind the mark a word without a space. */
function splitMark(
  piece: { readonly text: string; readonly tokens: readonly SourceToken[] },
  spaceBefore: boolean,
  marks: ReadonlyMap<SourceToken, string>,
): SourceWord[] {
  const token = piece.tokens.at(-1);
  const mark = token && marks.get(token);
  if (token === undefined || mark === undefined) {
    return [{ text: piece.text.replaceAll('\u00ad', ''), tokens: piece.tokens, spaceBefore }];
  }
  const at = piece.text.lastIndexOf(mark);
  const behind = piece.text.slice(at + mark.length);
  const word: SourceWord = {
    text: piece.text.slice(0, at).replaceAll('\u00ad', ''),
    tokens: piece.tokens,
    spaceBefore,
    footnoteMark: mark,
  };
  return behind === '' ? [word] : [word, { text: behind, tokens: [token], spaceBefore: false }];
}
