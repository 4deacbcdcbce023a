import { expect, it } from 'vitest';
import { Doc } from 'yjs';
import { endAfterDays, endOfRound } from '../../../../renderer/features/sharing/invitation-ends.ts';
import { roundId } from '../../../../shared/ids/ids.ts';
import { writePhase, writeRound } from '../../../../shared/rooms/phase-room.ts';
import type { Phase } from '../../../../shared/rights/rights.ts';
import { writeRoundEntry } from '../../../../shared/rounds/rounds-room.ts';

const closesAt = '2019-12-31T22:59:59Z';

function running(contributions: Phase['contributions'], end: string | null = closesAt): Doc {
  const process = new Doc();
  writeRoundEntry(process, {
    ...{ id: roundId('r1'), name: 'Runde', opensAt: null, closesAt: end, base: null },
    ...{ invited: 'all', places: 'all', visibility: 'own' },
  });
  writeRound(process, roundId('r1'));
  writePhase(process, { text: 'open', contributions, voices: 'moderation' });
  return process;
}

it('knows until when those who are invited are asked', () => {
  const now = new Date('2019-11-23T12:00:00Z');
  expect(endOfRound(running('open'), now)).toBe(closesAt);
  expect(endOfRound(running('answers'), now)).toBe(closesAt);
  expect(endOfRound(running('closed'), now)).toBeNull();
  expect(endOfRound(running('open', null), now)).toBeNull();
  expect(endOfRound(running('open'), new Date('2020-01-01T00:00:00Z'))).toBeNull();
  expect(endOfRound(new Doc(), now)).toBeNull();
});

it('ends an invitation with the last second of its last day', () => {
  const end = new Date(endAfterDays(31, new Date(2019, 10, 23, 8)));
  expect([end.getMonth(), end.getDate(), end.getHours(), end.getSeconds()]).toEqual([11, 24, 23, 59]);
});
