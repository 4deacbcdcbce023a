import { describe, expect, it } from 'vitest';
import { decodeText, MAX_TEXT_BYTES } from '../../../../../electron/host/import/text/decode-text.ts';
import { readText } from '../../../../../electron/host/import/text/read-text.ts';
import { shippedProfile } from '../../../../support/standard-profile.ts';

const utf16 = (text: string, big: boolean, mark: boolean): Uint8Array => {
  const bytes = new Uint8Array((text.length + (mark ? 1 : 0)) * 2);
  const view = new DataView(bytes.buffer);
  Array.from((mark ? '\ufeff' : '') + text).forEach((character, index) => {
    view.setUint16(index * 2, character.charCodeAt(0), !big);
  });
  return bytes;
};

const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

describe('decodeText', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode('Grüße aus Musterfurt')],
    ['UTF-8', new TextEncoder().encode('\ufeffGrüße aus Musterfurt')],
    ['UTF-16LE', utf16('Grüße aus Musterfurt', false, true)],
    ['UTF-16BE', utf16('Grüße aus Musterfurt', true, true)],
    ['UTF-16LE', utf16('Grüße aus Musterfurt', false, false)],
    ['UTF-16BE', utf16('Grüße aus Musterfurt', true, false)],
    ['Windows-1252', latin('Gr\u00fc\u00dfe aus Musterfurt')],
  ])('IMP1: decodes %s', (encoding, bytes) => {
    expect(decodeText(bytes, 'a.txt')).toEqual({
      ok: true,
      value: { text: 'Grüße aus Musterfurt', encoding },
    });
  });

  it('IMP1: says in a warning that a text was not UTF-8', () => {
    const bytes = latin('Grüße\n');
    const read = readText(bytes, 'a.txt', { profile: shippedProfile() });
    expect(read.ok && read.value.warnings).toEqual([
      { code: 'encoding-detected', line: 1, detail: 'Windows-1252' },
    ]);
  });

  it('IMP1: reads the signs of Windows-1252 that Latin-1 lacks', () => {
    const decoded = decodeText(Uint8Array.from([0x84, 0x57, 0x69, 0x72, 0x93, 0x20, 0x96]), 'a.txt');
    expect(decoded.ok && decoded.value.text).toBe('„Wir“ –');
  });

  it('IMP1: names the line of a control character in what is text otherwise', () => {
    const text = 'Ziele\n\nWir f\u0007ördern alle und hören einander zu.\n';
    expect(decodeText(new TextEncoder().encode(text), 'a.txt')).toMatchObject({
      error: { code: 'file-not-text', details: { line: 3, codePoint: 'U+0007' } },
    });
    expect(decodeText(Uint8Array.from([0x41, 1, 2, 3, 4]), 'a.txt')).toEqual({
      ok: false,
      error: { code: 'file-not-text', details: { path: 'a.txt', offset: 1 } },
    });
  });

  it.each([
    ['file-empty', new Uint8Array()],
    ['file-empty', new TextEncoder().encode(' \n\t\n')],
    ['file-not-text', Uint8Array.from([0x47, 0x72, 0x00, 0x01, 0xff, 0xfe, 0x03])],
    ['file-not-text', Uint8Array.from([0x41, 0x81, 0xfc, 0x41])],
    ['file-not-text', new TextEncoder().encode('Text\u0000Text')],
    ['file-too-large', new Uint8Array(MAX_TEXT_BYTES + 1).fill(65)],
  ])('IMP1: refuses with %s', (code, bytes) => {
    const decoded = decodeText(bytes, 'a.txt');
    expect(!decoded.ok && decoded.error.code).toBe(code);
  });

  it('IMP1: names the first byte that is no text', () => {
    const decoded = decodeText(Uint8Array.from([0x41, 0x42, 0xfc, 0x07]), 'a.txt');
    expect(!decoded.ok && decoded.error.details).toEqual({ path: 'a.txt', offset: 3 });
  });
});
