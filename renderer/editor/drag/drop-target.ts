import type { NodeId } from '../../../shared/ids/ids.ts';
import type { MoveTarget } from '../commands/move.ts';

/** Beside which types a dragged node is put, nearest first, and into which it goes where none of these is there. */
const TARGETS: Readonly<
  Record<string, { readonly beside: readonly string[]; readonly into: readonly string[] }>
> = {
  subpoint: { beside: ['subpoint'], into: ['goal'] },
  goal: { beside: ['goal'], into: ['goalGroup', 'actionField', 'section'] },
  goalGroup: { beside: ['goalGroup'], into: ['actionField', 'section', 'chapter'] },
  actionField: { beside: ['actionField', 'section'], into: ['chapter'] },
  section: { beside: ['section', 'actionField'], into: ['chapter'] },
  chapter: { beside: ['chapter', 'preface', 'foreword'], into: [] },
  preface: { beside: ['chapter', 'preface', 'foreword'], into: [] },
  foreword: { beside: ['chapter', 'preface', 'foreword'], into: [] },
};

/** Where a node would go, and the line or frame that shows it. */
export interface DropPlace {
  readonly target: MoveTarget;
  readonly element: HTMLElement;
  readonly edge: 'top' | 'bottom' | 'inside';
}

/** The types that can be dragged. */
export function isDraggable(type: string): boolean {
  return type in TARGETS;
}

/**
 * Where a node of a type goes when it is dropped at a height over an element: beside the nearest of its kind, or into
 * what may hold it. `undefined` where nothing there takes it.
 */
export function dropPlaceAt(type: string, over: Element, height: number): DropPlace | undefined {
  const { beside, into } = TARGETS[type] ?? { beside: [], into: [] };
  const neighbour = closest(over, beside);
  if (neighbour) {
    const { top, bottom } = neighbour.getBoundingClientRect();
    const isUpper = height < (top + bottom) / 2;
    const id = idOf(neighbour);
    return isUpper
      ? { target: { before: id }, element: neighbour, edge: 'top' }
      : { target: { after: id }, element: neighbour, edge: 'bottom' };
  }
  const holder = closest(over, into);
  return holder ? { target: { into: idOf(holder) }, element: holder, edge: 'inside' } : undefined;
}

function closest(element: Element, types: readonly string[]): HTMLElement | null {
  if (types.length === 0) return null;
  return element.closest<HTMLElement>(types.map((type) => `[data-leitbild="${type}"]`).join(', '));
}

function idOf(element: HTMLElement): NodeId {
  return (element.dataset['id'] ?? '') as NodeId;
}
