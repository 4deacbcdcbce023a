import fc from 'fast-check';
import { expect, it } from 'vitest';
import { restoreGoal } from '../../../shared/history/restore-goal.ts';
import { createCountingIds, type NodeId } from '../../../shared/ids/ids.ts';
import type { Goal, LeitbildDocument, LeitbildNode } from '../../../shared/schema/document.ts';
import { parseDocument } from '../../../shared/schema/parse-document.ts';
import { childrenOf, isIdentified, plainText, walk } from '../../../shared/schema/walk.ts';
import { arbitraryRevision } from '../../support/arbitrary-revision.ts';

function goalsOf(document: LeitbildDocument): ReadonlyMap<NodeId, Goal> {
  const goals = new Map<NodeId, Goal>();
  walk(document, (node) => {
    if (node.type === 'goal') goals.set(node.attrs.id, node);
  });
  return goals;
}

/** The words of a goal without those of the goals under it, footnotes included. */
function wordsOf(goal: Goal): string {
  const words: string[] = [];
  const collect = (node: LeitbildNode): void => {
    if (node.type === 'goalGroup') return;
    if (node.type === 'text') words.push(node.text);
    for (const child of childrenOf(node)) collect(child);
  };
  collect(goal);
  return words.join('|');
}

/** All identified nodes but one goal and what is below it, by id. */
function othersOf(document: LeitbildDocument, but: NodeId): ReadonlyMap<NodeId, string> {
  const others = new Map<NodeId, string>();
  walk(document, (node, ancestors) => {
    if (!isIdentified(node)) return;
    if ([...ancestors, node].some((one) => isIdentified(one) && one.attrs.id === but)) return;
    const own = childrenOf(node).filter((child) => ['text', 'heading'].includes(child.type));
    others.set(node.attrs.id, `${node.type} ${plainText(own)}`);
  });
  return others;
}

const createId = () => createCountingIds('r');

it('HIS5: every goal of an earlier text can be brought back with its words and its id, and all else stays', () => {
  fc.assert(
    fc.property(arbitraryRevision(), ([before, after]) => {
      const present = goalsOf(after);
      for (const [id, goal] of goalsOf(before)) {
        const restored = restoreGoal(after, before, id, createId());
        if (restored === null) {
          // Only where nothing is left of what it stood in.
          expect(present.has(id)).toBe(false);
          continue;
        }
        expect(parseDocument(restored)).toMatchObject({ ok: true });
        const back = goalsOf(restored).get(id);
        expect(back && wordsOf(back)).toBe(wordsOf(goal));
        if (!present.has(id)) continue;
        expect([...othersOf(restored, id)]).toEqual([...othersOf(after, id)]);
        for (const [other, now] of present) {
          const stays = goalsOf(restored).get(other);
          if (other !== id) expect(stays && wordsOf(stays)).toBe(wordsOf(now));
        }
      }
    }),
    { numRuns: 80 },
  );
});

it('HIS5: a goal that was dropped stands between those it stood between', () => {
  const [before, after] = [document(['a', 'b', 'c']), document(['a', 'c'])];
  const restored = restoreGoal(after, before, id('b'), createId());
  expect([...goalsOf(restored ?? after).keys()]).toEqual(['a', 'b', 'c']);
  expect(restoreGoal(document(['c']), before, id('b'), createId())).toEqual(document(['b', 'c']));
  expect(restoreGoal(document([]), before, id('b'), createId())).toEqual(document(['b']));
});

it('HIS5: a group that is gone comes back with its goal; a chapter does not', () => {
  const before = document(['a', 'b']);
  const bare = {
    ...before,
    content: (before.content ?? []).map((part) => ({ ...part, content: part.content?.slice(0, 1) })),
  };
  const restored = restoreGoal(bare as LeitbildDocument, before, id('b'), createId());
  expect(restored).toEqual(document(['b']));
  expect(restoreGoal({ type: 'leitbild' }, before, id('b'), createId())).toBe(null);
  expect(restoreGoal(before, { type: 'leitbild' }, id('b'), createId())).toBe(null);
});

it('HIS5: a subpoint that lives in another goal today comes as a copy that names its origin', () => {
  const subpoint = (of: string): LeitbildNode =>
    ({
      type: 'subpoint',
      attrs: { id: id(of), origins: [] },
      content: [paragraph(`${of}-p`, of)],
    }) as LeitbildNode;
  const before = document(['a', 'b'], { a: [subpoint('s')] });
  const after = document(['a', 'b'], { b: [subpoint('s')] });
  const restored = restoreGoal(after, before, id('a'), createId()) ?? after;
  const copy = childrenOf(goalsOf(restored).get(id('a')) as LeitbildNode)[1];
  expect(copy).toMatchObject({ type: 'subpoint', attrs: { id: 'r1', origins: ['s'] } });
  expect(goalsOf(restored).get(id('b'))).toEqual(goalsOf(after).get(id('b')));
  expect(parseDocument(restored)).toMatchObject({ ok: true });
});

function id(name: string): NodeId {
  return name as NodeId;
}

function paragraph(name: string, text: string): LeitbildNode {
  return {
    type: 'paragraph',
    attrs: { id: id(name), origins: [] },
    content: [{ type: 'text', text }],
  };
}

function document(
  goals: readonly string[],
  more: Readonly<Record<string, readonly LeitbildNode[]>> = {},
): LeitbildDocument {
  const group = {
    type: 'goalGroup',
    attrs: { id: id('g'), origins: [], kind: 'teilziel' },
    content: goals.map((name) => ({
      type: 'goal',
      attrs: { id: id(name), origins: [] },
      content: [paragraph(`${name}-p`, name), ...(more[name] ?? [])],
    })),
  };
  return {
    type: 'leitbild',
    content: [
      {
        type: 'chapter',
        attrs: { id: id('k'), origins: [] },
        content: [{ type: 'heading', content: [{ type: 'text', text: 'Bildung' }] }, group],
      },
    ],
  } as unknown as LeitbildDocument;
}
