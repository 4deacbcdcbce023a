import type { WindowBounds } from './shell-settings.ts';

/** A part of a screen that windows may cover. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** At least so much of a window's top must be on a screen, so that it can be taken hold of. */
const GRIP = { width: 120, height: 40 };

/**
 * Where a window goes: where it last was, if enough of it is on a screen that is there now (the projector may be gone);
 * else in the middle, as large as wanted. Undefined coordinates mean the middle.
 */
export function placeWindow(
  last: WindowBounds | undefined,
  wanted: { readonly width: number; readonly height: number },
  areas: readonly Area[],
): { readonly x?: number; readonly y?: number; readonly width: number; readonly height: number } {
  const [first] = areas;
  const fitting = {
    width: Math.min(wanted.width, first?.width ?? wanted.width),
    height: Math.min(wanted.height, first?.height ?? wanted.height),
  };
  if (last === undefined || !areas.some((area) => canBeGripped(last, area))) return fitting;
  const { x, y, width, height } = last;
  return { x, y, width, height };
}

function canBeGripped(window: Area, area: Area): boolean {
  const width = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return width >= GRIP.width && window.y >= area.y && window.y + GRIP.height <= area.y + area.height;
}
