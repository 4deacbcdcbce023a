import { expect, it } from 'vitest';
import { Doc } from 'yjs';
import {
  isAskedAbout,
  mayContributeTo,
  type ContributionsAccess,
} from '../../../../renderer/features/contributions/contributions-access.tsx';
import type { Anchor } from '../../../../shared/contributions/anchor.ts';
import { makeAnchor, makeNodeAnchor } from '../../../../shared/contributions/make-anchor.ts';
import { institutionId, nodeId, roundId } from '../../../../shared/ids/ids.ts';
import type { Round } from '../../../../shared/rounds/round.ts';
import { textFlowOf } from '../../../../shared/text/text-flow.ts';
import { readText } from '../../../../shared/decisions/read-text.ts';
import { createNodeMakers } from '../../../support/node-makers.ts';
import { documentOfTexts } from '../../../support/random-edits.ts';

const { as, heading, goal, group } = createNodeMakers();
const flow = textFlowOf(documentOfTexts(['Erstens.', 'Zweitens.', 'Drittens.', 'Viertens.']));
const [asked, other] = [nodeId('p3'), nodeId('p4')];
const passageIn = (node: typeof asked): Anchor => {
  const { start } = flow.spans.get(node) ?? { start: 0 };
  const { from, to } = flow.positionsOf(start, start + 4);
  const made = makeAnchor(flow, from, to);
  if (!made.ok) throw new Error(made.error);
  return made.value;
};
const planned: Round = {
  ...{ id: roundId('r1'), name: 'Erste Runde', opensAt: null, closesAt: null, base: null },
  ...{ invited: 'all', places: 'all', visibility: 'own' },
};
const accessTo = (
  places: Round['places'],
  takes: ContributionsAccess['takes'] = 'open',
): ContributionsAccess => ({
  ...{ doc: new Doc(), institution: institutionId('i1'), author: 'a', absence: null, decisions: [] },
  ...{ round: { ...planned, places }, takes, byFile: false, base: null },
  ...{ flow: () => flow, lineOf: () => null, nameOf: () => '', goTo: () => undefined, now: () => '' },
  selection: () => makeAnchor(flow, 0, 0),
});

it('offers to write where the round asks, to a whole node as to some of its words', () => {
  const whole = [asked, other].map((node) => makeNodeAnchor(flow, node));
  const anchors = [...whole, passageIn(asked), passageIn(other), { on: 'document' as const }];
  const may = (access: ContributionsAccess) =>
    anchors.map((anchor) => anchor !== undefined && mayContributeTo(access, anchor));
  expect(may(accessTo([asked]))).toEqual([true, false, true, false, false]);
  expect(may(accessTo('all'))).toEqual([true, true, true, true, true]);
  expect(may(accessTo('all', 'answers'))).toEqual([false, false, false, false, false]);
});

it('offers to write to what the round asked about wherever it has gone since', () => {
  const field = (id: string, ...goals: ReturnType<typeof goal>[]) =>
    ({
      type: 'actionField',
      attrs: as(id),
      content: [heading(id), group('leitziel', `${id}-g`, ...goals)],
    }) as const;
  const textOf = (...fields: ReturnType<typeof field>[]) =>
    readText({
      type: 'leitbild',
      content: [{ type: 'chapter', attrs: as('ziele'), content: [heading('Ziele'), ...fields] }],
    }).flow;
  const moved = goal('g1', 'Alle finden Arbeit.');
  const stays = goal('g2', 'Löhne sind fair.');
  const base = textOf(field('arbeit', moved, stays), field('wohnen', goal('g3', 'Alle wohnen gut.')));
  const today = textOf(field('arbeit', stays), field('wohnen', goal('g3', 'Alle wohnen gut.'), moved));
  const may = (known: ContributionsAccess['base']) =>
    ['g1', 'g2', 'g3'].map((id) =>
      isAskedAbout({ ...accessTo([nodeId('arbeit')]), flow: () => today, base: known }, nodeId(id)),
    );
  expect(may(base)).toEqual([true, true, false]);
  expect(may(null)).toEqual([false, true, false]);
});
