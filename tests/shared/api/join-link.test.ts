import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isNewerJoinLink, readJoinLink, writeJoinLink } from '../../../shared/api/join-link.ts';
import { readEvent } from '../../../shared/api/events.ts';

const token = fc.stringMatching(/^[A-Za-z0-9_-]{43}$/);
const link = fc.record({
  base: fc.constantFrom('http://192.168.1.20:4711', 'https://[fd00::1]:4711', 'https://leitbild.example.org'),
  token,
  fingerprint: fc.option(fc.stringMatching(/^[0-9a-f]{64}$/)),
});

it('INV11: a join link comes back as it was, and keeps what is secret behind the #', () => {
  fc.assert(
    fc.property(link, (value) => {
      const text = writeJoinLink(value);
      expect(readJoinLink(text)).toEqual(value);
      expect(new URL(text).href.split('#')[0]).toBe(`${value.base}/join`);
    }),
    { seed: 20190705 },
  );
});

it.each([
  '',
  'https://a/join',
  'https://a/join#token=short',
  `https://a/other#token=${'A'.repeat(43)}`,
  `https://a/join?token=${'A'.repeat(43)}`,
  `ftp://a/join#token=${'A'.repeat(43)}`,
  `https://a/join#token=${'A'.repeat(43)}&fingerprint=12`,
  `https://a b/join#token=${'A'.repeat(43)}`,
])('INV11: %s is no join link', (text) => {
  expect(readJoinLink(text)).toBeNull();
});

it.each([
  [`https://a/join#v=2&token=${'A'.repeat(43)}`, true],
  ['https://a/join#v=17&key=other', true],
  [`https://a/join#v=1&token=${'A'.repeat(43)}`, false],
  [`https://a/join#token=${'A'.repeat(43)}`, false],
  ['https://a/join#v=x', false],
  ['https://a/other#v=2', false],
])('INV11: whether %s is of a newer program: %s', (text, isNewer) => {
  expect(isNewerJoinLink(text)).toBe(isNewer);
  if (isNewer) expect(readJoinLink(text)).toBeNull();
});

it('API11: an event of another kind or shape is not taken for one of ours', () => {
  expect(readEvent({ type: 'sharing-stopped' })).toEqual({ type: 'sharing-stopped' });
  for (const other of [
    null,
    'x',
    { type: 'x' },
    { type: 'phase-changed' },
    { type: 'sharing-stopped', more: 1 },
  ]) {
    expect(readEvent(other)).toBeNull();
  }
});
