import { useCallback, useRef, type RefObject } from 'react';
import type { NodeId } from '../../../shared/ids/ids.ts';
import type { Pairing } from './structure-rows.ts';

export type PaneSide = 'source' | 'structure';

/** Ties two scrolling panes together. */
export interface PairedScroll {
  readonly source: RefObject<HTMLDivElement | null>;
  readonly structure: RefObject<HTMLDivElement | null>;
  /** Says which pane the person is in; the other one follows. */
  readonly lead: (side: PaneSide) => void;
  readonly onScroll: (side: PaneSide) => void;
  /** Brings a block, and what it became, into view. */
  readonly showBlock: (block: string) => void;
  readonly showRow: (row: NodeId) => void;
}

/** The height at which both panes hold what belongs together, as a share of the pane. */
const LINE = 0.3;

/** Keeps what belongs together at one height: the pane that the person moves leads, the other follows. */
export function usePairedScroll({ rowOf, blocksOf }: Pairing): PairedScroll {
  const source = useRef<HTMLDivElement>(null);
  const structure = useRef<HTMLDivElement>(null);
  const leading = useRef<PaneSide>('source');

  /** What an item itself belongs to on the other side; null where it belongs to nothing. */
  const partnerOf = useCallback(
    (element: HTMLElement, side: PaneSide): HTMLElement | null => {
      if (side === 'structure') {
        const [block] = blocksOf.get(element.dataset['row'] as NodeId) ?? [];
        return block === undefined ? null : find(source.current, 'block', block);
      }
      const row = rowOf.get(element.dataset['block'] ?? '') ?? null;
      return row === null ? null : find(structure.current, 'row', row);
    },
    [rowOf, blocksOf],
  );

  const onScroll = useCallback(
    (side: PaneSide) => {
      const [pane, other] =
        side === 'source' ? [source.current, structure.current] : [structure.current, source.current];
      if (pane === null || other === null || leading.current !== side) return;
      const line = pane.scrollTop + pane.clientHeight * LINE;
      const element = runningItem(itemAt(pane, line), (item) => partnerOf(item, side) !== null);
      if (element === null) return;
      const share = Math.min(1, Math.max(0, (line - element.offsetTop) / Math.max(1, element.offsetHeight)));
      const partner = partnerOf(element, side);
      if (partner === null) return;
      other.scrollTop = partner.offsetTop + share * partner.offsetHeight - other.clientHeight * LINE;
    },
    [partnerOf],
  );

  const show = useCallback(
    (side: PaneSide, name: string) => {
      const [pane, other] =
        side === 'source' ? [source.current, structure.current] : [structure.current, source.current];
      const element = find(pane, side === 'source' ? 'block' : 'row', name);
      if (pane === null || element === null) return;
      leading.current = side;
      const isSeen =
        element.offsetTop >= pane.scrollTop &&
        element.offsetTop + element.offsetHeight <= pane.scrollTop + pane.clientHeight;
      if (!isSeen) pane.scrollTop = element.offsetTop - pane.clientHeight * LINE;
      const partner = partnerOf(element, side);
      // What was asked for stands beside its partner, wherever in the pane it is.
      if (partner !== null && other !== null) {
        other.scrollTop = partner.offsetTop - (element.offsetTop - pane.scrollTop);
      }
    },
    [partnerOf],
  );

  return {
    source,
    structure,
    lead: useCallback((side) => {
      leading.current = side;
    }, []),
    onScroll,
    showBlock: useCallback((block) => show('source', block), [show]),
    showRow: useCallback((row) => show('structure', row), [show]),
  };
}

function find(pane: HTMLElement | null, kind: 'block' | 'row', name: string): HTMLElement | null {
  return pane?.querySelector<HTMLElement>(`[data-${kind}="${CSS.escape(name)}"]`) ?? null;
}

/** The item at a height of the pane's content; items follow each other in one list. */
function itemAt(pane: HTMLElement, height: number): HTMLElement | null {
  const items = pane.querySelector('[data-items]')?.children ?? [];
  let [low, high] = [0, items.length - 1];
  let found: HTMLElement | null = null;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (!(item instanceof HTMLElement)) return found;
    if (item.offsetTop <= height) {
      found = item;
      low = middle + 1;
    } else high = middle - 1;
  }
  return found;
}

/**
 * The item, or the nearest one before it, by which both sides run on alike: what was left out has no partner, and
 * footnotes stand at the end of a page on one side and within the text on the other.
 */
function runningItem(item: Element | null, hasPartner: (item: HTMLElement) => boolean): HTMLElement | null {
  for (let one = item; one instanceof HTMLElement; one = one.previousElementSibling) {
    const { role, type } = one.dataset;
    if (role !== 'footnote' && type !== 'footnote' && hasPartner(one)) return one;
  }
  return null;
}
