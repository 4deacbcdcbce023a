import type { ErrorDetails } from '../../../shared/errors/errors.ts';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { headingOf, isIdentified, plainText, walk } from '../../../shared/schema/walk.ts';
import type { NumberedText } from '../../client/live-text.ts';

/** A character that cannot be printed, and the way there. */
export interface FaultPlace {
  readonly character: string;
  readonly codePoint: string;
  /** Number of the goal, or title of the part; then the words around it. */
  readonly place: string;
  /** Null where the text has no such place (any more), or several. */
  readonly node: NodeId | null;
}

/**
 * Which node each place of a `glyph-missing` is. Places are told by number ("6.4.T3"), by number and title
 * ("6.4 Arbeit") or by title, then `: ` and the words around; footnotes follow a comma.
 */
export function faultPlaces(
  places: ErrorDetails['glyph-missing']['places'],
  text: NumberedText | null,
): readonly FaultPlace[] {
  const byName = new Map<string, NodeId | null>();
  const add = (name: string, id: NodeId): void => {
    const known = byName.get(name);
    if (known !== id) byName.set(name, known === undefined ? id : null);
  };
  if (text !== null) {
    walk(text.document, (node) => {
      if (!isIdentified(node) || node.type === 'footnote') return;
      const { id } = node.attrs;
      const number = text.numbering.get(id)?.full ?? '';
      const title = plainText(headingOf(node)).trim();
      for (const name of new Set([number, title, [number, title].filter((part) => part !== '').join(' ')])) {
        if (name !== '') add(name, id);
      }
    });
  }
  return places.map(({ character, codePoint, place }) => {
    // A title may hold a colon itself: the longest beginning that is a name counts.
    const names = [...byName.keys()].filter(
      (name) => place === name || /^[:,]/.test(place.slice(name.length)),
    );
    const name = names
      .filter((one) => place.startsWith(one))
      .reduce((longest, one) => (one.length > longest.length ? one : longest), '');
    return { character, codePoint, place, node: byName.get(name) ?? null };
  });
}
