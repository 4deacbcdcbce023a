import { describe, expect, it } from 'vitest';
import { newTextLines } from '../../../shared/assessment/assessment-cells.ts';
import { assessmentLabels } from '../../../shared/assessment/assessment-labels.ts';
import { plainLine } from '../../../shared/assessment/plain-cells.ts';
import type { RowDecision } from '../../../shared/assessment/assessment-row.ts';

const linesOf = (before: string, after: string) => {
  const decision: RowDecision = {
    ...{ outcome: 'adopted', stage: 'final', reason: '', decidedAt: '2019-05-01T10:00:00Z' },
    ...{ changes: [{ before, after }], workshop: null, answer: null },
  };
  return newTextLines(decision, assessmentLabels.de);
};

describe('changed words in a cell', () => {
  it('ASM13: what is gone does not touch what stands in its place, and adds no space to it', () => {
    const [line] = linesOf('Die Stadt fördert Kurse.', 'Die Gemeinde fördert Kurse.');
    expect(line?.runs).toEqual([
      { type: 'same', text: 'Die ' },
      { type: 'deleted', text: 'Stadt ' },
      { type: 'inserted', text: 'Gemeinde' },
      { type: 'same', text: ' fördert Kurse.' },
    ]);
    expect(line && plainLine(line)).toBe('Die Gemeinde fördert Kurse.');
  });

  it('ASM13: another text as a whole is told without what it replaces, one that is struck with it', () => {
    const other = 'Jedes Kind lernt vor dem Ende seiner Grundschulzeit sicher schwimmen. '.repeat(3).trim();
    expect(linesOf('Die Stadt fördert Kurse.', `${other}\nAuch im Winter.`)).toEqual([
      { style: 'plain', runs: [{ type: 'same', text: other }] },
      { style: 'plain', runs: [{ type: 'same', text: 'Auch im Winter.' }] },
    ]);
    expect(linesOf('in Kitas und Horten', 'in allen Kitas')[0]?.runs.map(({ type }) => type)).toContain(
      'deleted',
    );
    expect(linesOf('Die Stadt fördert Kurse.', '').map(({ runs }) => runs[0]?.type)).toEqual([
      'same',
      'deleted',
    ]);
  });
});
