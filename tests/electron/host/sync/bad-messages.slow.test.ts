import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Doc } from 'yjs';
import type { CloseReason } from '../../../../shared/host/close-reasons.ts';
import { awareness, isStep1, isStep2, isUpdate, message, step1, update } from './raw-client.ts';
import { closing, stateWith, strictHost } from './strict-host.ts';

const SEED = 2019;
const { at, raw, stored } = strictHost();

describe('bad messages', () => {
  const deepJson = '['.repeat(3000) + ']'.repeat(3000);
  it.each<[string, Uint8Array, CloseReason]>([
    ['nothing', new Uint8Array(), 'message-invalid'],
    ['an unknown type', message(7), 'message-invalid'],
    ['an unknown sync message', message(0, 9), 'message-invalid'],
    ['a message that goes on', message(3, 3), 'message-invalid'],
    ['a truncated length', Uint8Array.of(0, 2, 200), 'message-invalid'],
    ['an endless integer', Uint8Array.of(0, 2, ...Array.from({ length: 30 }, () => 255)), 'message-invalid'],
    ['an update of random bytes', update(Uint8Array.of(1, 2, 3, 4, 5)), 'message-invalid'],
    ['a truncated update', update(stateWith('abc').slice(0, -3)), 'message-invalid'],
    ['an update without its deletions', update(stateWith('abc').slice(0, -1)), 'message-invalid'],
    ['four billion structs', update(message(1, 4e9, 5, 0)), 'too-large'],
    ['a state vector of four billion clients', message(0, 0, message(4e9)), 'message-invalid'],
    ['an absurd client id', update(Uint8Array.of(...message(1, 1, 2 ** 50, 0, 0), 1, 0)), 'message-invalid'],
    ['an absurd clock', update(message(1, 1, 5, 0, 0, 2 ** 52, 0)), 'message-invalid'],
    ['a range of length 0', update(message(1, 1, 5, 0, 0, 0, 0)), 'message-invalid'],
    ['a struct that refers to itself', update(message(1, 1, 5, 0, [132], 5, 0, 'x', 0)), 'message-invalid'],
    // 1 struct, client, clock, info (embed below root "t"), JSON
    ['JSON nested too deeply', update(message(1, 1, 5, 0, 5, 1, 't', deepJson, 0)), 'too-large'],
    ['broken JSON', update(message(1, 1, 5, 0, 5, 1, 't', '{"a', 0)), 'message-invalid'],
    ['broken UTF-8', update(message(1, 1, 5, 0, 4, 1, 't', Uint8Array.of(0xff), 0)), 'message-invalid'],
    [
      'structs in a circle',
      update(message(2, 1, 5, 0, [132], 6, 0, 'x', 1, 6, 0, [132], 5, 0, 'y', 0)),
      'message-invalid',
    ],
    ['a subdocument', update(message(1, 1, 5, 0, 9, 1, 't', 'guid', 126, 0)), 'message-invalid'],
    ['a message past the limit', new Uint8Array(100_001), 'too-large'],
    ['an awareness state of a megabyte', awareness([1, 1, { a: 'x'.repeat(900) }]), 'too-large'],
    ['an awareness state that is no JSON', message(1, message(1, 1, 1, '{')), 'message-invalid'],
    ['an awareness state that is no object', awareness([1, 1, 5]), 'message-invalid'],
    ['a truncated awareness state', message(1, message(5, 1, 1)), 'message-invalid'],
  ])('SYN8: %s ends the connection with its reason, and nobody else notices', async (_, bytes, reason) => {
    const [attacker, witness] = [await raw('editor'), await raw('editor2')];
    await Promise.all([attacker.next(isStep1), witness.next(isStep1)]);
    attacker.send(bytes);
    expect(await attacker.closed).toEqual(closing(reason));
    witness.send(update(stateWith('weiter')));
    witness.send(step1(new Doc()));
    await witness.next(isStep2);
    expect(witness.messages.some(isUpdate)).toBe(false);
    expect(stored()).toBe('weiter');
    expect(at.host.sync.status().counts.reloads).toBe(0);
  });

  it('SYN8: text frames are refused', async () => {
    const client = await raw('editor');
    client.socket.send('hello');
    expect(await client.closed).toEqual(closing('message-invalid'));
  });

  it('SYN9: random frames, whole and bent, neither stop the at.host nor change a room they may not', async () => {
    at.host.sync.edit('text', (doc) => doc.getText('t').insert(0, 'fest'));
    const bent = fc
      .tuple(fc.constantFrom('eins', 'zwei'), fc.nat(60), fc.nat(255))
      .map(([text, at, byte]) => {
        const bytes = update(stateWith(text));
        bytes[at % bytes.length] = byte;
        return bytes;
      });
    const frames = fc.sample(fc.oneof(fc.uint8Array({ maxLength: 40 }), bent), { seed: SEED, numRuns: 400 });
    const witness = await raw('editor');
    for (const frame of frames) {
      const client = await raw('reader');
      client.send(frame);
      client.send(message(7));
      await client.closed;
    }
    witness.send(step1(new Doc()));
    await witness.next(isStep2);
    expect(stored(), `seed ${String(SEED)}`).toBe('fest');
    expect(witness.messages.some(isUpdate)).toBe(false);
  });
});
