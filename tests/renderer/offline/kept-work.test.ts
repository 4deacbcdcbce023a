import { expect, it } from 'vitest';
import { Doc, applyUpdate, encodeStateAsUpdate } from 'yjs';
import { createKeptWork } from '../../../renderer/offline/kept-work.ts';
import { mergeInto } from '../../../renderer/offline/offline-room.ts';
import { readWork, writeWork } from '../../../renderer/offline/work-file.ts';

const hash = 'a'.repeat(64);

/** A storage as browsers have it, with room for so many characters. */
function storageWith(room = Infinity): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem(key, value) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
  };
}

function stateWith(key: string): Uint8Array {
  const doc = new Doc();
  doc.getMap('notes').set(key, true);
  return encodeStateAsUpdate(doc);
}

function keysOf(state: Uint8Array | null): readonly string[] {
  const doc = new Doc();
  if (state !== null) applyUpdate(doc, state);
  return [...doc.getMap('notes').keys()].sort();
}

it('PKG10: what two tabs keep at once is all there, and another package keeps its own', () => {
  const storage = storageWith();
  const [one, two] = [createKeptWork(() => storage, hash), createKeptWork(() => storage, hash)];
  expect(one.load()).toBeNull();
  expect(one.save(stateWith('a'))).toBe('kept');
  expect(two.save(stateWith('b'))).toBe('kept');
  expect(keysOf(one.load())).toEqual(['a', 'b']);
  expect(createKeptWork(() => storage, 'b'.repeat(64)).load()).toBeNull();
});

it.each([
  ['has none', () => null],
  [
    'is forbidden',
    () => {
      throw new DOMException('no', 'SecurityError');
    },
  ],
  ['is full', () => storageWith(10)],
])('PKG10: where the storage of the browser %s, nothing is said to be kept', (_, storage) => {
  const work = createKeptWork(storage, hash);
  expect(work.load()).toBeNull();
  expect(work.save(stateWith('a'))).toBe('not-kept');
});

it('PKG10: unfinished work goes into a file and out again; what is none, or of another package, changes nothing', () => {
  const state = stateWith('a');
  const text = writeWork(hash, state);
  const read = readWork(hash, text);
  expect(read.ok ? keysOf(read.value) : []).toEqual(['a']);
  expect(readWork('b'.repeat(64), text)).toEqual({ ok: false, error: 'other-package' });
  for (const none of ['', 'Guten Tag', '{}', text.slice(0, -5), text.replace('leitbild-work', 'work')]) {
    expect(readWork(hash, none)).toEqual({ ok: false, error: 'damaged' });
  }
  const doc = new Doc();
  applyUpdate(doc, stateWith('b'));
  expect(() => mergeInto(doc, new Uint8Array([255, 255, 255]))).toThrow();
  expect(keysOf(encodeStateAsUpdate(doc))).toEqual(['b']);
  mergeInto(doc, state);
  expect(keysOf(encodeStateAsUpdate(doc))).toEqual(['a', 'b']);
});
