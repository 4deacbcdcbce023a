import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  readAddressLanguage,
  readDeskIntent,
  readWorkspaceIntent,
  writeDeskAddress,
  writeWorkspaceAddress,
} from '../../../shared/api/app-address.ts';

const desk = { url: 'http://127.0.0.1:4000', secret: 's'.repeat(43) };

test('what a start screen is to do comes back as it was written, whatever the path', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (path) => {
      const { hash } = new URL(writeDeskAddress(desk, { kind: 'open', path }));
      expect(readDeskIntent(hash)).toEqual({ kind: 'open', path });
    }),
  );
  const link = 'https://192.168.1.20:4711/join#token=abc&fingerprint=00';
  expect(readDeskIntent(new URL(writeDeskAddress(desk, { kind: 'join', link })).hash)).toEqual({
    kind: 'join',
    link,
  });
  for (const intent of [{ kind: 'new' }, { kind: 'join', link: '' }] as const) {
    expect(readDeskIntent(new URL(writeDeskAddress(desk, intent)).hash)).toEqual(intent);
  }
});

test('the language that was asked for stands in the address of the start screen, and nothing that is none', () => {
  expect(readAddressLanguage(new URL(writeDeskAddress(desk, { kind: 'new' }, 'en')).hash)).toBe('en');
  expect(readAddressLanguage(new URL(writeDeskAddress(desk)).hash)).toBeNull();
  expect(readAddressLanguage('#secret=x&lang=fr')).toBeNull();
});

test('secrets stand behind # and are read as the window reads them', () => {
  const address = new URL(writeWorkspaceAddress({ url: 'http://127.0.0.1:4001', secret: 'w' }, desk));
  expect([address.pathname, address.search]).toEqual(['/', '']);
  expect(Object.fromEntries(new URLSearchParams(address.hash.slice(1)))).toEqual({
    secret: 'w',
    desk: desk.url,
    deskSecret: desk.secret,
  });
});

test('a document that waits for the window of a workspace is named in its address', () => {
  const workspace = { url: 'http://127.0.0.1:4001', secret: 'w' };
  const source = { upload: 'u1', name: 'Leitbild & Anhang (2019).docx' };
  const read = (intent: Parameters<typeof writeWorkspaceAddress>[2]) =>
    readWorkspaceIntent(new URL(writeWorkspaceAddress(workspace, desk, intent)).hash);
  expect(read({ kind: 'import', source })).toEqual({ kind: 'import', source });
  expect(read({ kind: 'import', source: null })).toEqual({ kind: 'import', source: null });
  expect(read(null)).toBeNull();
});

test('a fragment that says nothing, or nothing that can be read, is no task', () => {
  for (const fragment of ['', '#', '#secret=x', '#open=', '#open=%E0%A4%A', '#=x', '#open']) {
    expect(readDeskIntent(fragment)).toBeNull();
  }
});
