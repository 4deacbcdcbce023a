import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../shared/editions/canonical-json.ts';
import { openEnvelope, publicKeyOf, sealEnvelope, secretKeyOf } from '../../../shared/packages/envelope.ts';

const secret = secretKeyOf(Uint8Array.from({ length: 32 }, (_, index) => index));
const other = secretKeyOf(new Uint8Array(32).fill(7));
const inside = { words: 'Ä „é“ 🙂 שלום', list: [1, 2, { deep: null }] };
const sealed = sealEnvelope('answer', inside, secret);

/** The same package with one part of its outside changed. */
function outsideWith(change: Record<string, unknown>): string {
  return canonicalJson({ ...(JSON.parse(sealed) as object), ...change });
}

describe('envelope', () => {
  it('PKG1: what was sealed is opened as it was, with the key that signed it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = sealEnvelope('round', JSON.parse(JSON.stringify(value)), secret);
        const opened = openEnvelope('round', text);
        expect(opened.ok && canonicalJson(opened.value.payload)).toBe(canonicalJson(value));
        expect(opened.ok && opened.value.key).toBe(publicKeyOf(secret));
      }),
      { seed: 20251122, numRuns: 100 },
    );
  });

  it('PKG1: the public key is that of RFC 8032, section 7.1, test 1', () => {
    const rfc = secretKeyOf(
      Uint8Array.from(Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex')),
    );
    expect(publicKeyOf(rfc)).toBe('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
  });

  it.each([
    [
      'words of the payload',
      outsideWith({ payload: canonicalJson({ ...inside, words: 'anders' }) }),
      'unsigned',
    ],
    ['another key', outsideWith({ key: publicKeyOf(other) }), 'unsigned'],
    ['a key that is no point', outsideWith({ key: 'ff'.repeat(32) }), 'unsigned'],
    ['no signature', outsideWith({ signature: '0'.repeat(128) }), 'unsigned'],
    ['an answer that is passed off as a round', outsideWith({ kind: 'round' }), 'damaged'],
    ['a newer version', outsideWith({ version: 2 }), 'newer'],
    ['another format', outsideWith({ format: 'zip' }), 'damaged'],
    ['a field more', outsideWith({ more: 1 }), 'damaged'],
    ['nothing', '', 'damaged'],
    ['a number', '7', 'damaged'],
    ['a page of the web', '<!doctype html>', 'damaged'],
  ])('PKG2: refuses %s', (_what, text, code) => {
    const opened = openEnvelope('answer', text);
    expect(opened.ok ? 'ok' : opened.error.code).toBe(code);
  });

  it('PKG2: the signature of an answer does not hold for a round', () => {
    const asRound = sealed.replace('"kind":"answer"', '"kind":"round"');
    const opened = openEnvelope('round', asRound);
    expect(opened.ok ? 'ok' : opened.error.code).toBe('unsigned');
  });

  it('PKG2: neither a cut-off nor a changed character goes unnoticed', () => {
    for (let length = 0; length < sealed.length; length += 7) {
      expect(openEnvelope('answer', sealed.slice(0, length)).ok).toBe(false);
    }
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = `${sealed.slice(0, at)}${sealed[at] === '1' ? '2' : '1'}${sealed.slice(at + 1)}`;
      expect(openEnvelope('answer', changed).ok, `character ${String(at)}`).toBe(false);
    }
  });
});
