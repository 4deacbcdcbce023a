import { describe, expect, it } from 'vitest';
import type { Contribution } from '../../../shared/contributions/contribution.ts';
import type { Resolution } from '../../../shared/contributions/resolve-anchor.ts';
import { canonicalJson } from '../../../shared/editions/canonical-json.ts';
import { institutionId, nodeId } from '../../../shared/ids/ids.ts';
import { parseAnswerPackage, type AnswerPackage } from '../../../shared/packages/answer-package.ts';
import { mergeReport, type MergeContext } from '../../../shared/packages/merge-report.ts';
import { statement, withdrawal } from '../../support/arbitrary-contribution.ts';

const inside = {
  leitbild: 'a'.repeat(64),
  round: 'r1',
  institution: 'caritas',
  answers: 'b'.repeat(64),
  createdAt: '2019-04-01T10:00:00Z',
};
const moved: Resolution = {
  state: 'moved',
  place: { nodeId: nodeId('z2'), start: 0, end: 5, from: 10, to: 15 },
};

function answerWith(records: readonly unknown[]): AnswerPackage {
  const parsed = parseAnswerPackage({ ...inside, records });
  if (!parsed.ok) throw new Error(parsed.error.place);
  return parsed.value;
}

function context(taken: readonly Contribution[], change: Partial<MergeContext> = {}): MergeContext {
  return {
    takenUnder: (id) => {
      const known = taken.find((record) => record.id === id);
      return known && canonicalJson(known);
    },
    resolve: () => ({ state: 'document' }),
    judge: () => ({ refusal: null, late: false }),
    outdatedBase: false,
    ...change,
  };
}

describe('merge report', () => {
  it('PKG3: tells new, duplicate, conflicting and foreign records apart', () => {
    const first = statement('c1');
    const records = [
      first,
      statement('c2'),
      statement('c3', { body: 'Anders als damals.' }),
      statement('c4', { institution: institutionId('awo') }),
    ];
    const report = mergeReport(answerWith(records), context([first, statement('c3')]));
    expect(report.lines.map(({ record, outcome }) => [record.id, outcome])).toEqual([
      ['c1', 'duplicate'],
      ['c2', 'new'],
      ['c3', 'conflict'],
      ['c4', 'foreign'],
    ]);
    expect(report.counts).toEqual({ new: 1, duplicate: 1, conflict: 1, foreign: 1, refused: 0 });
  });

  it('PKG3: of two records under one id the second is a conflict', () => {
    const report = mergeReport(
      answerWith([statement('c1'), statement('c1', { body: 'Zwei.' })]),
      context([]),
    );
    expect(report.lines.map(({ outcome }) => outcome)).toEqual(['new', 'conflict']);
  });

  it('PKG3: what was taken wholly is taken without effect a second time', () => {
    const records = [statement('c1'), withdrawal('c2', 'c1')];
    const report = mergeReport(answerWith(records), context(records));
    expect(report.counts).toMatchObject({ new: 0, duplicate: 2 });
  });

  it('PKG4: says which places have moved, and whether the package is late', () => {
    const report = mergeReport(
      answerWith([statement('c1')]),
      context([], {
        ...{ resolve: () => moved, judge: () => ({ refusal: null, late: true }), outdatedBase: true },
      }),
    );
    expect(report).toMatchObject({ late: ['c1'], outdatedBase: true, replaced: 1 });
    expect(report.lines[0]?.place).toEqual(moved);
  });

  it('PKG4: gives the reason for which the host would not take a record', () => {
    const records = [withdrawal('c2', 'c9'), statement('c1')];
    const report = mergeReport(
      answerWith(records),
      context([], {
        judge: ({ type }) => ({ refusal: type === 'withdrawal' ? 'target-unknown' : null, late: false }),
      }),
    );
    expect(report.lines).toMatchObject([
      { outcome: 'refused', reason: 'target-unknown', late: false },
      { outcome: 'new', reason: null, late: false },
    ]);
  });

  it('PKG5: a record that is none is told by its place and hides no other', () => {
    const answer = answerWith([{ type: 'statement' }, statement('c1'), 'Text']);
    expect(answer.unreadable.map(({ index }) => index)).toEqual([0, 2]);
    expect(mergeReport(answer, context([])).counts.new).toBe(1);
  });

  it('PKG5: an inside that is none is refused with the part that is wrong', () => {
    expect(parseAnswerPackage({ ...inside, records: [], round: 'R 1' })).toEqual({
      ok: false,
      error: { place: 'round' },
    });
  });
});
