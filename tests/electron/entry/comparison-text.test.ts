import { describe, expect, it } from 'vitest';
import { describeComparison } from '../../../electron/entry/comparison-text.ts';
import { germanComparison } from '../../../renderer/words/de/comparison.ts';
import type { ComparedType } from '../../../renderer/words/comparison-words.ts';
import { compareDocuments } from '../../../shared/diff/compare-documents.ts';
import { nodeId } from '../../../shared/ids/ids.ts';
import { lineageOf, type Lineage } from '../../../shared/lineage/lineage.ts';
import type { Chapter, Goal, LeitbildDocument } from '../../../shared/schema/document.ts';
import { shippedProfile } from '../../support/standard-profile.ts';

const attrs = (id: string, origins: readonly string[] = []) => ({
  id: nodeId(id),
  origins: origins.map(nodeId),
});
const text = (words: string) => ({ type: 'text', text: words }) as const;

function goal(id: string, words: string, origins: readonly string[] = []): Goal {
  return {
    type: 'goal',
    attrs: attrs(id, origins),
    content: [{ type: 'paragraph', attrs: attrs(`${id}-p`), content: [text(words)] }],
  };
}

function chapter(id: string, title: string, goals: readonly Goal[], extra: Chapter['content'] = []): Chapter {
  const group = {
    type: 'goalGroup',
    attrs: { ...attrs(`${id}-g`), kind: 'leitziel' },
    content: goals,
  } as const;
  return {
    type: 'chapter',
    attrs: attrs(id),
    content: [{ type: 'heading', content: [text(title)] }, ...extra, ...(goals.length > 0 ? [group] : [])],
  };
}

const seeing = (target: string, words = 'Siehe ') =>
  ({
    type: 'paragraph',
    attrs: attrs('p-see'),
    content: [
      text(words),
      { type: 'reference', attrs: { target: nodeId(target), form: 'number' } },
      text('.'),
    ],
  }) as const;

function told(before: LeitbildDocument, after: LeitbildDocument): string {
  const profile = shippedProfile();
  const comparison = compareDocuments(before, after);
  const types = Object.keys(germanComparison.rows) as ComparedType[];
  const lineage = Object.fromEntries(types.map((type) => [type, lineageOf(comparison, type)])) as Record<
    ComparedType,
    Lineage
  >;
  return describeComparison(
    { document: before, profile },
    { document: after, profile },
    comparison,
    lineage,
    germanComparison,
  );
}

const leitbild = (...content: readonly Chapter[]): LeitbildDocument => ({ type: 'leitbild', content });

describe('describeComparison', () => {
  it('tells changed prose under its chapter, and what references printed on both sides', () => {
    const before = leitbild(
      chapter('a', 'Anfang', [], [seeing('b')]),
      chapter('b', 'Ziele', [goal('z1', 'Alt')]),
    );
    const after = leitbild(
      chapter('a', 'Anfang', [], [seeing('b', 'Siehe bitte ')]),
      chapter('neu', 'Neues', [goal('z2', 'Mehr')]),
      chapter('b', 'Ziele', [goal('z1', 'Alt')]),
    );
    const lines = told(before, after);
    expect(lines).toContain('Kapitel 1 Anfang\n  Absatz: neu formuliert\n');
    expect(lines).toContain('Siehe [-2-]{+bitte 3+}.');
    expect(lines).toMatch(/^Kapitel +unverändert 2, .*neu 1/m);
  });

  it('names the goals of the earlier text by number and words, never by their ids', () => {
    const before = leitbild(chapter('k', 'Ziele', [goal('q-infos', 'Wir informieren und beraten alle.')]));
    const after = leitbild(
      chapter('k', 'Ziele', [
        goal('q-infos', 'Wir informieren alle.'),
        goal('q-rat', 'Wir beraten.', ['q-infos']),
      ]),
    );
    const lines = told(before, after);
    expect(lines).toMatch(/abgeteilt von Leitziel 1\S*1 „Wir informieren und beraten alle\.“/);
    expect(lines).not.toContain('q-');
  });

  it('says so where nothing differs', () => {
    const same = leitbild(chapter('k', 'Ziele', [goal('z', 'Wir bleiben.')], [seeing('z')]));
    expect(told(same, same)).toContain('Keine Unterschiede.');
  });
});
