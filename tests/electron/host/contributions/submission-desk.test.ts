import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Map as SharedMap, Text, type Doc } from 'yjs';
import {
  createSubmissionDesk,
  type RoomEditor,
  type SubmissionDesk,
} from '../../../../electron/host/contributions/submission-desk.ts';
import { storedRooms } from '../../../../electron/host/import/import-rooms.ts';
import { editRoom } from '../../../../electron/host/workspace/edit-room.ts';
import type { Workspace } from '../../../../electron/host/workspace/workspace.ts';
import {
  readSubmissions,
  receiptsOf,
  refusalsOf,
  submitContribution,
} from '../../../../shared/contributions/contributions-room.ts';
import type { Contribution } from '../../../../shared/contributions/contribution.ts';
import { startDraft } from '../../../../shared/contributions/drafts.ts';
import { limits } from '../../../../shared/contributions/limits.ts';
import { refusalCodes } from '../../../../shared/contributions/refusal.ts';
import { acceptVoices, listVoices, voiceOf } from '../../../../shared/contributions/voices-room.ts';
import { canonicalJson } from '../../../../shared/editions/canonical-json.ts';
import { appError, AppFailure, type AppError } from '../../../../shared/errors/errors.ts';
import { contributionId, institutionId, roundId } from '../../../../shared/ids/ids.ts';
import { initialPhase, writePhase, writeRound } from '../../../../shared/rooms/phase-room.ts';
import { sharedTypes, type RoomName } from '../../../../shared/rooms/rooms.ts';
import {
  arbitraryStatement,
  passage,
  statement,
  withdrawal,
} from '../../../support/arbitrary-contribution.ts';
import { made, opened, valueOf } from '../../../support/filled-workspace.ts';
import { liveWorkspace, type LiveWorkspace } from '../../../support/live-workspace.ts';

const caritas: RoomName = 'contributions/caritas' as RoomName;
const kirche: RoomName = 'contributions/kirche' as RoomName;
const authors: Readonly<Record<string, string>> = { 'inv-caritas': 'caritas', 'inv-kirche': 'kirche' };
const ofKirche = { institution: institutionId('kirche'), author: 'inv-kirche' };

let folder: string;
let workspace: Workspace;
let live: LiveWorkspace;
let desk: SubmissionDesk;
let now: string;

function deskOn(editor: RoomEditor, failures: AppError[] = [], on = workspace): SubmissionDesk {
  return createSubmissionDesk({
    editor,
    workspace: on,
    clock: { now: () => now },
    institutionOf: (author) => {
      const institution = authors[author];
      return institution === undefined ? null : institutionId(institution);
    },
    onFailure: (_, error) => failures.push(error),
  });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-'));
  workspace = made(join(folder, 'a.leitbild'));
  live = liveWorkspace(workspace);
  now = '2019-05-01T12:00:00Z';
  live.edit('process', (process) => {
    writePhase(process, { ...initialPhase, contributions: 'open' });
    writeRound(process, roundId('r1'));
  });
  desk = deskOn(live);
  live.onCommitted = (room, doc) => {
    desk.onCommitted(room, doc);
  };
});

afterEach(() => {
  desk.close();
  live.close();
  valueOf(workspace.close());
  rmSync(folder, { recursive: true });
});

const submit = (record: Contribution, room = caritas): void => {
  live.edit(room, (doc) => {
    submitContribution(doc, record);
  });
};

/** Writes what no client of ours writes. */
const put = (id: string, value: unknown, room = caritas): void => {
  live.edit(room, (doc) => submittedMap(doc).set(id, value));
};

const submittedMap = (doc: Doc) => doc.getMap<unknown>(sharedTypes.contributions.submitted);
const records = (doc: Doc) => listVoices(doc).map(({ record }) => record);
const voices = () => live.edit('voices', records);
const voiceIds = () => voices().map(({ id }) => id);
const refusals = (room = caritas) => Object.fromEntries(live.edit(room, refusalsOf));
const refusedFor = (id: string, room = caritas) => refusals(room)[id]?.code;

