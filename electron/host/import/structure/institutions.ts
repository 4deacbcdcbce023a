import { institutionId, type NodeId } from '../../../../shared/ids/ids.ts';
import type { Institution } from '../../../../shared/register/institution.ts';
import type { SourceWord } from '../source-document.ts';
import type { Placement } from './placement.ts';
import type { ContentBlock } from './parts.ts';

/** Longest name that a register takes. */
const LONGEST_NAME = 300;

/**
 * Whether a line below the heading of the participants is a name: no sentence, no announcement, no footnote.
 * An abbreviation at its end ("e.V.") is no full stop.
 */
export function readsAsInstitution(block: ContentBlock): boolean {
  if (block.type !== 'paragraph' && block.type !== 'listItem') return false;
  const last = block.words.at(-1)?.text ?? '';
  const length = block.words.reduce((sum, word) => sum + word.text.length + 1, 0);
  const endsInSentence =
    /[!?:;]$/u.test(last) || (/\.$/u.test(last) && !/(?:^|[.(])\p{L}{1,3}\.$/u.test(last));
  const isLong = block.words.length > 24 || length > LONGEST_NAME;
  return (
    last !== '' && !endsInSentence && !isLong && block.words.every((word) => word.footnoteMark === undefined)
  );
}

/** Makes an institution of the register from the words of its name, and writes down the words' fate. */
export function institutionOf(words: readonly SourceWord[], id: NodeId, placement: Placement): Institution {
  const name = words.map((word, place) => (word.spaceBefore && place > 0 ? ' ' : '') + word.text).join('');
  for (const token of words.flatMap((word) => word.tokens)) {
    placement.setFate(token, { type: 'institution', institution: id });
  }
  return { id: institutionId(id), name: name.slice(0, LONGEST_NAME), kind: 'other', seats: 1 };
}
