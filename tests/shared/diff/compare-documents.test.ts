import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDocuments, type UnitChange } from '../../../shared/diff/compare-documents.ts';
import { longestIncreasing } from '../../../shared/diff/kept-order.ts';
import { nodeId } from '../../../shared/ids/ids.ts';
import { lineageOf } from '../../../shared/lineage/lineage.ts';
import type { Goal, LeitbildDocument } from '../../../shared/schema/document.ts';
import { createNodeMakers, mark, text } from '../../support/node-makers.ts';
import { sampleDocument } from '../../support/sample-document.ts';

type GoalPlan = readonly [id: string, words: string, origins?: readonly string[]];

/** A chapter of two fields with one group each, ids fixed, so that two plans can be compared. */
function document(first: readonly GoalPlan[], second: readonly GoalPlan[] = []): LeitbildDocument {
  const { heading } = createNodeMakers();
  const goal = ([id, words, origins = []]: GoalPlan): Goal => ({
    type: 'goal',
    attrs: { id: nodeId(id), origins: origins.map(nodeId) },
    content: [
      {
        type: 'paragraph',
        attrs: { id: nodeId(`${id}-p`), origins: [] },
        content: [words.startsWith('!') ? text(words.slice(1), mark('strong')) : text(words)],
      },
    ],
  });
  const field = (id: string, goals: readonly GoalPlan[]) =>
    ({
      type: 'actionField',
      attrs: { id: nodeId(id), origins: [] },
      content: [
        heading(id),
        {
          type: 'goalGroup',
          attrs: { id: nodeId(`${id}-g`), origins: [], kind: 'leitziel' },
          content: goals.map(goal),
        },
      ],
    }) as const;
  return {
    type: 'leitbild',
    content: [
      {
        type: 'chapter',
        attrs: { id: nodeId('k'), origins: [] },
        content: [heading('Ziele'), field('f1', first), field('f2', second)],
      },
    ],
  };
}

const goals = (before: LeitbildDocument, after: LeitbildDocument): Map<string, UnitChange> =>
  new Map(
    compareDocuments(before, after)
      .changes.filter(({ type }) => type === 'goal')
      .map((change) => [change.id, change]),
  );

describe('compareDocuments', () => {
  it('CMP1: the order in which JSON lists attributes is no difference', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .map(([key, member]) => [key, reversed(member)] as const)
          .reverse(),
      );
    };
    const original = sampleDocument();
    const { changes } = compareDocuments(original, reversed(original) as LeitbildDocument);
    expect(changes.filter(({ status }) => status !== 'kept')).toEqual([]);
  });

  it('CMP1: a document compared with itself has only kept units', () => {
    const { changes } = compareDocuments(sampleDocument(), sampleDocument());
    expect(changes.length).toBeGreaterThan(50);
    expect(new Set(changes.map(({ status }) => status))).toEqual(new Set(['kept']));
  });

  it('CMP2: tells new, dropped and reworded units apart by their ids', () => {
    const changes = goals(
      document([
        ['a', 'Wir fördern Sprache.'],
        ['b', 'Zweites.'],
      ]),
      document([
        ['a', 'Wir fördern alle Sprachen.'],
        ['c', 'Zweites.'],
      ]),
    );
    expect(changes.get('a')).toMatchObject({ status: 'changed', reworded: true, moved: false });
    expect(changes.get('b')).toMatchObject({ status: 'dropped', after: null });
    expect(changes.get('c')).toMatchObject({ status: 'new', before: null });
  });

  it('CMP3: a goal under another field has moved', () => {
    const changes = goals(
      document([
        ['a', 'x'],
        ['b', 'y'],
      ]),
      document([['b', 'y']], [['a', 'x']]),
    );
    expect(changes.get('a')).toMatchObject({ status: 'changed', moved: true, reworded: false });
    expect(changes.get('b')).toMatchObject({ status: 'kept' });
  });

  it('CMP4: of siblings in another order, as few as possible have moved; new and dropped ones move nobody', () => {
    const before = document([
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
      ['d', '4'],
      ['x', '0'],
    ]);
    const after = document([
      ['n', 'neu'],
      ['b', '2'],
      ['c', '3'],
      ['d', '4'],
      ['a', '1'],
    ]);
    const moved = [...goals(before, after).values()].filter((change) => change.moved).map(({ id }) => id);
    expect(moved).toEqual(['a']);
  });

  it('CMP7: tells apart what changed in form only', () => {
    const change = goals(document([['a', 'x']]), document([['a', '!x']])).get('a');
    expect(change).toMatchObject({ status: 'changed', reworded: false, reformatted: true });
  });

  it('CMP2: the other way round, new is dropped and what was inserted is deleted', () => {
    const one = document([
      ['a', 'alt'],
      ['b', 'y'],
    ]);
    const other = document([['a', 'neu']], [['c', 'z']]);
    const there = goals(one, other);
    const back = goals(other, one);
    for (const [id, change] of there) {
      const mirrored = { new: 'dropped', dropped: 'new', kept: 'kept', changed: 'changed' } as const;
      expect(back.get(id)?.status).toBe(mirrored[change.status]);
      expect(back.get(id)?.before).toEqual(change.after);
    }
  });
});

describe('lineageOf', () => {
  const lineage = (before: LeitbildDocument, after: LeitbildDocument) =>
    lineageOf(compareDocuments(before, after), 'goal');

  it('LIN1: a goal whose heirs are itself and another was split', () => {
    const result = lineage(
      document([['a', 'x und y']]),
      document([
        ['a', 'x'],
        ['b', 'y', ['a']],
      ]),
    );
    expect(result).toMatchObject({ split: [{ from: 'a', into: ['a', 'b'] }], new: [], dropped: [] });
  });

  it('LIN2: a goal that came from itself and a vanished one is a merger', () => {
    const result = lineage(
      document([
        ['a', 'x'],
        ['b', 'y'],
      ]),
      document([['a', 'x und y', ['b']]]),
    );
    expect(result).toMatchObject({
      merged: [{ from: ['a', 'b'], into: 'a' }],
      new: [],
      dropped: [],
      split: [],
    });
  });

  it('LIN3: only goals without forerunner are new, only those without heir are dropped', () => {
    const result = lineage(
      document([
        ['a', 'x'],
        ['b', 'y'],
      ]),
      document([
        ['c', 'x', ['a']],
        ['d', 'z'],
      ]),
    );
    expect(result).toMatchObject({ new: ['d'], dropped: ['b'], split: [], merged: [] });
  });

  it('LIN4: an origin that both editions record is history, not a change', () => {
    const result = lineage(
      document([
        ['a', 'x'],
        ['b', 'y', ['a']],
      ]),
      document([
        ['a', 'x'],
        ['b', 'y', ['a']],
      ]),
    );
    expect(result).toMatchObject({ kept: ['a', 'b'], split: [], merged: [] });
  });
});

describe('longestIncreasing', () => {
  it('CMP4: is increasing, and no subsequence that a plain search finds is longer', () => {
    const longest = (values: readonly number[]): number => {
      const best = values.map(() => 1);
      values.forEach((value, i) => {
        for (let j = 0; j < i; j += 1) {
          if ((values[j] ?? 0) < value) best[i] = Math.max(best[i] ?? 1, (best[j] ?? 0) + 1);
        }
      });
      return Math.max(0, ...best);
    };
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50), { maxLength: 20 }), (values) => {
        const picked = longestIncreasing(values).map((index) => values[index] ?? -1);
        expect(picked).toEqual([...picked].sort((a, b) => a - b));
        expect(picked).toHaveLength(longest(values));
      }),
    );
  });
});
