import { expect, it } from 'vitest';
import { applyUpdate, Doc } from 'yjs';
import { createHostCopy } from '../../../renderer/client/host-copy.ts';

/** A text of two authors, one of them at the host. */
function texts() {
  const own = new Doc();
  const host = new Doc();
  const copy = createHostCopy();
  const unsent: Uint8Array[] = [];
  own.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === 'host') copy.received(update);
    else {
      copy.wrote(update);
      unsent.push(update);
    }
  });
  host.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'own') applyUpdate(own, update, 'host');
  });
  const send = (): void => {
    for (const update of unsent.splice(0)) applyUpdate(host, update, 'own');
  };
  const shown = (): string => {
    const doc = new Doc();
    applyUpdate(doc, copy.read());
    return doc.getText('t').toJSON();
  };
  return { own: own.getText('t'), host: host.getText('t'), copy, send, shown };
}

it('has what the host has, and what was written here only once the host has said so', () => {
  const { own, host, copy, send, shown } = texts();
  host.insert(0, 'Vom Host.');
  own.insert(0, 'Von hier. ');
  expect(shown()).toBe('Vom Host.');
  send();
  expect(shown()).toBe('Vom Host.');
  copy.confirm();
  expect(shown()).toBe('Von hier. Vom Host.');
});

it('keeps the words that were deleted here, until the host has deleted them', () => {
  const { own, host, copy, send, shown } = texts();
  host.insert(0, 'Eins zwei drei');
  own.delete(5, 5);
  host.insert(14, ' vier');
  expect(shown()).toBe('Eins zwei drei vier');
  send();
  copy.confirm();
  expect(shown()).toBe('Eins drei vier');
});

it('says the same after any number of letters from both sides', () => {
  const { own, host, copy, send, shown } = texts();
  for (let at = 0; at < 700; at += 1) {
    own.insert(own.length, 'a');
    host.insert(0, 'b');
  }
  expect(shown()).toBe('b'.repeat(700));
  send();
  copy.confirm();
  expect(shown()).toBe(host.toJSON());
  expect(host.toJSON()).toBe(own.toJSON());
});
