import { describe, expect, it } from 'vitest';
import {
  emptyInput,
  faultsOf,
  inputOf,
  roundOfInput,
  type RoundInput,
} from '../../../../renderer/features/rounds/round-input.ts';
import { institutionId, nodeId, roundId, sha256 } from '../../../../shared/ids/ids.ts';
import { changeRound } from '../../../../shared/rounds/change-round.ts';
import { versionOfRound } from '../../../../shared/rounds/round-version.ts';
import type { Round } from '../../../../shared/rounds/round.ts';
import { endOfDay, startOfDay } from '../../../../renderer/ui/local-day.ts';

const id = roundId('r1');
const opened: Round = {
  ...{ id, name: 'Erste Runde', opensAt: '2026-05-01T08:15:00Z', closesAt: '2026-06-30T15:30:00Z' },
  ...{ invited: [institutionId('caritas')], places: [nodeId('f1')], visibility: 'own' },
  base: { hash: sha256('0'.repeat(64)), takenAt: '2026-05-01T08:15:00Z' },
};
const typed = (change: Partial<RoundInput> = {}): RoundInput => ({ ...emptyInput, name: 'Runde', ...change });

describe('what is typed about a round', () => {
  it('begins with its first day and ends with its last, where the person is', () => {
    const { opensAt, closesAt } = roundOfInput(typed({ from: '2026-05-01', until: '2026-06-30' }), null, id);
    expect([opensAt, closesAt]).toEqual([startOfDay('2026-05-01'), endOfDay('2026-06-30')]);
    expect(roundOfInput(typed(), null, id)).toMatchObject({ opensAt: null, closesAt: null, invited: 'all' });
  });

  it('comes out as it went in where nothing is changed, to the second', () => {
    expect(changeRound(opened, roundOfInput(inputOf(opened), opened, id), null)).toEqual({
      ok: true,
      value: opened,
    });
  });

  it('lets a round that was open be prolonged and others be invited', () => {
    const invited = new Set([...inputOf(opened).invited, institutionId('kirche')]);
    const later = roundOfInput({ ...inputOf(opened), until: '2026-07-31', invited }, opened, id);
    expect(changeRound(opened, later, versionOfRound(opened))).toMatchObject({
      ok: true,
      value: { closesAt: endOfDay('2026-07-31'), invited: ['caritas', 'kirche'], opensAt: opened.opensAt },
    });
  });

  it('tells what is missing or wrong', () => {
    const faults = (change: Partial<RoundInput>, before: Round | null = null) =>
      faultsOf(typed(change), before, '2026-06-15');
    expect(faults({})).toEqual({});
    expect(faults({ name: '  ', asksAll: false, isWholeText: false })).toEqual({
      ...{ name: 'needed', invited: 'chooseSome', places: 'chooseField' },
    });
    expect(faults({ from: '2026-07-01', until: '2026-06-30' })).toEqual({ until: 'backwards' });
    expect(faults({ until: '2026-06-14' })).toEqual({ until: 'over' });
    expect(faults({ until: '2026-06-15' })).toEqual({});
    // It was over before, and something else is changed.
    expect(faultsOf(inputOf(opened), opened, '2026-12-01')).toEqual({});
  });
});
