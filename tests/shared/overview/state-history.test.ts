import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contribution } from '../../../shared/contributions/contribution.ts';
import { readText } from '../../../shared/decisions/read-text.ts';
import type { DecisionRecord } from '../../../shared/decisions/decision.ts';
import { contributionId, institutionId, roundId } from '../../../shared/ids/ids.ts';
import { dissents } from '../../../shared/overview/dissent.ts';
import { roundAnswers } from '../../../shared/overview/round-answers.ts';
import { stateHistory } from '../../../shared/overview/state-history.ts';
import { numberDocument } from '../../../shared/text/numbering.ts';
import { placesOf } from '../../../shared/weighing/places.ts';
import { weighingRows } from '../../../shared/weighing/weighing-rows.ts';
import { statement, withdrawal } from '../../support/arbitrary-contribution.ts';
import { documentWith } from '../../support/decisions.ts';
import { createNodeMakers } from '../../support/node-makers.ts';
import { shippedProfile } from '../../support/standard-profile.ts';
import {
  answer,
  decision,
  first,
  institution,
  position,
  reopening,
  roundFor,
  taken,
} from './overview-records.ts';

const dayOf = (at: string): string => at.slice(0, 10);
const history = (records: readonly Contribution[], decisions: readonly DecisionRecord[] = []) =>
  stateHistory({ voices: taken(...records), decisions, round: null, dayOf }).map(
    ({ day, counts: { open, proposed, deferred, decided, withdrawn } }) =>
      `${day.slice(8)}: ${[open, proposed, deferred, decided, withdrawn].join(' ')}`,
  );

