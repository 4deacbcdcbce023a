import { describe, expect, it } from 'vitest';
import type { Anchor } from '../../../shared/contributions/anchor.ts';
import { applyWording } from '../../support/apply-wording.ts';
import { chainOf, changesBy } from '../../../shared/decisions/chain.ts';
import type { DecisionRecord, TextChange } from '../../../shared/decisions/decision.ts';
import { documentNodes } from '../../../shared/decisions/document-nodes.ts';
import { takeBack } from '../../../shared/decisions/take-back.ts';
import {
  contributionId,
  createCountingIds,
  decisionId,
  institutionId,
  nodeId,
} from '../../../shared/ids/ids.ts';
import type { LeitbildDocument } from '../../../shared/schema/document.ts';
import { statement } from '../../support/arbitrary-contribution.ts';
import { documentWith, onNode, onWords } from '../../support/decisions.ts';
import { createNodeMakers } from '../../support/node-makers.ts';

const make = createNodeMakers();
const { goal, group, sub } = make;
const base = documentWith(
  make,
  group(
    'leitziel',
    '',
    goal('g1', 'Die Stadt fördert Kurse. Sie hilft in allen Stadtteilen.', sub('für alle'), sub('am Abend')),
    goal('g2', 'Nebenan.'),
  ),
);
const createId = createCountingIds('new');
const g1 = nodeId('g1');

/** A text that decisions are carried out on, one after the other. */
function history() {
  let document = base;
  const records: DecisionRecord[] = [];
  const next = () => ({
    id: decisionId(`d${String(records.length + 1)}`),
    by: 'local',
    at: '2019-05-01T10:00:00Z',
  });
  const taken = (done: ReturnType<typeof applyWording>): readonly TextChange[] => {
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    document = done.value.document;
    return done.value.changes;
  };
  return {
    records,
    get document(): LeitbildDocument {
      return document;
    },
    byHand: (anchor: Anchor, wording: string) =>
      void taken(applyWording(document, anchor, wording, createId)),
    decide(contribution: string, words: string, wording: string) {
      const changes = [...taken(applyWording(document, onWords(document, words), wording, createId))];
      records.push({
        ...{ type: 'decision', ...next(), changes, contributions: [contributionId(contribution)] },
        ...{ outcome: 'adopted', reason: '', stage: 'final', workshop: null },
      });
    },
    reopen(index: number) {
      const decision = records[index];
      if (!decision) throw new Error('no such decision');
      const changes = [...taken(takeBack(document, decision.changes, createId))];
      records.push({ type: 'reopening', ...next(), changes, reopens: decision.id, reason: '' });
    },
  };
}

const voices = ['c1', 'c2', 'c3'].map((id) => ({
  record: statement(id, { institution: institutionId(`i-${id}`) }),
  receipt: { receivedAt: '2019-04-20T10:00:00Z' },
}));

/** Ids of the decisions behind a node, or behind some words of it. */
function chain({ document, records }: ReturnType<typeof history>, node = g1, words?: string) {
  const start = words === undefined ? 0 : documentNodes(document).wordsOf(node).indexOf(words);
  if (start < 0) throw new Error(`no ${String(words)}`);
  const range = words === undefined ? null : { start, end: start + words.length };
  return chainOf(document, node, range, records, voices).map((link) => link.decision.id);
}

describe('the chain from the text to contributions and back', () => {
  it('DEC8: leads from a goal to decisions, contributions and institutions, the latest first', () => {
    const text = history();
    text.decide('c1', 'Kurse', 'Treffs und Kurse');
    text.decide('c2', 'allen', 'vielen');
    text.decide('c3', 'Nebenan', 'Daneben');
    expect(chain(text)).toEqual(['d2', 'd1']);
    const [link] = chainOf(text.document, g1, null, text.records, voices);
    expect(link?.statements.map(({ id, institution }) => [id, institution])).toEqual([['c2', 'i-c2']]);
    expect(link?.change).toMatchObject({
      after: 'Die Stadt fördert Treffs und Kurse. Sie hilft in vielen Stadtteilen.',
    });
    expect(chain(text, nodeId('ch'))).toEqual(['d3', 'd2', 'd1']);
  });

  it('DEC8: leads from a sentence to the decisions that touched its words, also after edits by hand', () => {
    const text = history();
    text.decide('c1', 'Kurse', 'Treffs und Kurse');
    text.decide('c2', 'allen', 'vielen');
    text.byHand(onWords(text.document, 'Die Stadt'), 'Unsere ganze Stadt');
    expect(chain(text, g1, 'Unsere ganze Stadt fördert Treffs und Kurse.')).toEqual(['d1']);
    expect(chain(text, g1, 'Sie hilft in vielen Stadtteilen.')).toEqual(['d2']);
    expect(chain(text, g1, 'Treffs')).toEqual(['d1']);
    expect(chain(text, g1, 'Unsere')).toEqual([]);
    expect(chain(text, g1, 'am Abend')).toEqual([]);
    text.decide('c3', 'Treffs und', 'Begegnungen und');
    expect(chain(text, g1, 'Begegnungen und Kurse')).toEqual(['d3', 'd1']);
  });

  it('DEC8: finds what changed a whole goal from its subpoint, and tells of what was struck in it', () => {
    const text = history();
    text.decide('c1', 'am Abend', '');
    expect(chain(text)).toEqual(['d1']);
    const whole = onNode(text.document, 'g1');
    text.byHand(whole, 'Neu.\nfür viele');
    expect(chain(text)).toEqual(['d1']);
  });

  it('DEC8: leads from a contribution to the exact changes, with what took them back', () => {
    const text = history();
    text.decide('c1', 'Kurse', 'Treffs');
    text.decide('c2', 'allen', 'vielen');
    text.reopen(0);
    expect(
      changesBy(contributionId('c1'), text.records).map(({ decision, changes }) => [
        decision.id,
        changes[0]?.after,
      ]),
    ).toEqual([
      ['d1', 'Die Stadt fördert Treffs. Sie hilft in allen Stadtteilen.'],
      ['d3', 'Die Stadt fördert Kurse. Sie hilft in vielen Stadtteilen.'],
    ]);
    expect(chain(text, g1, 'Kurse')).toEqual(['d3', 'd1']);
    expect(chainOf(text.document, g1, null, text.records, voices)[0]?.statements.map(({ id }) => id)).toEqual(
      ['c1'],
    );
    expect(changesBy(contributionId('c3'), text.records)).toEqual([]);
  });
});
