import { expect, it } from 'vitest';
import { embedPackage } from '../../../shared/packages/offline-page.ts';
import { packageFileName, ROUND_ENDING } from '../../../shared/packages/package-files.ts';

it.each([
  ['Runde 2025', 'Caritas', 'Runde 2025 – Caritas.leitbild-runde'],
  ['Runde 2025', 'Verein: "Hand/Herz" e. V.', 'Runde 2025 – Verein Hand Herz e. V.leitbild-runde'],
  ['../..', '..\\a', '.. .. – .. a.leitbild-runde'],
  ['Runde', '\u202eabc', 'Runde – abc.leitbild-runde'],
  ['R', 'ä'.repeat(300), `R – ${'ä'.repeat(96)}.leitbild-runde`],
])('PKG6: a package for the round %j of %j is a file that every disk takes', (round, institution, name) => {
  expect(packageFileName(round, institution, ROUND_ENDING)).toBe(name);
});

it('PKG10: nothing in a package ends the element of the page in which it stands', () => {
  const page = '<p></p><script type="application/json" id="leitbild-package"></script><p></p>';
  const text = '{"name":"</script><script>alert(1)</script><!-- $& \u2028"}';
  const embedded = embedPackage(page, text);
  expect(embedded.match(/<\/script>/g)?.length).toBe(1);
  expect(embedded).not.toContain('<!--');
  const stored = /package">(.*)<\/script>/.exec(embedded)?.[1] ?? '';
  expect(JSON.parse(stored)).toBe(text);
  expect(() => embedPackage('<p></p>', text)).toThrow('one place');
});
