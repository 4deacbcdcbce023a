import { describe, expect, it } from 'vitest';
import { mergeRoundInput } from '../../../../renderer/features/rounds/merge-round-input.ts';
import { inputOf, roundOfInput, type RoundInput } from '../../../../renderer/features/rounds/round-input.ts';
import { endOfDay, startOfDay } from '../../../../renderer/ui/local-day.ts';
import { institutionId, nodeId, roundId, sha256 } from '../../../../shared/ids/ids.ts';
import { changeRound } from '../../../../shared/rounds/change-round.ts';
import { versionOfRound } from '../../../../shared/rounds/round-version.ts';
import type { Round } from '../../../../shared/rounds/round.ts';

const [caritas, kirche, ggua] = ['caritas', 'kirche', 'ggua'].map(institutionId) as [never, never, never];
const start: Round = {
  ...{ id: roundId('r1'), name: 'Runde', opensAt: startOfDay('2026-05-01'), closesAt: null },
  ...{ invited: [caritas], places: [nodeId('f1')], visibility: 'own', base: null },
};
const base = { hash: sha256('0'.repeat(64)), takenAt: '2026-05-01T08:15:00Z' };
const typed = (change: Partial<RoundInput>): RoundInput => ({ ...inputOf(start), ...change });

describe('what two change of one round', () => {
  it('keeps what was typed, and shows what others have made of the rest', () => {
    const now: Round = { ...start, name: 'Runde von Ben', closesAt: endOfDay('2026-06-30') };
    const { input, changes } = mergeRoundInput(typed({ name: 'Runde von Anna' }), start, now);
    expect(input).toEqual(typed({ name: 'Runde von Anna', until: '2026-06-30' }));
    expect(changes).toEqual([
      { part: 'name', keepsTyped: true },
      { part: 'until', keepsTyped: false },
    ]);
  });

  it('tells nothing of what was not changed, and nothing to keep where both typed the same', () => {
    const now: Round = { ...start, name: 'Neu', invited: [kirche, caritas] };
    const same = typed({ name: 'Neu', invited: new Set([caritas, kirche]) });
    expect(mergeRoundInput(same, start, now).changes).toEqual([
      { part: 'name', keepsTyped: false },
      { part: 'invited', keepsTyped: false },
    ]);
    expect(mergeRoundInput(same, start, start)).toEqual({ input: same, changes: [] });
  });

  it('leaves what a round that was opened meanwhile is about, and whom it invited, so that it can be saved', () => {
    const now: Round = { ...start, invited: [caritas, kirche], opensAt: startOfDay('2026-05-02'), base };
    const mine = typed({
      from: '2026-05-09',
      isWholeText: true,
      invited: new Set([ggua]),
      until: '2026-07-01',
    });
    const { input, changes } = mergeRoundInput(mine, start, now);
    expect(input).toMatchObject({ from: '2026-05-02', isWholeText: false, until: '2026-07-01' });
    expect([...input.invited].sort()).toEqual(['caritas', 'ggua', 'kirche']);
    expect(changes).toEqual([
      { part: 'from', keepsTyped: false },
      { part: 'invited', keepsTyped: true },
    ]);
    const saved = changeRound(now, roundOfInput(input, now, now.id), versionOfRound(now));
    expect(saved).toMatchObject({ ok: true, value: { places: ['f1'], closesAt: endOfDay('2026-07-01') } });
    const all = mergeRoundInput(mine, start, { ...now, invited: 'all' }).input;
    expect(all.asksAll).toBe(true);
  });
});
