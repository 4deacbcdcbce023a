import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyWordings } from '../../../shared/decisions/apply-wording.ts';
import { applyWording } from '../../support/apply-wording.ts';
import { readText } from '../../../shared/decisions/read-text.ts';
import { createCountingIds, institutionId } from '../../../shared/ids/ids.ts';
import { competingWordings } from '../../../shared/weighing/competing-wordings.ts';
import { statement } from '../../support/arbitrary-contribution.ts';
import { coursesText, onNode, onWords } from '../../support/decisions.ts';

const base = coursesText();
const onGoal = (id: string, wording: string) =>
  statement(id, { kind: 'proposal', anchor: onNode(base, 'g1'), wording });
const onPassage = (id: string, words: string, wording: string) =>
  statement(id, {
    ...{ kind: 'proposal', anchor: onWords(base, words), wording },
    institution: institutionId(`i-${id}`),
  });

const summary = (found: ReturnType<typeof competingWordings>) =>
  found.map((one) => [one.statement.id, one.placed.rebased.state, one.conflictsWith, one.agreesWith]);

describe('competing wordings', () => {
  it('WEI6: stand side by side; those that change the same words otherwise conflict, the same change agrees', () => {
    const found = competingWordings(
      [
        onPassage('c1', 'Kurse', 'Treffs'),
        onPassage('c2', 'fördert Kurse', 'fördert Angebote'),
        onGoal('c3', 'Die Stadt fördert Treffs in allen Stadtteilen.\nfür alle\nam Abend'),
        onPassage('c4', 'Abend', 'Wochenende'),
        statement('c5'),
      ],
      readText(base),
      () => null,
    );
    expect(summary(found)).toEqual([
      ['c1', 'unchanged', ['c2'], ['c3']],
      ['c2', 'unchanged', ['c1', 'c3'], []],
      ['c3', 'unchanged', ['c2'], ['c1']],
      ['c4', 'unchanged', [], []],
    ]);
    expect(found[1]?.againstBase).toEqual([
      { type: 'same', text: 'fördert ' },
      { type: 'deleted', text: 'Kurse' },
      { type: 'inserted', text: 'Angebote' },
    ]);
  });

  it('WEI7: show each against what its author read and against today, and say where it cannot be put there', () => {
    const done = applyWording(base, onWords(base, 'Kurse'), 'Treffs', createCountingIds('new'));
    if (!done.ok) throw new Error(done.error.code);
    const found = competingWordings(
      [
        onPassage('c1', 'Kurse', 'Angebote'),
        onPassage('c2', 'Kurse in', 'Kurse und Hilfen in'),
        onGoal('c3', 'Die Stadt fördert Kurse in vielen Stadtteilen.\nfür alle\nam Abend'),
      ],
      readText(done.value.document),
      () => readText(base),
    );
    expect(summary(found)).toEqual([
      ['c1', 'conflict', ['c2'], []],
      ['c2', 'rebased', ['c1'], []],
      ['c3', 'rebased', [], []],
    ]);
    expect(found.map(({ againstToday }) => againstToday === null)).toEqual([true, false, false]);
    expect(found[2]?.againstToday?.filter(({ type }) => type !== 'same').map(({ text }) => text)).toEqual([
      'allen',
      'vielen',
    ]);
  });

  it('WEI7: tell which conflict also where one of them can no longer be put to the text', () => {
    const done = applyWording(base, onWords(base, 'Kurse'), 'Treffs', createCountingIds('new'));
    if (!done.ok) throw new Error(done.error.code);
    const found = competingWordings(
      [
        onGoal('c1', 'Die Stadt fördert Angebote in allen Stadtteilen.\nfür alle\nam Abend'),
        onGoal('c2', 'Die Stadt fördert Kurse in vielen Stadtteilen.\nfür alle\nam Abend'),
        onGoal('c3', 'Die Stadt fördert Hilfen in allen Stadtteilen.\nfür alle\nam Abend'),
      ],
      readText(done.value.document),
      () => readText(base),
    );
    expect(summary(found)).toEqual([
      ['c1', 'conflict', ['c3'], []],
      ['c2', 'rebased', [], []],
      ['c3', 'conflict', ['c1'], []],
    ]);
  });

  it('WEI6: two that do not conflict can be adopted one after the other, in either order, to the same text', () => {
    const words = ['Stadt', 'fördert', 'Kurse', 'allen', 'für', 'Abend'];
    fc.assert(
      fc.property(
        fc.constantFrom(...words),
        fc.constantFrom(...words),
        fc.constantFrom('X', 'Y Z', ''),
        (one, other, wording) => {
          const [a, b] = [onPassage('a', one, wording || 'A'), onPassage('b', other, `${wording} B`.trim())];
          const [left] = competingWordings([a, b], readText(base), () => null);
          const both = applyWordings(
            base,
            [a, b].map((each) => ({ anchor: each.anchor, wording: each.wording ?? '' })),
            createCountingIds('new'),
          );
          expect(both.ok).toBe(one !== other);
          if (one === other && a.wording !== b.wording) expect(left?.conflictsWith).toEqual(['b']);
          if (one !== other) expect(left?.conflictsWith).toEqual([]);
        },
      ),
      { seed: 20250613 },
    );
  });
});
