import { expect, it } from 'vitest';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { Doc } from 'yjs';
import { colourFor, settledColour } from '../../../renderer/client/peer-colours.ts';

/** A room in which everybody at first has the same colour, and hears of everybody. */
function room(ids: readonly number[]): readonly Awareness[] {
  return ids.map((id) => {
    const doc = new Doc();
    doc.clientID = id;
    const awareness = new Awareness(doc);
    awareness.setLocalState({ user: { name: '', color: colourFor(0) } });
    return awareness;
  });
}

function tellEverybody(all: readonly Awareness[]): void {
  for (const from of all) {
    for (const to of all) {
      if (to !== from) applyAwarenessUpdate(to, encodeAwarenessUpdate(from, [from.clientID]), 'test');
    }
  }
}

function colourOf(awareness: Awareness): string {
  const user = awareness.getLocalState()?.['user'] as { color: string };
  return user.color;
}

it('people in one room come to have colours of their own, and whoever was first keeps theirs', () => {
  const all = room([10, 20, 30, 40, 50, 60]);
  for (let round = 0; round < all.length; round += 1) {
    tellEverybody(all);
    for (const one of all) one.setLocalState({ user: { color: settledColour(one, colourOf(one)) } });
  }
  tellEverybody(all);
  expect(new Set(all.map(colourOf)).size).toBe(6);
  expect(colourOf(all[0] ?? new Awareness(new Doc()))).toBe(colourFor(0));
  // At rest: nobody changes any more.
  expect(all.map((one) => settledColour(one, colourOf(one)))).toEqual(all.map(colourOf));
  for (const one of all) one.destroy();
});

it('where more people are here than there are colours, some share one and nobody changes for ever', () => {
  const all = room(Array.from({ length: 14 }, (_, index) => index + 1));
  for (let round = 0; round < 20; round += 1) {
    tellEverybody(all);
    for (const one of all) one.setLocalState({ user: { color: settledColour(one, colourOf(one)) } });
  }
  tellEverybody(all);
  expect(new Set(all.map(colourOf)).size).toBe(10);
  expect(all.map((one) => settledColour(one, colourOf(one)))).toEqual(all.map(colourOf));
  for (const one of all) one.destroy();
});

it('takes nothing for granted of what others send', () => {
  const own = new Awareness(new Doc());
  own.setLocalState({ user: 7 });
  own.states.set(0, { user: { color: 3 } });
  own.states.set(1, { user: 'red' });
  expect(settledColour(own, colourFor(3))).toBe(colourFor(3));
  own.destroy();
});
