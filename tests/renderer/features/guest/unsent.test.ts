import { expect, it } from 'vitest';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { unsentParts, unsentText } from '../../../../renderer/features/guest/unsent.ts';
import { germanGuest } from '../../../../renderer/words/de/guest.ts';
import { writeDocument } from '../../../../shared/rooms/text-room.ts';
import type { LeitbildDocument } from '../../../../shared/schema/document.ts';
import { sampleDocument } from '../../../support/sample-document.ts';
import { sampleProfile } from '../../../support/sample-profile.ts';

function updateOf(document: LeitbildDocument): Uint8Array {
  const doc = new Doc();
  writeDocument(doc, document);
  return encodeStateAsUpdate(doc);
}

const whole = updateOf(sampleDocument());

it('is nothing where the host has the same, and the whole text where nobody knows what the host has', () => {
  expect(unsentParts({ own: whole, host: whole }, sampleProfile)).toEqual([]);
  const all = unsentParts({ own: whole, host: null }, sampleProfile) ?? [];
  expect(all.length).toBeGreaterThan(3);
  expect(all.every(({ own, name }) => own !== '' && name !== '')).toBe(true);
  // What a connection that broke off at once has left is no text either.
  expect(unsentParts({ own: whole, host: encodeStateAsUpdate(new Doc()) }, sampleProfile)).toEqual(all);
});

it('cannot be told of what is no text', () => {
  expect(unsentParts({ own: encodeStateAsUpdate(new Doc()), host: whole }, sampleProfile)).toBeNull();
});

it('is written so that it can be read without the program', () => {
  const parts = unsentParts({ own: whole, host: null }, sampleProfile) ?? [];
  const [first] = parts;
  if (first === undefined) throw new Error('the sample has no text');
  const words = { ...germanGuest.unsent.file, removed: 'Gelöscht' };
  const text = unsentText([first, { ...first, own: '' }], words, '22.11.2026, 20:15');
  expect(text).toBe(
    `Leitbild: nicht gesendete Änderungen\n\nGesichert am 22.11.2026, 20:15 Uhr. Der Host hatte diese Änderungen da noch nicht.\n\n${first.name}\n${first.own}\n\n${first.name}\nGelöscht\n`,
  );
});
