import { expect, test } from 'vitest';
import { numberedText } from '../../../../renderer/client/live-text.ts';
import { nodeAt, placeHeadings } from '../../../../renderer/features/print-preview/page-places.ts';
import { percentOf, scaleFor, stepFrom } from '../../../../renderer/features/print-preview/zoom.ts';
import { nodeId } from '../../../../shared/ids/ids.ts';
import type { ActionField, Chapter, Goal } from '../../../../shared/schema/document.ts';
import { shippedProfile } from '../../../support/standard-profile.ts';

const identity = (id: string) => ({ attrs: { id: nodeId(id), origins: [] } });
const heading = (text: string) => ({ type: 'heading', content: [{ type: 'text', text }] }) as const;
const goal = (id: string): Goal => ({
  type: 'goal',
  ...identity(id),
  content: [{ type: 'paragraph', ...identity(`${id}p`), content: [{ type: 'text', text: id }] }],
});
const field = (id: string, title: string): ActionField => ({
  type: 'actionField',
  ...identity(id),
  content: [
    heading(title),
    {
      type: 'goalGroup',
      attrs: { id: nodeId(`${id}g`), origins: [], kind: 'teilziel' },
      content: [goal(`${id}z1`), goal(`${id}z2`)],
    },
  ],
});
const chapter: Chapter = {
  type: 'chapter',
  ...identity('c'),
  content: [heading('Ziele'), field('a', 'Arbeit'), field('b', 'Arbeit')],
};
const text = numberedText({ type: 'leitbild', content: [chapter] }, shippedProfile());

const headings = placeHeadings(
  [
    { title: 'Inhalt', depth: 0, page: 1, top: 60 },
    { title: '1 Ziele', depth: 0, page: 2, top: 60 },
    { title: '1.1 Arbeit', depth: 1, page: 2, top: 100 },
    { title: '1.2 Arbeit', depth: 1, page: 3, top: 100 },
  ],
  text,
);

test('headings of the pages are found in the text, contents and imprint in none of it', () => {
  expect(headings.map(({ node }) => node)).toEqual([null, 'c', 'a', 'b']);
  expect(placeHeadings(headings, null).every(({ node }) => node === null)).toBe(true);
});

test('a place of a page leads to the goal that stands there, else to its part', () => {
  const words = [
    { text: 'T1', top: 150 },
    { text: 'T2', top: 300 },
  ];
  const at = (page: number, top: number) => nodeAt({ page, top }, headings, words, text);
  expect([at(2, 70), at(2, 120), at(2, 200), at(2, 320)]).toEqual(['c', 'a', 'az1', 'az2']);
  expect(at(3, 320)).toBe('bz2');
  expect(at(3, 50)).toBe('a');
  expect(at(0, 400)).toBeNull();
});

test('pages fit into the room, and steps lead to the next size', () => {
  const page = { width: 600, height: 800 };
  const room = { width: 648, height: 448 };
  expect(scaleFor('width', page, room)).toBe(1);
  expect(scaleFor('page', page, room)).toBe(0.5);
  expect(percentOf(scaleFor(150, page, room))).toBe(150);
  expect([stepFrom(100, 1), stepFrom(93, 1), stepFrom(93, -1), stepFrom(400, 1), stepFrom(10, -1)]).toEqual([
    125, 100, 90, 400, 25,
  ]);
});
