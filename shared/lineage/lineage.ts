import type { DocumentComparison, UnitChange } from '../diff/compare-documents.ts';
import type { NodeId } from '../ids/ids.ts';
import type { DocumentUnit } from '../diff/document-units.ts';

/** What happened to units of one type between two editions, as a reader would tell it. One unit may stand in several lists. */
export interface Lineage {
  readonly kept: readonly NodeId[];
  readonly reworded: readonly NodeId[];
  readonly moved: readonly NodeId[];
  /** One became several: `into` holds the survivor, if it lives on, and what was split off. */
  readonly split: readonly { readonly from: NodeId; readonly into: readonly NodeId[] }[];
  /** Several became one. */
  readonly merged: readonly { readonly from: readonly NodeId[]; readonly into: NodeId }[];
  /** Without any forerunner. */
  readonly new: readonly NodeId[];
  /** Without any heir. */
  readonly dropped: readonly NodeId[];
}

/**
 * Tells splits and mergers from what is simply new or dropped (rules LIN1 to LIN4). A unit that comes from several
 * is a merger; a unit whose heirs are several, itself included, was split.
 */
export function lineageOf(comparison: DocumentComparison, type: DocumentUnit['type']): Lineage {
  const changes = comparison.changes.filter((change) => change.type === type);
  const heirs = new Map<NodeId, NodeId[]>();
  const merged: { from: NodeId[]; into: NodeId }[] = [];
  for (const change of changes) {
    if (change.status === 'dropped') continue;
    const sources = change.status === 'new' ? [...change.from] : [change.id, ...change.from];
    if (sources.length > 1) merged.push({ from: sources, into: change.id });
    for (const source of sources) heirs.set(source, [...(heirs.get(source) ?? []), change.id]);
  }
  const idsWhere = (holds: (change: UnitChange) => boolean): NodeId[] =>
    changes.filter(holds).map(({ id }) => id);
  return {
    kept: idsWhere(({ status }) => status === 'kept'),
    reworded: idsWhere(({ reworded }) => reworded),
    moved: idsWhere(({ moved }) => moved),
    split: [...heirs].filter(([, into]) => into.length > 1).map(([from, into]) => ({ from, into })),
    merged,
    new: idsWhere(({ status, from }) => status === 'new' && from.length === 0),
    dropped: idsWhere(({ status, into }) => status === 'dropped' && into.length === 0),
  };
}
