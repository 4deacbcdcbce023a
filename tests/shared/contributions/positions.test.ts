import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contribution, Position, Stance } from '../../../shared/contributions/contribution.ts';
import { makeNodeAnchor } from '../../../shared/contributions/make-anchor.ts';
import { nodeWordsIn, positionLines, positionsOf } from '../../../shared/contributions/positions.ts';
import type { ListedVoice } from '../../../shared/contributions/voices-room.ts';
import { contributionId, institutionId, nodeId } from '../../../shared/ids/ids.ts';
import type { Institution } from '../../../shared/register/institution.ts';
import { textFlowOf } from '../../../shared/text/text-flow.ts';
import { statement, withdrawal } from '../../support/arbitrary-contribution.ts';
import { documentOfTexts } from '../../support/random-edits.ts';

const flow = textFlowOf(documentOfTexts(['Erstens.', 'Zweitens.']));
const [caritas, kirche, ggua] = ['caritas', 'kirche', 'ggua'].map(institutionId) as [never, never, never];

function position(id: string, institution: Institution['id'], node: string, stance: Stance): Position {
  const anchor = makeNodeAnchor(flow, nodeId(node));
  if (!anchor) throw new Error(`no node ${node}`);
  const { round, author, submittedAt } = statement(id);
  return {
    ...{ type: 'position', id: contributionId(id), institution, round, author, submittedAt },
    ...{ anchor, stance, body: '' },
  };
}

const taken = (...records: readonly Contribution[]): readonly ListedVoice[] =>
  records.map((record, index) => ({
    record,
    receipt: { receivedAt: `2019-05-01T12:00:${String(index).padStart(2, '0')}Z` },
  }));
const asked = ([caritas, kirche, ggua] as const).map((id): Institution => {
  return { id, name: id, kind: 'association', seats: 1 };
});

describe('positions', () => {
  it('POS1: of each institution on each node, the one that the host took last holds', () => {
    const positions = positionsOf(
      taken(
        position('p1', caritas, 'p1', 'agree'),
        position('p2', kirche, 'p1', 'agree'),
        position('p3', caritas, 'p1', 'object'),
        position('p4', caritas, 'p2', 'noStatement'),
        statement('c1'),
      ),
    );
    expect(positions.of(caritas, nodeId('p1'))?.record.stance).toBe('object');
    expect(positions.on(nodeId('p1')).map(({ record }) => record.id)).toEqual(['p2', 'p3']);
    expect(positions.by(caritas).map(({ record }) => record.id)).toEqual(['p3', 'p4']);
    expect(positions.of(kirche, nodeId('p2'))).toBeUndefined();
  });

  it('POS2: a withdrawn position is gone, and none before it comes back', () => {
    const [first, second] = [position('p1', caritas, 'p1', 'agree'), position('p2', caritas, 'p1', 'object')];
    const after = (...more: readonly Contribution[]) =>
      positionsOf(taken(first, second, ...more)).of(caritas, nodeId('p1'))?.record.id;
    expect(after()).toBe('p2');
    expect(after(withdrawal('w1', 'p2'))).toBeUndefined();
    expect(after(withdrawal('w1', 'p1'))).toBe('p2');
    expect(after(withdrawal('w1', 'p2'), position('p3', caritas, 'p1', 'agree'))).toBe('p3');
  });

  it('POS3: silence of those who were asked is a line of its own; a position says whether its words still stand', () => {
    const positions = positionsOf(
      taken(position('p1', caritas, 'p1', 'agree'), position('p2', ggua, 'p2', 'noStatement')),
    );
    const lines = (texts: readonly string[], node: string) =>
      positionLines(positions, nodeId(node), asked, nodeWordsIn(textFlowOf(documentOfTexts(texts)))).map(
        (line) => [line.institution.id, line.position?.record.stance ?? 'silent', line.isCurrent],
      );
    expect(lines(['Erstens.', 'Zweitens.'], 'p1')).toEqual([
      ['caritas', 'agree', true],
      ['kirche', 'silent', false],
      ['ggua', 'silent', false],
    ]);
    expect(lines(['Erstens!', 'Zweitens.'], 'p1')[0]).toEqual(['caritas', 'agree', false]);
    expect(lines(['Erstens.', 'Zweitens.'], 'p2')[2]).toEqual(['ggua', 'noStatement', true]);
    expect(lines(['Erstens.'], 'p2')[2]).toEqual(['ggua', 'noStatement', false]);
  });

  it('POS1: whatever was said in whatever order, each institution has at most one position on a node', () => {
    const one = fc.tuple(fc.constantFrom(caritas, kirche, ggua), fc.constantFrom('p1', 'p2'), fc.boolean());
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), (drawn) => {
        const records = drawn.map(([institution, node, isWithdrawal], index) =>
          isWithdrawal
            ? withdrawal(`r${String(index)}`, `r${String(index - 1)}`, { institution })
            : position(`r${String(index)}`, institution, node, 'agree'),
        );
        const positions = positionsOf(taken(...records));
        for (const institution of [caritas, kirche, ggua]) {
          const held = positions.by(institution);
          expect(new Set(held.map(({ record }) => record.anchor.nodeId)).size).toBe(held.length);
          for (const voice of held) {
            expect(positions.on(voice.record.anchor.nodeId)).toContain(voice);
            const later = records.slice(records.indexOf(voice.record) + 1);
            expect(later).not.toContainEqual(expect.objectContaining({ withdraws: voice.record.id }));
            const { anchor } = voice.record;
            expect(later).not.toContainEqual(
              expect.objectContaining({ type: 'position', institution, anchor }),
            );
          }
        }
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});
