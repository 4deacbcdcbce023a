import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  folderOf,
  hasForbidden,
  kindOfFile,
  nameForTitle,
  nameOfPath,
  pathIn,
  withEnding,
} from '../../../../renderer/features/start/file-names.ts';

test('a title becomes a file name that every system takes', () => {
  expect(nameForTitle('Leben in Ellernfurt: 2030?', 'Leitbild')).toBe('Leben in Ellernfurt 2030');
  expect(nameForTitle('…/..', 'Leitbild')).toBe('…');
  expect(nameForTitle(' .. ', 'Leitbild')).toBe('Leitbild');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const name = nameForTitle(title, 'Leitbild');
      expect(hasForbidden(name)).toBe(false);
      expect(name).not.toMatch(/^[. ]|[. ]$/);
      expect(name).not.toBe('');
    }),
  );
});

test('what a file is, is told by its ending, however it is written', () => {
  expect(['a.LEITBILD', 'b.docx', 'c.PDF', 'd.md', 'e.bmp', 'leitbild'].map(kindOfFile)).toEqual([
    'workspace',
    'document',
    'document',
    'document',
    'unknown',
    'unknown',
  ]);
});

test('paths are put together and taken apart as the system writes them', () => {
  expect(pathIn('C:\\Leitbilder', 'a.leitbild', 'win32')).toBe('C:\\Leitbilder\\a.leitbild');
  expect(pathIn('/', 'a', 'linux')).toBe('/a');
  expect([folderOf('/home/mia/a.leitbild'), folderOf('/a'), folderOf('C:\\x\\a')]).toEqual([
    '/home/mia',
    '/',
    'C:\\x',
  ]);
  expect(nameOfPath('C:\\x\\a.leitbild')).toBe('a.leitbild');
  expect([withEnding('a'), withEnding('a.Leitbild')]).toEqual(['a.leitbild', 'a.Leitbild']);
});
