import { expect, it } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import type { NodeAnchor } from '../../../shared/contributions/anchor.ts';
import { readSubmissions } from '../../../shared/contributions/contributions-room.ts';
import { clearStance, listStances, setStance, submitStances } from '../../../shared/contributions/stances.ts';
import {
  contributionId,
  institutionId,
  nodeId,
  roundId,
  type ContributionId,
} from '../../../shared/ids/ids.ts';
import { sharedTypes } from '../../../shared/rooms/rooms.ts';
import { passage } from '../../support/arbitrary-contribution.ts';

const onNode = (id: string): NodeAnchor => ({
  ...{ on: 'node', nodeId: nodeId(id), quote: 'Erstens', textHash: passage.textHash },
});
const signature = {
  ...{ institution: institutionId('caritas'), round: roundId('r1'), author: 'inv-caritas' },
  submittedAt: '2019-05-01T12:00:00Z',
};

function counting(): () => ContributionId {
  let next = 0;
  return () => contributionId(`p${String((next += 1))}`);
}

it('POS4: delegates choose stances together before they submit them; the last choice for a node counts', () => {
  const [anna, bert] = [new Doc(), new Doc()];
  setStance(anna, { anchor: onNode('z1'), stance: 'agree', body: '' });
  setStance(anna, { anchor: onNode('z2'), stance: 'agree', body: '' });
  applyUpdate(bert, encodeStateAsUpdate(anna));
  setStance(bert, { anchor: onNode('z1'), stance: 'object', body: 'Zu vage.' });
  expect([clearStance(bert, nodeId('z2')), clearStance(bert, nodeId('z2'))]).toEqual([true, false]);
  applyUpdate(anna, encodeStateAsUpdate(bert));
  expect(listStances(anna)).toEqual([{ anchor: onNode('z1'), stance: 'object', body: 'Zu vage.' }]);
  expect(readSubmissions(anna).submitted.get('z1')).toBeUndefined();
});

it('POS4: all are submitted in one write, one record for each node, and are no drafts any more', () => {
  const doc = new Doc();
  setStance(doc, { anchor: onNode('z2'), stance: 'agreeWithChange', body: 'Mit Frist.' });
  setStance(doc, { anchor: onNode('z1'), stance: 'noStatement', body: '' });
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const submitted = submitStances(doc, signature, counting());
  expect(updates).toHaveLength(1);
  const records = [
    { type: 'position', id: 'p1', ...signature, anchor: onNode('z1'), stance: 'noStatement', body: '' },
    {
      type: 'position',
      id: 'p2',
      ...signature,
      anchor: onNode('z2'),
      stance: 'agreeWithChange',
      body: 'Mit Frist.',
    },
  ];
  expect(submitted).toEqual({ ok: true, value: records });
  expect(listStances(doc)).toEqual([]);
  expect([...readSubmissions(doc).submitted.entries()]).toEqual([
    ['p1', records[0]],
    ['p2', records[1]],
  ]);
  expect(submitStances(doc, signature, counting())).toEqual({ ok: true, value: [] });
});

it('POS4: those on some nodes are submitted alone; the others stay drafts', () => {
  const doc = new Doc();
  setStance(doc, { anchor: onNode('z1'), stance: 'agree', body: '' });
  setStance(doc, { anchor: onNode('z2'), stance: 'object', body: '' });
  const submitted = submitStances(doc, signature, counting(), [nodeId('z2'), nodeId('z9')]);
  expect(submitted).toMatchObject({ ok: true, value: [{ stance: 'object', anchor: { nodeId: 'z2' } }] });
  expect(listStances(doc).map(({ anchor }) => anchor.nodeId)).toEqual(['z1']);
});

it('POS4: where one does not fit, nothing is submitted, and it is named; nobody can choose what does not fit', () => {
  const doc = new Doc();
  setStance(doc, { anchor: onNode('z1'), stance: 'agree', body: '' });
  const fault = submitStances(doc, { ...signature, submittedAt: 'gestern' }, counting());
  expect(fault).toEqual({ ok: false, error: { code: 'invalid', place: 'submittedAt', node: 'z1' } });
  expect([listStances(doc).length, [...readSubmissions(doc).submitted.keys()]]).toEqual([1, []]);
  expect(() => setStance(doc, { anchor: onNode('z2'), stance: 'maybe' as never, body: '' })).toThrow();
  doc.getMap(sharedTypes.contributions.stances).set('z3', 'object');
  doc
    .getMap(sharedTypes.contributions.stances)
    .set('z4', { anchor: onNode('z1'), stance: 'agree', body: '' });
  expect(listStances(doc).map(({ anchor }) => anchor.nodeId)).toEqual(['z1']);
});
