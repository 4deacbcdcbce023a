import type { NodeId } from '../ids/ids.ts';
import type { LeitbildDocument } from '../schema/document.ts';
import { unitsOf, type DocumentUnit } from './document-units.ts';
import { keptOrder } from './kept-order.ts';
import { diffWords, type WordChange } from './word-diff.ts';

/** What became of one unit from an earlier document to a later one. */
export interface UnitChange {
  readonly id: NodeId;
  readonly type: DocumentUnit['type'];
  readonly status: 'kept' | 'changed' | 'new' | 'dropped';
  /** Words differ. */
  readonly reworded: boolean;
  /** Words are the same, but marks, links or targets of references differ. */
  readonly reformatted: boolean;
  /** It stands elsewhere: under another unit, or in another order among those that stayed. */
  readonly moved: boolean;
  /** A goal that is of another kind than before. */
  readonly kindChanged: boolean;
  /** Units of the earlier document it came from besides itself: a split where those live on, a merger where not. */
  readonly from: readonly NodeId[];
  /** For a dropped unit: the units of the later document that came from it. */
  readonly into: readonly NodeId[];
  readonly before: DocumentUnit | null;
  readonly after: DocumentUnit | null;
  /** From the earlier to the later words. */
  readonly words: readonly WordChange[];
}

/** Changes of all units: in the order of the later document, then what was dropped, in the order of the earlier. */
export interface DocumentComparison {
  readonly changes: readonly UnitChange[];
}

/**
 * Compares two documents by the ids of their nodes (rules CMP1 to CMP7). A document compared with itself has only
 * units that were kept; comparing the other way round turns new into dropped and the words' changes about.
 */
export function compareDocuments(before: LeitbildDocument, after: LeitbildDocument): DocumentComparison {
  const earlier = unitsOf(before);
  const later = unitsOf(after);
  const earlierById = new Map(earlier.map((unit) => [unit.id, unit]));
  const laterById = new Map(later.map((unit) => [unit.id, unit]));
  const inOrder = keptOrder(earlier, later);
  const heirs = new Map<NodeId, NodeId[]>();
  for (const unit of later) {
    for (const origin of unit.origins) heirs.set(origin, [...(heirs.get(origin) ?? []), unit.id]);
  }

  const changes = later.map((unit): UnitChange => {
    const former = earlierById.get(unit.id) ?? null;
    const known = new Set(former?.origins ?? []);
    const from = unit.origins.filter((id) => !known.has(id) && earlierById.has(id));
    const reworded = former !== null && former.text !== unit.text;
    const reformatted = former !== null && !reworded && former.form !== unit.form;
    const moved = former !== null && (former.parent !== unit.parent || !inOrder.has(unit.id));
    const kindChanged = former !== null && former.goalKind !== unit.goalKind;
    const changed = reworded || reformatted || moved || kindChanged || from.length > 0;
    return {
      id: unit.id,
      type: unit.type,
      status: former === null ? 'new' : changed ? 'changed' : 'kept',
      reworded,
      reformatted,
      moved,
      kindChanged,
      from,
      into: [],
      before: former,
      after: unit,
      words: diffWords(former?.text ?? '', unit.text),
    };
  });
  const dropped = earlier
    .filter((unit) => !laterById.has(unit.id))
    .map((unit): UnitChange => ({
      id: unit.id,
      type: unit.type,
      status: 'dropped',
      reworded: false,
      reformatted: false,
      moved: false,
      kindChanged: false,
      from: [],
      into: heirs.get(unit.id) ?? [],
      before: unit,
      after: null,
      words: diffWords(unit.text, ''),
    }));
  return { changes: [...changes, ...dropped] };
}
