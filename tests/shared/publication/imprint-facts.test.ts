import { expect, it } from 'vitest';
import { editionLine, imprintFacts } from '../../../shared/publication/imprint-facts.ts';
import { groupByLink } from '../../../shared/publication/linked-runs.ts';
import { printedDate } from '../../../shared/publication/printed-date.ts';
import type { Run } from '../../../shared/publication/publication.ts';
import { samplePublication } from '../../support/sample-publication.ts';

it('printedDate writes the day of a date or instant in words', () => {
  expect(printedDate('2019-03-01', 'de')).toBe('1. März 2019');
  expect(printedDate('2019-12-31T23:59:59Z', 'en')).toBe('31 December 2019');
  expect(printedDate('2019-13-01', 'de')).toBe('2019-13-01');
  expect(printedDate('', 'de')).toBe('');
});

it('imprintFacts names what an edition has, and leaves out what a draft has not', () => {
  const edition = samplePublication('edition');
  expect(imprintFacts(edition).map(({ value }) => value)).toEqual([
    'Stadt Auenbrück',
    '2019',
    'Rat der Stadt Auenbrück, 12. Juni 2019',
    'V/0417/2019',
    '1. Juli 2019',
    edition.hash,
  ]);
  expect(imprintFacts(edition).filter(({ proof }) => proof)).toHaveLength(1);
  expect(imprintFacts(samplePublication('draft')).map(({ name }) => name)).toEqual([
    'Herausgeberin',
    'Stand des Entwurfs',
  ]);
});

it('editionLine tells an edition from a draft', () => {
  expect(editionLine(samplePublication('edition'))).toBe('Edition 2019');
  expect(editionLine(samplePublication('draft'))).toBe('ENTWURF, 3. Februar 2025');
});

it('groupByLink keeps a link with a bold word in it one link', () => {
  const text = (words: string, href: string | null, strong = false): Run => ({
    type: 'text',
    text: words,
    strong,
    emphasis: false,
    href,
  });
  const runs = [
    text('a', null),
    text('b', 'https://x.example'),
    text('c', 'https://x.example', true),
    text('d', 'https://y.example'),
  ];
  const groups = groupByLink(runs);
  expect(groups.map((group) => group.runs.length)).toEqual([1, 2, 1]);
  expect(groups.flatMap((group) => group.runs)).toEqual(runs);
});