describe('taking contributions', () => {
  it('CON1: a valid contribution stands in voices exactly as it was submitted, on disk too', () => {
    const samples = fc.sample(arbitraryStatement, { seed: 8, numRuns: 60 });
    samples.forEach((record, index) => {
      submit({ ...record, id: contributionId(`c${String(index)}`) });
    });
    const stored = workspace.rooms.load('voices');
    const room = live.edit(caritas, readSubmissions);
    samples.forEach((record, index) => {
      const id = `c${String(index)}`;
      expect(voiceOf(stored, id)?.canonical).toBe(canonicalJson({ ...record, id }));
      expect(voiceOf(stored, id)?.canonical).toBe(canonicalJson(room.submitted.get(id)));
    });
    expect(refusals()).toEqual({});
    expect(voices()).toHaveLength(60);
  });

  it('CON2: drafts stay where they are, and writing them costs the desk nothing', () => {
    submit(statement('c1'));
    live.asked.length = 0;
    live.edit(caritas, (doc) => {
      startDraft(doc, { id: contributionId('d1'), kind: 'comment', anchor: passage, replaces: null });
    });
    expect(live.asked).toEqual([caritas]);
    expect(voiceIds()).toEqual(['c1']);
  });

  it('CON3: a correction and a withdrawal are new records about earlier ones, in whatever order they arrive', () => {
    live.edit(caritas, (doc) => {
      doc.transact(() => {
        submittedMap(doc).set('c4', withdrawal('c4', 'c3'));
        submittedMap(doc).set('c3', statement('c3', { replaces: contributionId('c2') }));
        submittedMap(doc).set('c2', statement('c2', { replaces: contributionId('c1') }));
      });
    });
    expect([refusedFor('c2'), refusedFor('c3'), refusedFor('c4')]).toEqual(Array(3).fill('target-unknown'));
    submit(statement('c1'));
    expect(voiceIds()).toEqual(['c1', 'c2', 'c3', 'c4']);
    expect(refusals()).toEqual({});
  });

  it('ignores rooms that hold no contributions', () => {
    live.asked.length = 0;
    live.edit('text', (doc) => doc.getMap('header').set('title', 'x'));
    expect(live.asked).toEqual(['text']);
  });
});

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
      c9: { code: 'invalid', place: 'anchor', at: now },
      c8: { code: 'too-large', place: 'body', at: now },
    });
  });

  it('CON4: nothing is taken while contributions are closed; opening the round takes what waits', () => {
    const set = (contributions: 'open' | 'closed', round: string) => {
      live.edit('process', (process) => {
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
      return { record, canonical: canonicalJson(record), receipt: { receivedAt: now } };
    });
    live.edit('voices', (doc) => {
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
    expect(live.edit(caritas, (doc) => [...refusalsOf(doc).keys()]).sort()).toEqual(
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

describe('after a contribution was taken', () => {
  it('CON6: what was taken stands, whatever becomes of the submission', () => {
    submit(statement('c1'));
    submit(statement('c2'));
    put('c1', statement('c1', { body: 'Etwas anderes.' }));
    live.edit(caritas, (doc) => {
      submittedMap(doc).delete('c2');
    });
    expect(voices()).toEqual([statement('c1'), statement('c2')]);
    expect([refusedFor('c1'), refusedFor('c2')]).toEqual(Array(2).fill('changed-after-submission'));
    put('c1', statement('c1'));
    expect(refusedFor('c1')).toBeUndefined();
    put('c2', new Text('x'));
    expect([refusedFor('c2'), voiceIds()]).toEqual(['changed-after-submission', ['c1', 'c2']]);
  });

  it('CON6: taken contributions stand when the round is closed and their author is no longer known', () => {
    submit(statement('c1'));
    live.edit('process', (process) => {
      writePhase(process, initialPhase);
    });
    const clock = { now: () => now };
    createSubmissionDesk({ editor: live, workspace, clock, institutionOf: () => null }).catchUp();
    expect([voiceIds(), refusals()]).toEqual([['c1'], {}]);
  });

  it('CON7: refusals say what the host found, not what somebody wrote into them', () => {
    submit(statement('c1'));
    put('c2', statement('c2', { round: roundId('r0') }));
    live.edit(caritas, (doc) => {
      const map = doc.getMap(sharedTypes.contributions.refusals);
      map.set('c1', { code: 'round-closed', place: '', at: '2019-01-01T00:00:00Z' });
      map.set('c2', { code: 'too-many', place: '', at: '2019-01-01T00:00:00Z' });
      map.set('c3', 'nonsense');
    });
    expect(refusals()).toEqual({ c2: { code: 'round-unknown', place: '', at: now } });
    expect([...live.edit(caritas, readSubmissions).refusals.keys()]).toEqual(['c2']);
    live.edit(caritas, (doc) => {
      doc.getMap(sharedTypes.contributions.refusals).delete('c2');
    });
    expect(refusedFor('c2')).toBe('round-unknown');
  });

  it('CON8: examining everything again changes nothing, not even the time of a refusal', () => {
    submit(statement('c1'));
    put('c2', 'text');
    submit(statement('c3', ofKirche), kirche);
    const sizes = () => [caritas, kirche, 'voices' as const].map((room) => workspace.rooms.size(room));
    const before = sizes();
    now = '2020-01-01T00:00:00Z';
    desk.catchUp();
    deskOn(live).catchUp();
    expect(sizes()).toEqual(before);
  });
});

describe('what the host says of it', () => {
  const receipts = (room = caritas) => Object.fromEntries(live.edit(room, receiptsOf));
  const noted = () =>
    workspace.audit
      .list()
      .filter(({ action }) => action.startsWith('contribution-'))
      .map(({ at, action, subject }) => `${at} ${action} ${subject}`);

  it('CON10: the author reads in its own room that and when the host has taken a record, by the host’s clock', () => {
    submit(statement('c1', { submittedAt: '2018-05-01T12:00:00Z' }));
    now = '2019-05-02T08:00:00Z';
    submit(statement('c2', { submittedAt: '2020-05-01T12:00:00Z' }));
    put('c3', 'text');
    expect(receipts()).toEqual({
      c1: { receivedAt: '2019-05-01T12:00:00Z' },
      c2: { receivedAt: '2019-05-02T08:00:00Z' },
    });
    expect(
      live
        .edit('voices', listVoices)
        .map(({ record, receipt }) => [record.id, record.submittedAt, receipt.receivedAt]),
    ).toEqual([
      ['c1', '2018-05-01T12:00:00Z', '2019-05-01T12:00:00Z'],
      ['c2', '2020-05-01T12:00:00Z', '2019-05-02T08:00:00Z'],
    ]);
    now = '2019-05-03T08:00:00Z';
    put('c1', statement('c1', { body: 'Etwas anderes.' }));
    expect([receipts()['c1'], refusedFor('c1')]).toEqual([
      { receivedAt: '2019-05-01T12:00:00Z' },
      'changed-after-submission',
    ]);
  });

  it('CON10: receipts say what the host took, not what somebody wrote into them', () => {
    submit(statement('c1'));
    live.edit(caritas, (doc) => {
      const map = doc.getMap(sharedTypes.contributions.receipts);
      map.set('c1', { receivedAt: '2018-01-01T00:00:00Z' });
      map.set('c2', { receivedAt: '2018-01-01T00:00:00Z' });
      map.set('c3', 'nonsense');
    });
    expect([...live.edit(caritas, readSubmissions).receipts.entries()]).toEqual([
      ['c1', { receivedAt: now }],
    ]);
    live.edit(caritas, (doc) => doc.getMap(sharedTypes.contributions.receipts).delete('c1'));
    expect(receipts()).toEqual({ c1: { receivedAt: now } });
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
      `${now} contribution-accepted caritas c1`,
      `${now} contribution-refused caritas c2 round-unknown`,
      `${now} contribution-refused caritas - invalid`,
      `${now} contribution-refused caritas c2 invalid`,
    ];
    expect(noted()).toEqual(expected);
    now = '2020-01-01T00:00:00Z';
    const again = deskOn(live);
    again.catchUp();
    again.close();
    expect(noted()).toEqual(expected);
  });

  it('CON11: whoever submits rubbish without end does not fill the log', () => {
    live.edit(caritas, (doc) => {
      doc.transact(() => {
        for (let n = 0; n < 1200; n += 1) submittedMap(doc).set(`c${String(n)}`, 'text');
      });
    });
    submit(statement('good'));
    expect(noted()).toHaveLength(1001);
    expect(noted().at(-1)).toContain('contribution-accepted caritas good');
  });
});

describe('hosts that were away', () => {
  const plain: RoomEditor = {
    edit: (room, work) => editRoom(workspace, room, work),
    editTogether: (rooms, work, keep) => storedRooms(workspace).editTogether(rooms, work, keep),
  };

  it('CON9: a host that starts takes what was submitted while there was none', () => {
    live.onCommitted = () => undefined;
    submit(statement('c1'));
    put('c2', statement('c2', { round: roundId('r0') }));
    const later = deskOn(plain);
    later.catchUp();
    later.close();
    expect(records(workspace.rooms.load('voices'))).toEqual([statement('c1')]);
    expect(refusalsOf(workspace.rooms.load(caritas)).get('c2')?.code).toBe('round-unknown');
  });

  it('CON9: what failed with the file is taken when the file works again', () => {
    live.onCommitted = () => undefined;
    submit(statement('c1'));
    put('c2', 'text');
    const path = workspace.path;
    valueOf(workspace.close());
    const failures: AppError[] = [];
    workspace = opened(path, true);
    const reading = deskOn(plain, failures, workspace);
    reading.catchUp();
    expect(failures.map(({ code }) => code)).toEqual(['workspace-read-only']);
    valueOf(workspace.close());
    workspace = opened(path);
    deskOn(plain, failures, workspace).catchUp();
    expect(failures).toHaveLength(1);
    expect(records(workspace.rooms.load('voices'))).toEqual([statement('c1')]);
  });

  it('CON9: a disk that is full between taking and refusing leaves nothing half done', () => {
    const failures: AppError[] = [];
    let full = true;
    const narrow: RoomEditor = {
      ...plain,
      edit(room, work) {
        if (full && room === caritas) throw new AppFailure(appError('disk-full', { path: workspace.path }));
        return plain.edit(room, work);
      },
    };
    const onNarrow = deskOn(narrow, failures);
    live.onCommitted = () => undefined;
    submit(statement('c1'));
    put('c2', 'text');
    const doc = workspace.rooms.load(caritas);
    onNarrow.onCommitted(caritas, doc);
    expect(failures.map(({ code }) => code)).toEqual(['disk-full']);
    full = false;
    onNarrow.onCommitted(caritas, doc);
    onNarrow.close();
    expect(records(workspace.rooms.load('voices'))).toEqual([statement('c1')]);
    expect(refusalsOf(workspace.rooms.load(caritas)).get('c2')?.code).toBe('invalid');
  });
});
