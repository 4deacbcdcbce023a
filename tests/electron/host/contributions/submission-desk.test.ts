import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Text } from 'yjs';
import {
  createSubmissionDesk,
  type RoomEditor,
} from '../../../../electron/host/contributions/submission-desk.ts';
import { storedRooms } from '../../../../electron/host/import/import-rooms.ts';
import { editRoom } from '../../../../electron/host/workspace/edit-room.ts';
import { readSubmissions, refusalsOf } from '../../../../shared/contributions/contributions-room.ts';
import { startDraft } from '../../../../shared/contributions/drafts.ts';
import { voiceOf } from '../../../../shared/contributions/voices-room.ts';
import { canonicalJson } from '../../../../shared/editions/canonical-json.ts';
import { appError, AppFailure, type AppError } from '../../../../shared/errors/errors.ts';
import { contributionId, roundId } from '../../../../shared/ids/ids.ts';
import { initialPhase, writePhase } from '../../../../shared/rooms/phase-room.ts';
import { sharedTypes } from '../../../../shared/rooms/rooms.ts';
import {
  arbitraryStatement,
  passage,
  statement,
  withdrawal,
} from '../../../support/arbitrary-contribution.ts';
import { opened, valueOf } from '../../../support/filled-workspace.ts';
import { caritas, kirche, ofKirche, openRound, records, submittedMap } from './open-round.ts';

const { at, deskOn, submit, put, voices, voiceIds, refusals, refusedFor } = openRound();

