import { stemOf, type Vocabulary } from './vocabulary.ts';

/** How the last token of a line and the first of the next go together. */
export type Joint =
  /** Two words. */
  | { readonly type: 'apart' }
  /** One word; `text` is how it reads. */
  | { readonly type: 'joined'; readonly text: string; readonly uncertain: boolean }
  /** The hyphen alone at the line's end belongs to the next word ("und - ⏎ leitern"). */
  | { readonly type: 'prefixed'; readonly text: string };

const apart: Joint = { type: 'apart' };
const CONJUNCTION = /^(?:und|oder|sowie|bzw\.?|beziehungsweise|bis|wie|als)[,;]?$/u;
const ADJECTIVE = /(?:lich|isch|ig|al|ell|iv|är|sam|bar)$/u;
const SUFFIX = /^(?:keit|heit|isier|ität|ung|erweise)/u;
const INFLECTED_ADJECTIVE = /(?:lich|isch|ig|al|ell|iv|är|sam|bar|iert|end)(?:e[nmrs]?)$/u;
const URL_CUT = /(?::\/\/|^\(?www\.)\S*[/?&=_#%~+]$/iu;
const URL_REST = /^[?&=#%]|^\S*(?:[=/?&%_\d]|\.\p{Ll})/u;
const ADDRESS = /:\/\/|^\(?www\.|@|\.(?:de|org|net|eu|com)\//iu;

/**
 * Decides how a word goes on that stands at a line's end, from its form and the words of the document.
 * `before` is the token before the last one, `next` the first token of the next line.
 */
export function joinAcross(
  last: string,
  next: string,
  before: string | undefined,
  vocabulary: Vocabulary,
): Joint {
  if (/^[-‐]$/u.test(last)) {
    const suspended = before !== undefined && CONJUNCTION.test(before) && /^\p{Ll}/u.test(next);
    return suspended ? { type: 'prefixed', text: `${last}${next}` } : apart;
  }
  if (URL_CUT.test(last) && URL_REST.test(next)) {
    return { type: 'joined', text: last + next, uncertain: false };
  }
  if (!/[\p{L}\p{N}/)][-‐\u00ad]$/u.test(last)) return apart;
  const stem = last.slice(0, -1);
  const joined = (text: string, uncertain = false): Joint => ({ type: 'joined', text, uncertain });
  if (last.endsWith('\u00ad')) return joined(stem + next);
  if (ADDRESS.test(last)) return joined(last + next);
  if (CONJUNCTION.test(next) && !vocabulary.has(stem + next)) return apart;
  if (!/^\p{Ll}/u.test(next)) return /^[\p{L}\p{N}(„“"]/u.test(next) ? joined(last + next) : apart;
  if (/\p{N}$/u.test(stem) || /(?:^|[^\p{L}])\p{L}$/u.test(stem)) return joined(last + next);

  const rest = next.replace(/[^\p{L}].*$/u, '');
  if (vocabulary.has(stem + rest)) return joined(stem + next);
  if (vocabulary.has(last + rest)) return joined(last + next);
  const cut = /[\p{L}]+$/u.exec(stem)?.[0] ?? stem;
  const couldBeTwo = ADJECTIVE.test(cut) && cut.length >= 5 && rest.length >= 5 && !SUFFIX.test(rest);
  if (!couldBeTwo) return joined(stem + next);
  const firstStandsAlone = vocabulary.has(cut) || vocabulary.hasStem(cut);
  const secondStandsAlone = vocabulary.has(rest) || vocabulary.hasStem(rest);
  if (firstStandsAlone && secondStandsAlone) return joined(last + next);
  const looksTwofold = INFLECTED_ADJECTIVE.test(rest) && stemOf(rest).length >= 5;
  return looksTwofold ? joined(last + next, true) : joined(stem + next, firstStandsAlone);
}
