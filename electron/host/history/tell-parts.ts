import { touchedLimit, type TouchedPart } from '../../../shared/history/moment.ts';
import type { NodeId } from '../../../shared/ids/ids.ts';
import type { IdentifiedNode, LeitbildDocument, LeitbildNode } from '../../../shared/schema/document.ts';
import type { Profile } from '../../../shared/schema/profile.ts';
import { childrenOf, headingOf, isIdentified, plainText, walk } from '../../../shared/schema/walk.ts';
import { numberDocument, type Numbering } from '../../../shared/text/numbering.ts';
import { partTypes } from './touched-parts.ts';

/** So many characters of a part are enough to know it by. */
const QUOTED = 80;

/** A document whose parts can be told. */
export interface ToldDocument {
  /** Those of these parts that are in the document, in its order; as many as a moment takes. */
  tell(ids: ReadonlySet<NodeId>): readonly TouchedPart[];
  /** The parts that another document has no more; as many as a moment takes. */
  missingIn(later: ToldDocument): readonly TouchedPart[];
  has(id: NodeId): boolean;
}

/** Numbers a document once for all that is told of it. */
export function toldDocument(document: LeitbildDocument, profile: Profile): ToldDocument {
  const parts: IdentifiedNode[] = [];
  const ids = new Set<NodeId>();
  walk(document, (node) => {
    if (!isIdentified(node) || !partTypes.has(node.type)) return;
    parts.push(node);
    ids.add(node.attrs.id);
  });
  let numbering: Numbering | null = null;
  const toldOf = (node: IdentifiedNode): TouchedPart => ({
    id: node.attrs.id,
    type: node.type,
    number: (numbering ??= numberDocument(document, profile)).get(node.attrs.id)?.full ?? '',
    quote: quoteOf(node),
  });
  const select = (holds: (id: NodeId) => boolean): readonly TouchedPart[] =>
    parts
      .filter(({ attrs }) => holds(attrs.id))
      .slice(0, touchedLimit)
      .map(toldOf);
  return {
    tell: (wanted) => select((id) => wanted.has(id)),
    missingIn: (later) => select((id) => !later.has(id)),
    has: (id) => ids.has(id),
  };
}

function quoteOf(node: LeitbildNode): string {
  const heading = headingOf(node);
  const [first] = childrenOf(node);
  const text = plainText(heading.length > 0 ? heading : first === undefined ? [] : [first]).trim();
  return Array.from(text).slice(0, QUOTED).join('');
}