describe('taking contributions', () => {
  it('CON1: a valid contribution stands in voices exactly as it was submitted, on disk too', () => {
    const samples = fc.sample(arbitraryStatement, { seed: 8, numRuns: 60 });
    samples.forEach((record, index) => {
      submit({ ...record, id: contributionId(`c${String(index)}`) });
    });
    const stored = at.workspace.rooms.load('voices');
    const room = at.live.edit(caritas, readSubmissions);
    samples.forEach((record, index) => {
      const id = `c${String(index)}`;
      expect(voiceOf(stored, id)?.canonical).toBe(canonicalJson({ ...record, id }));
      expect(voiceOf(stored, id)?.canonical).toBe(canonicalJson(room.submitted.get(id)));
    });
    expect(refusals()).toEqual({});
    expect(voices()).toHaveLength(60);
  });

  it('CON2: drafts stay where they are, and writing them costs the at.desk nothing', () => {
    submit(statement('c1'));
    at.live.asked.length = 0;
    at.live.edit(caritas, (doc) => {
      startDraft(doc, { id: contributionId('d1'), kind: 'comment', anchor: passage, replaces: null });
    });
    expect(at.live.asked).toEqual([caritas]);
    expect(voiceIds()).toEqual(['c1']);
  });

  it('CON3: a correction and a withdrawal are new records about earlier ones, in whatever order they arrive', () => {
    at.live.edit(caritas, (doc) => {
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
    at.live.asked.length = 0;
    at.live.edit('text', (doc) => doc.getMap('header').set('title', 'x'));
    expect(at.live.asked).toEqual(['text']);
  });
});

describe('after a contribution was taken', () => {
  it('CON6: what was taken stands, whatever becomes of the submission', () => {
    submit(statement('c1'));
    submit(statement('c2'));
    put('c1', statement('c1', { body: 'Etwas anderes.' }));
    at.live.edit(caritas, (doc) => {
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
    at.live.edit('process', (process) => {
      writePhase(process, initialPhase);
    });
    const clock = { now: () => at.now };
    createSubmissionDesk({
      editor: at.live,
      workspace: at.workspace,
      clock,
      institutionOf: () => null,
    }).catchUp();
    expect([voiceIds(), refusals()]).toEqual([['c1'], {}]);
  });

  it('CON7: refusals say what the host found, not what somebody wrote into them', () => {
    submit(statement('c1'));
    put('c2', statement('c2', { round: roundId('r0') }));
    at.live.edit(caritas, (doc) => {
      const map = doc.getMap(sharedTypes.contributions.refusals);
      map.set('c1', { code: 'round-closed', place: '', at: '2019-01-01T00:00:00Z' });
      map.set('c2', { code: 'too-many', place: '', at: '2019-01-01T00:00:00Z' });
      map.set('c3', 'nonsense');
    });
    expect(refusals()).toEqual({ c2: { code: 'round-unknown', place: '', at: at.now } });
    expect([...at.live.edit(caritas, readSubmissions).refusals.keys()]).toEqual(['c2']);
    at.live.edit(caritas, (doc) => {
      doc.getMap(sharedTypes.contributions.refusals).delete('c2');
    });
    expect(refusedFor('c2')).toBe('round-unknown');
  });

  it('CON8: examining everything again changes nothing, not even the time of a refusal', () => {
    submit(statement('c1'));
    put('c2', 'text');
    submit(statement('c3', ofKirche), kirche);
    const sizes = () => [caritas, kirche, 'voices' as const].map((room) => at.workspace.rooms.size(room));
    const before = sizes();
    at.now = '2020-01-01T00:00:00Z';
    at.desk.catchUp();
    deskOn(at.live).catchUp();
    expect(sizes()).toEqual(before);
  });
});

describe('hosts that were away', () => {
  const plain: RoomEditor = {
    edit: (room, work) => editRoom(at.workspace, room, work),
    editTogether: (rooms, work, keep) => storedRooms(at.workspace).editTogether(rooms, work, keep),
  };

  it('CON9: a host that starts takes what was submitted while there was none', () => {
    at.live.onCommitted = () => undefined;
    submit(statement('c1'));
    put('c2', statement('c2', { round: roundId('r0') }));
    const later = deskOn(plain);
    later.catchUp();
    later.close();
    expect(records(at.workspace.rooms.load('voices'))).toEqual([statement('c1')]);
    expect(refusalsOf(at.workspace.rooms.load(caritas)).get('c2')?.code).toBe('round-unknown');
  });

  it('CON9: what failed with the file is taken when the file works again', () => {
    at.live.onCommitted = () => undefined;
    submit(statement('c1'));
    put('c2', 'text');
    const path = at.workspace.path;
    valueOf(at.workspace.close());
    const failures: AppError[] = [];
    at.workspace = opened(path, true);
    const reading = deskOn(plain, failures, at.workspace);
    reading.catchUp();
    expect(failures.map(({ code }) => code)).toEqual(['workspace-read-only']);
    valueOf(at.workspace.close());
    at.workspace = opened(path);
    deskOn(plain, failures, at.workspace).catchUp();
    expect(failures).toHaveLength(1);
    expect(records(at.workspace.rooms.load('voices'))).toEqual([statement('c1')]);
  });

  it('CON9: a disk that is full between taking and refusing leaves nothing half done', () => {
    const failures: AppError[] = [];
    let full = true;
    const narrow: RoomEditor = {
      ...plain,
      edit(room, work) {
        if (full && room === caritas)
          throw new AppFailure(appError('disk-full', { path: at.workspace.path }));
        return plain.edit(room, work);
      },
    };
    const onNarrow = deskOn(narrow, failures);
    at.live.onCommitted = () => undefined;
    submit(statement('c1'));
    put('c2', 'text');
    const doc = at.workspace.rooms.load(caritas);
    onNarrow.onCommitted(caritas, doc);
    expect(failures.map(({ code }) => code)).toEqual(['disk-full']);
    full = false;
    onNarrow.onCommitted(caritas, doc);
    onNarrow.close();
    expect(records(at.workspace.rooms.load('voices'))).toEqual([statement('c1')]);
    expect(refusalsOf(at.workspace.rooms.load(caritas)).get('c2')?.code).toBe('invalid');
  });
});
