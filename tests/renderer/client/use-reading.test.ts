import { expect, it } from 'vitest';
import { Doc } from 'yjs';
import { createReading, createReadings } from '../../../renderer/client/use-reading.ts';

function followed() {
  const doc = new Doc();
  const seen: (number | null)[] = [];
  const read = (room: Doc, last: number | null): number => {
    seen.push(last);
    return room.getMap('m').size;
  };
  return { doc, seen, read };
}

it('reads once for all who ask for the same', () => {
  const { doc, seen, read } = followed();
  const readings = createReadings();
  const [one, other] = [readings.of(doc, read), readings.of(doc, read)];
  const ends = [one, other].map((reading) => reading.subscribe(() => undefined));
  expect([one.current(), other.current()]).toEqual([0, 0]);
  doc.getMap('m').set('a', 1);
  expect([one.current(), other.current()]).toEqual([1, 1]);
  expect(seen).toEqual([null, 0]);
  expect(readings.of(new Doc(), read).current()).toBe(0);
  for (const end of ends) end();
});

it('is told what was read last, also where nobody listened meanwhile', () => {
  const { doc, seen, read } = followed();
  const reading = createReading(doc, read);
  const end = reading.subscribe(() => undefined);
  reading.current();
  end();
  doc.getMap('m').set('a', 1);
  reading.subscribe(() => undefined)();
  expect(reading.current()).toBe(1);
  expect(seen).toEqual([null, 0]);
});
