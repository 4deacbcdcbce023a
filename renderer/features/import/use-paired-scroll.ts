import { useCallback, useMemo, useRef, type RefObject } from 'react';
import type { NodeId } from '../../../shared/ids/ids.ts';
import type { RowPairs } from './row-pairs.ts';
import type { RowWindowHandle } from '../../ui/use-row-window.ts';

export type PaneSide = 'source' | 'structure';

/** Ties two scrolling panes together. */
export interface PairedScroll {
  readonly source: RefObject<RowWindowHandle | null>;
  readonly structure: RefObject<RowWindowHandle | null>;
  /** Says that the person moves this pane; the other one follows. */
  readonly lead: (side: PaneSide) => void;
  /** To be called whenever a pane has moved or its rows have other heights. */
  readonly onMove: () => void;
  /** Brings a block, and what it became, into view. */
  readonly showBlock: (block: string) => void;
  readonly showRow: (row: NodeId) => void;
}

/** The height at which both panes hold what belongs together, as a share of the pane. */
const LINE = 0.3;

/** Keeps what belongs together at one height: the pane that the person moves leads, the other follows. */
export function usePairedScroll(pairs: RowPairs): PairedScroll {
  const source = useRef<RowWindowHandle>(null);
  const structure = useRef<RowWindowHandle>(null);
  const leading = useRef<PaneSide>('source');
  /** What was asked for stands beside its partner, wherever in the pane it is, until the person moves on. */
  const held = useRef<number | null>(null);

  const onMove = useCallback(() => {
    const side = leading.current;
    const [pane, other] =
      side === 'source' ? [source.current, structure.current] : [structure.current, source.current];
    const element = pane?.element ?? null;
    const follower = other?.element ?? null;
    if (pane === null || other === null || element === null || follower === null) return;
    const { scrollTop, clientHeight } = element;
    const partnerOf = side === 'source' ? pairs.rowOf : pairs.blockOf;
    const line = scrollTop + clientHeight * LINE;
    const index = held.current ?? pairs.running(side, pane.at(line));
    const partner = index === null ? null : partnerOf(index);
    const box = index === null ? null : pane.box(index);
    const otherBox = partner === null ? null : other.box(partner);
    if (box === null || otherBox === null) return;
    const share = held.current === null ? Math.min(1, Math.max(0, (line - box.start) / box.size)) : 0;
    const at = held.current === null ? clientHeight * LINE : box.start - scrollTop;
    const wanted = otherBox.start + share * otherBox.size - at;
    // What is right already must not move: each move is told here again.
    if (Math.abs(follower.scrollTop - wanted) > 1) follower.scrollTop = wanted;
  }, [pairs]);

  const lead = useCallback((side: PaneSide) => {
    leading.current = side;
    held.current = null;
  }, []);

  const show = useCallback(
    (side: PaneSide, index: number | null) => {
      const pane = side === 'source' ? source.current : structure.current;
      const element = pane?.element ?? null;
      const box = index === null ? null : (pane?.box(index) ?? null);
      if (index === null || box === null || pane === null || element === null) return;
      leading.current = side;
      const partner = side === 'source' ? pairs.rowOf(index) : pairs.blockOf(index);
      held.current = partner === null ? null : index;
      const { scrollTop, clientHeight } = element;
      if (box.start < scrollTop || box.start + box.size > scrollTop + clientHeight) pane.show(index);
      onMove();
    },
    [onMove, pairs],
  );

  return useMemo(
    () => ({
      ...{ source, structure, lead, onMove },
      showBlock: (block) => show('source', pairs.indexOfBlock(block)),
      showRow: (row) => show('structure', pairs.indexOfRow(row)),
    }),
    [lead, onMove, pairs, show],
  );
}
