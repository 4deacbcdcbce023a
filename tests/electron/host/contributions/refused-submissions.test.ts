import { describe, expect, it } from 'vitest';
import { Map as SharedMap, Text } from 'yjs';
import { refusalsOf } from '../../../../shared/contributions/contributions-room.ts';
import { limits } from '../../../../shared/contributions/limits.ts';
import { refusalCodes } from '../../../../shared/contributions/refusal.ts';
import { acceptVoices } from '../../../../shared/contributions/voices-room.ts';
import { canonicalJson } from '../../../../shared/editions/canonical-json.ts';
import { contributionId, roundId } from '../../../../shared/ids/ids.ts';
import { initialPhase, writePhase, writeRound } from '../../../../shared/rooms/phase-room.ts';
import { passage, statement, withdrawal } from '../../../support/arbitrary-contribution.ts';
import { caritas, kirche, ofKirche, openRound } from './open-round.ts';

const { at, submit, put, voices, voiceIds, refusals, refusedFor } = openRound();

describe('refusing submissions', () => {
  const deep = (levels: number): unknown => {
    let value: unknown = 'x';
    for (let level = 0; level < levels; level += 1) value = [value];
    return value;
  };
  const inherited: unknown = Object.create(statement('c9'));
  const attacks: readonly (readonly [string, string, unknown, string])[] = [
    ['not an object', 'c9', 'text', 'invalid'],
    ['nothing', 'c9', null, 'invalid'],
    ['another kind of record', 'c9', { ...statement('c9'), type: 'decision' }, 'invalid'],
    ['a field too many', 'c9', { ...statement('c9'), published: true }, 'invalid'],
    ['a field missing', 'c9', { ...statement('c9'), replaces: undefined }, 'invalid'],
    ['a shared type', 'c9', new SharedMap(Object.entries(statement('c9'))), 'invalid'],
    ['a shared text', 'c9', new Text('x'), 'invalid'],
    ['bytes', 'c9', new Uint8Array(10), 'invalid'],
    ['deeply nested', 'c9', { ...statement('c9'), anchor: deep(2000) }, 'invalid'],
    ['fields that are only inherited', 'c9', inherited, 'invalid'],
    ['a control character', 'c9', statement('c9', { body: 'a\u0007b' }), 'invalid'],
    ['a directional override', 'c9', statement('c9', { body: 'a\u202eb' }), 'invalid'],
    ['an impossible date', 'c9', statement('c9', { submittedAt: '2019-02-30T10:00:00Z' }), 'invalid'],
    ['a body of blanks', 'c9', statement('c9', { body: ' \n ' }), 'invalid'],
    ['a proposal without wording', 'c9', statement('c9', { kind: 'proposal' }), 'invalid'],
    ['a body too long', 'c9', statement('c9', { body: 'x'.repeat(10_001) }), 'too-large'],
    ['a wording too long', 'c9', statement('c9', { wording: 'x'.repeat(10_001) }), 'too-large'],
    [
      'a quote too long',
      'c9',
      statement('c9', { anchor: { ...passage, to: 4005, quote: 'x'.repeat(4001) } }),
      'too-large',
    ],
    ['filed under another id', 'c9', statement('c8'), 'id-mismatch'],
    ['for another institution', 'c9', statement('c9', ofKirche), 'foreign-institution'],
    ['by another institution', 'c9', statement('c9', { author: 'inv-kirche' }), 'author-unknown'],
    ['by nobody', 'c9', statement('c9', { author: 'inv-unknown' }), 'author-unknown'],
    ['of another round', 'c9', statement('c9', { round: roundId('r0') }), 'round-unknown'],
    ['withdraws what is not there', 'c9', withdrawal('c9', 'c7'), 'target-unknown'],
    ['withdraws itself', 'c9', withdrawal('c9', 'c9'), 'target-unknown'],
  ];

  it.each(attacks)('CON4: %s', (_, id, value, code) => {
    put(id, value);
    expect(refusedFor(id)).toBe(code);
    expect(voices()).toEqual([]);
    submit(statement('c1'));
    expect(voiceIds()).toEqual(['c1']);
  });

  it('CON4: names the part that is wrong, and the time', () => {
    put('c9', statement('c9', { anchor: { ...passage, to: 8 } }));
    put('c8', statement('c8', { body: 'x'.repeat(10_001) }));
    expect(refusals()).toEqual({
      c9: { code: 'invalid', place: 'anchor', at: at.now },
      c8: { code: 'too-large', place: 'body', at: at.now },
    });
  });

  it('CON4: nothing is taken while contributions are closed; opening the round takes what waits', () => {
    const set = (contributions: 'open' | 'closed', round: string) => {
      at.live.edit('process', (process) => {
        process.transact(() => {
          writePhase(process, { ...initialPhase, contributions });
          writeRound(process, roundId(round));
        });
      });
    };
    set('closed', 'r1');
    submit(statement('c1'));
    expect([voiceIds(), refusedFor('c1')]).toEqual([[], 'round-closed']);
    set('open', 'r2');
    expect([voiceIds(), refusedFor('c1')]).toEqual([[], 'round-unknown']);
    set('open', 'r1');
    expect([voiceIds(), refusals()]).toEqual([['c1'], {}]);
    set('closed', 'r1');
    expect([voiceIds(), refusals()]).toEqual([['c1'], {}]);
  });

  it('CON5: an id belongs to whom it was first taken from; another institution neither replaces nor withdraws it', () => {
    submit(statement('c1'));
    submit(statement('c1', { ...ofKirche, body: 'Anders.' }), kirche);
    submit(statement('c2', { ...ofKirche, replaces: contributionId('c1') }), kirche);
    submit(withdrawal('c3', 'c1', ofKirche), kirche);
    expect(voices()).toEqual([statement('c1')]);
    expect(['c1', 'c2', 'c3'].map((id) => refusedFor(id, kirche))).toEqual([
      'id-taken',
      'target-unknown',
      'target-unknown',
    ]);
    expect(refusals()).toEqual({});
  });

  it('CON4: an institution may not fill the room without end', () => {
    const many = Array.from({ length: limits.submittedPerInstitution }, (_, index) => {
      const record = statement(`m${String(index)}`);
      return { record, canonical: canonicalJson(record), receipt: { receivedAt: at.now } };
    });
    at.live.edit('voices', (doc) => {
      acceptVoices(doc, many);
    });
    submit(statement('c1'));
    submit(statement('c1', ofKirche), kirche);
    expect([refusedFor('c1'), refusedFor('c1', kirche)]).toEqual(['too-many', undefined]);
  });

  it('an id of any length or form disturbs nobody', () => {
    for (const id of ['', '__proto__', 'constructor', '../x', 'x'.repeat(100_000)]) put(id, statement('c9'));
    submit(statement('c1'));
    expect(voiceIds()).toEqual(['c1']);
    expect(at.live.edit(caritas, (doc) => [...refusalsOf(doc).keys()]).sort()).toEqual(
      ['', '../x', '__proto__', 'constructor'].sort(),
    );
  });

  it('names every reason of the list in these tests', () => {
    const byRounds = ['not-invited', 'place-closed', 'decision-unknown'];
    const here = ['round-closed', 'id-taken', 'too-many'];
    const tested = [...attacks.map(([, , , code]) => code), ...here, ...byRounds];
    expect([...new Set([...tested, 'changed-after-submission'])].sort()).toEqual([...refusalCodes].sort());
  });
});
