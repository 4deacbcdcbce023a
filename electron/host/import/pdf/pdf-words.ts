import type { SourceWord } from '../source-document.ts';
import { joinAcross } from '../text/join-words.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import { behindGluedMark, gluedMark } from './find-footnotes.ts';
import type { LinePiece } from './page-lines.ts';

export interface PdfWords {
  readonly words: SourceWord[];
  /** Joints for which the document gives little evidence. */
  readonly uncertain: readonly { readonly line: number; readonly text: string }[];
}

/**
 * Makes the words of one block out of the pieces of its lines: joins what a line end cut, and hangs raised marks
 * that have a footnote on the word before them.
 */
export function pdfWords(
  lines: readonly (readonly LinePiece[])[],
  vocabulary: Vocabulary,
  isMark: (text: string) => boolean,
): PdfWords {
  const words: SourceWord[] = [];
  const uncertain: { line: number; text: string }[] = [];
  for (const pieces of lines) {
    pieces.forEach((piece, index) => {
      const last = words.at(-1);
      const startsLine = index === 0 && words.length > 0;
      const { token } = piece;
      if (piece.raised && isMark(token.text) && last && !startsLine && last.footnoteMark === undefined) {
        words[words.length - 1] = { ...last, footnoteMark: token.text, footnoteMarkToken: token };
        return;
      }
      if (piece.raised && isMark(token.text)) {
        words.push({
          text: '',
          tokens: [],
          spaceBefore: false,
          footnoteMark: token.text,
          footnoteMarkToken: token,
        });
        return;
      }
      const joint =
        startsLine && last?.footnoteMark === undefined && last
          ? joinAcross(last.text, token.text, words.at(-2)?.text, vocabulary)
          : undefined;
      const glued = gluedMark(token.text);
      const mark = glued !== null && isMark(glued) && !piece.raised ? glued : null;
      const marked = mark === null ? {} : { footnoteMark: mark };
      const behind = mark === null ? '' : behindGluedMark(token.text);
      const withoutMark = (text: string): string =>
        text.slice(0, text.length - (mark?.length ?? 0) - behind.length);
      const pushBehind = (): void => {
        if (behind !== '') words.push({ text: behind, tokens: [token], spaceBefore: false });
      };
      if (last && joint && joint.type !== 'apart') {
        const text = withoutMark(joint.text);
        words[words.length - 1] = { ...last, ...marked, text, tokens: [...last.tokens, token] };
        if (joint.type === 'joined' && joint.uncertain)
          uncertain.push({ line: token.line, text: joint.text });
        pushBehind();
        return;
      }
      words.push({
        ...marked,
        text: withoutMark(token.text).replaceAll('\u00ad', ''),
        tokens: [token],
        spaceBefore: words.length > 0 && (startsLine || piece.spaceBefore),
        ...(piece.bold ? { strong: true } : {}),
        ...(piece.italic ? { emphasis: true } : {}),
      });
      pushBehind();
    });
  }
  return { words, uncertain };
}
