import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { describe, expect, it } from 'vitest';
import { receiptsOf, submitContribution } from '../../../../shared/contributions/contributions-room.ts';
import type { Provenance } from '../../../../shared/contributions/receipt.ts';
import { listVoices } from '../../../../shared/contributions/voices-room.ts';
import { institutionId } from '../../../../shared/ids/ids.ts';
import { sharedTypes } from '../../../../shared/rooms/rooms.ts';
import { statement } from '../../../support/arbitrary-contribution.ts';
import { liveWorkspace } from '../../../support/live-workspace.ts';
import { caritas, kirche, ofKirche, openRound, submittedMap } from './open-round.ts';

const { at, deskOn, submit, voiceIds, refusedFor } = openRound();

const orders = () => at.live.edit('voices', listVoices).map(({ receipt }) => receipt.order ?? 0);
const areGrowing = (numbers: readonly number[]) =>
  numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));

describe('the order in which the host takes contributions', () => {
  it('CON21: is kept within one second and when the clock of the host is set back', () => {
    submit(statement('c3'));
    submit(statement('c2'));
    submit(statement('k9', ofKirche), kirche);
    at.now = '2018-01-01T00:00:00Z';
    submit(statement('c1'));
    at.now = '2019-05-01T12:00:00Z';
    submit(statement('a0'));
    expect(voiceIds()).toEqual(['c3', 'c2', 'k9', 'c1', 'a0']);
    expect(areGrowing(orders())).toBe(true);
    expect(at.live.edit(caritas, receiptsOf).get('c1')?.order).toBe(orders()[3]);
  });

  it('CON22: a host that starts again goes on from the greatest number', () => {
    at.now = '2030-01-01T00:00:00Z';
    submit(statement('c2'));
    at.desk.close();
    const again = liveWorkspace(at.workspace);
    const desk = deskOn(again);
    again.onCommitted = (room, doc) => desk.onCommitted(room, doc);
    at.now = '2019-05-01T12:00:00Z';
    desk.catchUp();
    again.edit(caritas, (doc) => submitContribution(doc, statement('c1')));
    const voices = again.edit('voices', listVoices);
    expect(voices.map(({ record }) => record.id)).toEqual(['c2', 'c1']);
    expect(areGrowing(voices.map(({ receipt }) => receipt.order ?? 0))).toBe(true);
    desk.close();
    again.close();
  });

  it('CON22: what a file from yesterday holds stays first and as it is, and what comes is numbered', () => {
    at.live.edit('voices', (doc) => {
      for (const id of ['b', 'a']) {
        doc.getMap(sharedTypes.voices.contributions).set(id, statement(id));
        doc.getMap(sharedTypes.voices.receipts).set(id, { receivedAt: '2031-05-01T12:00:00Z' });
      }
    });
    submit(statement('0'));
    expect(voiceIds()).toEqual(['a', 'b', '0']);
    expect(orders()).toEqual([0, 0, Date.parse(at.now) + 1]);
  });

  it('CON22: of packages and letters it is that of taking, not that of writing', () => {
    const caritasId = institutionId('caritas');
    const late: Provenance = { by: 'package', package: 'f'.repeat(64), late: true };
    submit(statement('c2'));
    const earlier = { submittedAt: '2019-01-01T12:00:00Z' };
    at.desk.takeOnBehalf(caritasId, [statement('c1', earlier), statement('c0', earlier)], late);
    submit(statement('b9'));
    expect(voiceIds()).toEqual(['c2', 'c1', 'c0', 'b9']);
    expect(areGrowing(orders())).toBe(true);
  });

  it('CON23: what comes at once, written offline by one window, is taken in the order of writing', () => {
    const offline = new Doc();
    offline.clientID = 7;
    submitContribution(offline, statement('z', { submittedAt: '2031-05-01T12:00:00Z' }));
    submitContribution(offline, statement('y'));
    submitContribution(offline, statement('a'));
    at.live.edit(caritas, (doc) => applyUpdate(doc, encodeStateAsUpdate(offline)));
    expect(voiceIds()).toEqual(['z', 'y', 'a']);
    expect(areGrowing(orders())).toBe(true);
  });

  it('CON23: what comes at once from two windows is taken in the order of their clocks', () => {
    const windows = ['2019-05-01T11:00:09Z', '2019-05-01T11:00:01Z'].map((submittedAt, index) => {
      const doc = new Doc();
      submitContribution(doc, statement(`c${String(index)}`, { submittedAt }));
      return encodeStateAsUpdate(doc);
    });
    at.live.edit(caritas, (doc) => windows.forEach((update) => applyUpdate(doc, update)));
    expect(voiceIds()).toEqual(['c1', 'c0']);
  });

  it('CON22: who deletes a submission and sends it again has the receipt of the first time', () => {
    submit(statement('c1'));
    submit(statement('c2'));
    const before = orders();
    at.live.edit(caritas, (doc) => submittedMap(doc).delete('c1'));
    expect(refusedFor('c1')).toBe('changed-after-submission');
    submit(statement('c1'));
    expect(refusedFor('c1')).toBeUndefined();
    expect([voiceIds(), orders()]).toEqual([['c1', 'c2'], before]);
  });

  it('CON22: numbers do not tell one institution how much others have said since', () => {
    submit(statement('c1'));
    at.now = '2019-05-01T12:00:05Z';
    for (const id of ['k1', 'k2', 'k3']) submit(statement(id, ofKirche), kirche);
    at.now = '2019-05-01T12:00:10Z';
    submit(statement('c2'));
    const own = [...at.live.edit(caritas, receiptsOf).values()].map(({ order = 0 }) => order);
    expect((own[1] ?? 0) - (own[0] ?? 0)).toBe(10_000);
  });
});