describe('contributions by state over time', () => {
  it('OVE3: goes by the days of receipt and decision, and tells of days on which something changed', () => {
    const records = [
      statement('c1'),
      statement('c2', { replaces: contributionId('c1') }),
      statement('c3'),
      withdrawal('w1', 'c3'),
      statement('c4'),
    ];
    const decisions = [
      decision('d1', 8, ['c2', 'c4'], { stage: 'proposed' }),
      decision('d2', 9, ['c2']),
      decision('d3', 9, ['c4'], { outcome: 'deferred' }),
      reopening('d4', 10, 'd2'),
    ];
    expect(history(records, decisions)).toEqual([
      '01: 1 0 0 0 0',
      '02: 1 0 0 0 1',
      '03: 2 0 0 0 1',
      '04: 1 0 0 0 2',
      '05: 2 0 0 0 2',
      '08: 0 2 0 0 2',
      '09: 0 0 1 1 2',
      '10: 1 0 1 0 2',
    ]);
  });

  it('OVE3: ends with how far the table says that all are, whatever happened', () => {
    const make = createNodeMakers();
    const document = documentWith(make, make.group('leitziel', '', make.goal('g1', 'Die Stadt hilft.')));
    const places = placesOf(document, numberDocument(document, shippedProfile()));
    const event = fc.record({
      what: fc.constantFrom('say', 'replace', 'withdraw', 'decide', 'propose', 'defer', 'reopen'),
      about: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (events) => {
        const records: Contribution[] = [statement('c0')];
        const decisions: DecisionRecord[] = [];
        events.forEach(({ what, about }, index) => {
          const target = `c${String(about)}`;
          const id = String(index + 1);
          if (what === 'say') records.push(statement(`c${id}`));
          else if (what === 'replace')
            records.push(statement(`c${id}`, { replaces: contributionId(target) }));
          else if (what === 'withdraw') records.push(withdrawal(`w${id}`, target));
          else if (what === 'reopen') decisions.push(reopening(`d${id}`, index + 1, `d${String(about)}`));
          else {
            const stage = what === 'propose' ? 'proposed' : 'final';
            const outcome = what === 'defer' ? 'deferred' : 'adopted';
            decisions.push(decision(`d${id}`, index + 1, [target], { stage, outcome }));
          }
        });
        const voices = taken(...records);
        const rows = weighingRows({
          ...{ voices, decisions, institutions: [], rounds: [], places, baseOf: () => null },
          today: readText(document),
        });
        const counts = stateHistory({ voices, decisions, round: null, dayOf }).at(-1)?.counts;
        for (const [state, count] of Object.entries(counts ?? {})) {
          expect(
            rows.filter((row) => (row.state === 'replaced' ? 'withdrawn' : row.state) === state).length,
          ).toBe(count);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('OVE3: tells of one round alone', () => {
    const voices = taken(statement('c1'), statement('c2', { round: roundId('r2') }));
    const days = stateHistory({ voices, decisions: [], round: first, dayOf });
    expect(days.map(({ counts }) => counts.open)).toEqual([1]);
  });
});

describe('dissents', () => {
  const objection = statement('c1', { kind: 'objection' });
  const told = (records: readonly Contribution[], decisions: readonly DecisionRecord[] = []) =>
    dissents(taken(...records), decisions, null).map(({ statement: { id }, why }) => `${id} ${why}`);

  it('OVE4: an objection is open until it is decided for good; a comment is none', () => {
    const records = [objection, statement('c2')];
    expect(told(records)).toEqual(['c1 undecided']);
    expect(told(records, [decision('d1', 5, ['c1'], { stage: 'proposed' })])).toEqual(['c1 undecided']);
    expect(told(records, [decision('d1', 5, ['c1'], { outcome: 'deferred' })])).toEqual(['c1 undecided']);
    const rejected = decision('d1', 5, ['c1'], { outcome: 'rejected' });
    expect(told(records, [rejected])).toEqual([]);
    expect(told(records, [rejected, reopening('d2', 6, 'd1')])).toEqual(['c1 undecided']);
    expect(told([...records, withdrawal('w1', 'c1')])).toEqual([]);
  });

  it('OVE4: whoever answers that it keeps its objection does so until it agrees, also when the decision is final', () => {
    const proposed = decision('d1', 5, ['c1', 'c2'], { stage: 'proposed' });
    const final = decision('d2', 9, ['c1', 'c2'], { outcome: 'rejected' });
    const kept = [objection, statement('c2'), answer('a1', 'caritas', 'd1', 'keepsObjection')];
    expect(told(kept, [proposed])).toEqual(['c1 upheld', 'c2 upheld']);
    expect(told(kept, [proposed, final])).toEqual(['c1 upheld', 'c2 upheld']);
    expect(told([...kept, answer('a2', 'caritas', 'd2', 'agrees')], [proposed, final])).toEqual([]);
    expect(told([...kept, answer('a2', 'kirche', 'd1', 'agrees')], [proposed, final]).length).toBe(2);
    expect(told(kept, [proposed, reopening('d3', 9, 'd1')])).toEqual(['c1 undecided']);
    const [one] = dissents(taken(...kept), [proposed], first);
    expect(one).toMatchObject({ decision: { id: 'd1' }, answer: { body: 'Darum.' } });
  });
});

describe('who has answered in a round', () => {
  it('OVE5: has one line for each that is asked and takes part, by what stands of it', () => {
    const register = [
      institution('caritas'),
      institution('kirche'),
      institution('sport'),
      institution('weg', { left: '2019-01-01' }),
      institution('zirkus'),
    ];
    const by = (id: string) => ({ institution: institutionId(id) });
    const voices = taken(
      statement('c1', by('caritas')),
      position('p1', 'caritas', 'g1'),
      position('p2', 'kirche', 'g1'),
      statement('c2', by('sport')),
      withdrawal('w1', 'c2', by('sport')),
      statement('c3', { ...by('zirkus'), round: roundId('r0') }),
    );
    const lines = roundAnswers(roundFor('all'), register, voices).map((line) => ({
      ...line,
      institution: line.institution.id,
    }));
    expect(lines).toMatchObject([
      { institution: 'caritas', state: 'statements', statements: 1, positions: 1, isTakenBack: false },
      { institution: 'kirche', state: 'positions', statements: 0, positions: 1 },
      { institution: 'sport', state: 'silent', isTakenBack: true, lastReceivedAt: '2019-05-05T12:00:00Z' },
      { institution: 'zirkus', state: 'silent', isTakenBack: false, lastReceivedAt: null },
    ]);
    expect(roundAnswers(roundFor([institutionId('kirche')]), register, voices).length).toBe(1);
  });
});
