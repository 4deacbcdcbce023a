import { expect, test } from 'vitest';
import { placeWindow } from '../../../electron/shell/window-bounds.ts';

const laptop = { x: 0, y: 0, width: 1440, height: 860 };
const projector = { x: 1440, y: 0, width: 1280, height: 720 };
const wanted = { width: 1440, height: 900 };
const last = { x: 1500, y: 40, width: 900, height: 600, maximized: false };

test('SHL5: a window comes back where it was, as long as that screen is there', () => {
  expect(placeWindow(last, wanted, [laptop, projector])).toEqual({ x: 1500, y: 40, width: 900, height: 600 });
  expect(placeWindow(last, wanted, [laptop])).toEqual({ width: 1440, height: 860 });
});

test('a window whose top cannot be reached goes to the middle, no larger than the screen', () => {
  for (const lost of [{ y: -200 }, { y: 5_000 }, { x: 1_400 + 1_300 }, { x: -880 }]) {
    expect(placeWindow({ ...last, x: 10, y: 10, ...lost }, wanted, [laptop])).toEqual({
      width: 1440,
      height: 860,
    });
  }
  expect(placeWindow(undefined, { width: 800, height: 600 }, [laptop])).toEqual({ width: 800, height: 600 });
  expect(placeWindow(undefined, wanted, [])).toEqual(wanted);
});
