import { figureOf, type Figure } from './measure.ts';
import { measureRoomOpening } from './room-opening.ts';

const EDITS = 100_000;

/** Opening a room with a long history, beside the bare application of its snapshot. */
export function roomsBench(): Promise<readonly Figure[]> {
  const { bare, open } = measureRoomOpening(EDITS);
  const ratios = open.map((time, index) => time / (bare[index] ?? Number.NaN));
  const name = `${EDITS.toLocaleString('en')} edits`;
  return Promise.resolve([
    figureOf(`room: open, ${name}`, 'ms', open),
    figureOf(`room: bare Y.applyUpdate, ${name}`, 'ms', bare),
    figureOf('room: open / bare', 'ratio', ratios, 1.5),
  ]);
}
