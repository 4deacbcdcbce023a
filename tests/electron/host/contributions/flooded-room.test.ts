import { expect, it } from 'vitest';
import { submitContribution } from '../../../../shared/contributions/contributions-room.ts';
import { limits } from '../../../../shared/contributions/limits.ts';
import { statement } from '../../../support/arbitrary-contribution.ts';
import { caritas, openRound, submittedMap } from './open-round.ts';

const { at, submit, put, voiceIds, refusals, refusedFor } = openRound();
const most = 2 * limits.submittedPerInstitution;

it('CON20: what is refused and more than a room may hold goes out again; what is valid is taken all the same', () => {
  submit(statement('c1'));
  at.live.edit(caritas, (doc) => {
    doc.transact(() => {
      for (let n = 0; n < most + 500; n += 1) submittedMap(doc).set(`g${String(n)}`, n);
      submitContribution(doc, statement('c2'));
    });
  });
  const size = () => at.live.edit(caritas, (doc) => submittedMap(doc).size);
  expect([size(), Object.keys(refusals()).length, voiceIds()]).toEqual([most, most - 2, ['c1', 'c2']]);
  put('late', 'x');
  expect([size(), refusedFor('late')]).toEqual([most, undefined]);
  submit(statement('c3'));
  put('c1', 'x');
  expect([voiceIds(), refusedFor('c1')]).toEqual([['c1', 'c2', 'c3'], 'changed-after-submission']);
  const before = at.workspace.rooms.size(caritas).lastSeq;
  at.desk.catchUp();
  expect(at.workspace.rooms.size(caritas).lastSeq).toBe(before + 1);
  expect(size()).toBe(most);
});
