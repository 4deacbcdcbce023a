import { describe, expect, it } from 'vitest';
import { readSubmissions, receiptsOf } from '../../../../shared/contributions/contributions-room.ts';
import { listVoices } from '../../../../shared/contributions/voices-room.ts';
import { roundId } from '../../../../shared/ids/ids.ts';
import { sharedTypes } from '../../../../shared/rooms/rooms.ts';
import { statement } from '../../../support/arbitrary-contribution.ts';
import { caritas, kirche, ofKirche, openRound, submittedMap } from './open-round.ts';

const { at, deskOn, submit, put, refusedFor } = openRound();

/** Its number is what `order-taken.test.ts` is about. */
const received = (receivedAt: string) => ({ receivedAt, order: expect.any(Number) as number });

describe('what the host says of it', () => {
  const receipts = (room = caritas) => Object.fromEntries(at.live.edit(room, receiptsOf));
  const noted = () =>
    at.workspace.audit
      .list()
      .filter(({ action }) => action.startsWith('contribution-'))
      .map(({ at, action, subject }) => `${at} ${action} ${subject}`);

  it('CON10: the author reads in its own room that and when the host has taken a record, by the host’s clock', () => {
    submit(statement('c1', { submittedAt: '2018-05-01T12:00:00Z' }));
    at.now = '2019-05-02T08:00:00Z';
    submit(statement('c2', { submittedAt: '2020-05-01T12:00:00Z' }));
    put('c3', 'text');
    expect(receipts()).toEqual({
      c1: received('2019-05-01T12:00:00Z'),
      c2: received('2019-05-02T08:00:00Z'),
    });
    expect(
      at.live
        .edit('voices', listVoices)
        .map(({ record, receipt }) => [record.id, record.submittedAt, receipt.receivedAt]),
    ).toEqual([
      ['c1', '2018-05-01T12:00:00Z', '2019-05-01T12:00:00Z'],
      ['c2', '2020-05-01T12:00:00Z', '2019-05-02T08:00:00Z'],
    ]);
    at.now = '2019-05-03T08:00:00Z';
    put('c1', statement('c1', { body: 'Etwas anderes.' }));
    expect([receipts()['c1'], refusedFor('c1')]).toEqual([
      received('2019-05-01T12:00:00Z'),
      'changed-after-submission',
    ]);
  });

  it('CON10: receipts say what the host took, not what somebody wrote into them', () => {
    submit(statement('c1'));
    at.live.edit(caritas, (doc) => {
      const map = doc.getMap(sharedTypes.contributions.receipts);
      map.set('c1', { receivedAt: '2018-01-01T00:00:00Z' });
      map.set('c2', { receivedAt: '2018-01-01T00:00:00Z' });
      map.set('c3', 'nonsense');
    });
    expect([...at.live.edit(caritas, readSubmissions).receipts.entries()]).toEqual([
      ['c1', received(at.now)],
    ]);
    at.live.edit(caritas, (doc) => doc.getMap(sharedTypes.contributions.receipts).delete('c1'));
    expect(receipts()).toEqual({ c1: received(at.now) });
    submit(statement('c1', ofKirche), kirche);
    expect([receipts(kirche), refusedFor('c1', kirche)]).toEqual([{}, 'id-taken']);
  });

  it('CON11: acceptance and refusal are in the audit log once each, in ids', () => {
    submit(statement('c1'));
    put('c2', statement('c2', { round: roundId('r0') }));
    put('Frau Muster, Tel. 123', 'text');
    put('c2', 'text');
    put('c2', statement('c2', { round: roundId('r0') }));
    const expected = [
      `${at.now} contribution-accepted caritas c1`,
      `${at.now} contribution-refused caritas c2 round-unknown`,
      `${at.now} contribution-refused caritas - invalid`,
      `${at.now} contribution-refused caritas c2 invalid`,
    ];
    expect(noted()).toEqual(expected);
    at.now = '2020-01-01T00:00:00Z';
    const again = deskOn(at.live);
    again.catchUp();
    again.close();
    expect(noted()).toEqual(expected);
  });

  it('CON11: whoever submits rubbish without end does not fill the log', () => {
    at.live.edit(caritas, (doc) => {
      doc.transact(() => {
        for (let n = 0; n < 1200; n += 1) submittedMap(doc).set(`c${String(n)}`, 'text');
      });
    });
    submit(statement('good'));
    expect(noted()).toHaveLength(1001);
    expect(noted().at(-1)).toContain('contribution-accepted caritas good');
  });
});
