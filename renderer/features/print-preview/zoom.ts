/** How large pages are shown: fitted to what there is room for, or in percent of paper. */
export type Zoom = 'width' | 'page' | number;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels of a screen for one point of paper at 100 %. */
const PIXELS_PER_POINT = 96 / 72;
/** Room beside and above pages, in pixels. */
export const MARGIN = 24;
export const zoomSteps = [25, 50, 75, 90, 100, 125, 150, 200, 300, 400] as const;

/** Pixels for one point, so that the widest page fits as wanted. Never so small that nothing is to be seen. */
export function scaleFor(zoom: Zoom, page: Size, room: Size): number {
  if (typeof zoom === 'number') return (zoom / 100) * PIXELS_PER_POINT;
  const byWidth = (room.width - 2 * MARGIN) / page.width;
  const byHeight = (room.height - 2 * MARGIN) / page.height;
  return Math.max(0.1, zoom === 'width' ? byWidth : Math.min(byWidth, byHeight));
}

/** A scale in percent of paper. */
export function percentOf(scale: number): number {
  return Math.round((100 * scale) / PIXELS_PER_POINT);
}

/** The next step up or down from where it is; stays at the last one. */
export function stepFrom(percent: number, direction: 1 | -1): number {
  const steps = direction === 1 ? zoomSteps : [...zoomSteps].reverse();
  return steps.find((step) => (step - percent) * direction > 0.5) ?? steps.at(-1) ?? percent;
}
