import { expect, test } from 'vitest';
import { readDeepLink, readLaunch } from '../../../electron/shell/launch-request.ts';

test('SHL3: finds files, links and the language among what Chromium and Electron add', () => {
  const link = 'http://192.168.1.20:4711/join#token=abc';
  expect(
    readLaunch(
      [
        'dist/desktop',
        '--no-sandbox',
        'Leitbild 2019.leitbild',
        '/b/C.LEITBILD',
        `leitbild:${link}`,
        '--lang=en',
        'a.docx',
      ],
      '/home/a',
    ),
  ).toEqual({
    intents: [
      { kind: 'open', path: '/home/a/Leitbild 2019.leitbild' },
      { kind: 'open', path: '/b/C.LEITBILD' },
      { kind: 'join', link },
    ],
    language: 'en',
  });
  expect(readLaunch([], '/')).toEqual({ intents: [], language: null });
  expect(readLaunch(['--lang=fr', '--file.leitbild'], '/')).toEqual({ intents: [], language: null });
});

test('reads both forms of a link of ours, and no other', () => {
  const link = 'https://host:4711/join#token=abc&fingerprint=00';
  expect(readDeepLink(`leitbild://join#link=${encodeURIComponent(link)}`)).toBe(link);
  expect(readDeepLink(`LEITBILD://join/?link=${encodeURIComponent(link)}`)).toBe(link);
  expect(readDeepLink(`leitbild:${link}`)).toBe(link);
  for (const other of [
    'leitbild://open#link=x',
    'leitbild://join',
    'leitbild://join#link=',
    'leitbild:file:///x',
    link,
    '',
  ]) {
    expect(readDeepLink(other)).toBeNull();
  }
});

test('a link of ours opens no file of this machine, whatever a page has written into it', () => {
  for (const link of [
    'leitbild:/../Downloads/geschenk.leitbild',
    'leitbild:../../Downloads/geschenk.leitbild',
    'leitbild:///../../../tmp/geschenk.leitbild',
    'LEITBILD:\\\\fremd\\ordner\\geschenk.leitbild',
    'leitbild://join/../../geschenk.leitbild',
    ' leitbild:/../geschenk.leitbild',
  ]) {
    expect([link, readLaunch([link], '/home/a').intents]).toEqual([link, []]);
  }
});
