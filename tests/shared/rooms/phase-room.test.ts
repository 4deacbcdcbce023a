import { describe, expect, it } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { roundId } from '../../../shared/ids/ids.ts';
import { rightOf } from '../../../shared/rights/rights.ts';
import {
  initialPhase,
  readPhase,
  readRound,
  writePhase,
  writeRound,
} from '../../../shared/rooms/phase-room.ts';
import { sharedTypes } from '../../../shared/rooms/rooms.ts';

describe('phase room', () => {
  it('RGT5: a workspace without a phase has its text open, contributions closed, voices with moderation', () => {
    expect(readPhase(new Doc())).toEqual({ text: 'open', contributions: 'closed', voices: 'moderation' });
    expect(readRound(new Doc())).toBeNull();
  });

  it('comes back as it was written, and writes nothing where nothing differs', () => {
    const doc = new Doc();
    const phase = { text: 'locked', contributions: 'open', voices: 'everyone' } as const;
    writePhase(doc, phase);
    writeRound(doc, roundId('r1'));
    let updates = 0;
    doc.on('update', () => (updates += 1));
    writePhase(doc, phase);
    writeRound(doc, roundId('r1'));
    expect(updates).toBe(0);
    expect([readPhase(doc), readRound(doc)]).toEqual([phase, 'r1']);
    writePhase(doc, initialPhase);
    writeRound(doc, null);
    expect([readPhase(doc), readRound(doc)]).toEqual([initialPhase, null]);
  });

  it('RGT6: a word that is not known opens nothing', () => {
    const map = (doc: Doc) => doc.getMap(sharedTypes.process.phase);
    for (const odd of ['', 'OPEN', true, 1, null, {}, ['open']]) {
      const doc = new Doc();
      writePhase(doc, { text: 'open', contributions: 'open', voices: 'everyone' });
      for (const key of ['text', 'contributions', 'voices', 'round']) map(doc).set(key, odd);
      const expected = odd === null ? initialPhase : { ...initialPhase, text: 'locked' };
      expect(readPhase(doc)).toEqual(expected);
      expect(readRound(doc)).toBeNull();
    }
  });

  it('keeps what two moderators change at the same time in different parts', () => {
    const first = new Doc();
    const second = new Doc();
    writePhase(first, { ...readPhase(first), text: 'locked' });
    applyUpdate(second, encodeStateAsUpdate(first));
    writePhase(first, { ...readPhase(first), contributions: 'open' });
    writePhase(second, { ...readPhase(second), voices: 'everyone' });
    applyUpdate(first, encodeStateAsUpdate(second));
    applyUpdate(second, encodeStateAsUpdate(first));
    const merged = { text: 'locked', contributions: 'open', voices: 'everyone' } as const;
    expect([readPhase(first), readPhase(second)]).toEqual([merged, merged]);
    const editor = { id: 'e', role: 'editor', institution: null } as const;
    expect(rightOf(editor, 'text', readPhase(first))).toBe('read');
  });
});
