import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createSubmissionDesk,
  type SubmissionDesk,
} from '../../../../electron/host/contributions/submission-desk.ts';
import type { Workspace } from '../../../../electron/host/workspace/workspace.ts';
import {
  readSubmissions,
  receiptsOf,
  refusalsOf,
  submitContribution,
} from '../../../../shared/contributions/contributions-room.ts';
import { listDrafts, startDraft } from '../../../../shared/contributions/drafts.ts';
import type { Provenance } from '../../../../shared/contributions/receipt.ts';
import { listVoices } from '../../../../shared/contributions/voices-room.ts';
import { appError, AppFailure } from '../../../../shared/errors/errors.ts';
import { contributionId, institutionId, nodeId, roundId } from '../../../../shared/ids/ids.ts';
import { initialPhase, writePhase, writeRound } from '../../../../shared/rooms/phase-room.ts';
import { sharedTypes, type RoomName } from '../../../../shared/rooms/rooms.ts';
import { writeRoundEntry } from '../../../../shared/rounds/rounds-room.ts';
import { passage, statement, withdrawal } from '../../../support/arbitrary-contribution.ts';
import { made, valueOf } from '../../../support/filled-workspace.ts';
import { liveWorkspace, type LiveWorkspace } from '../../../support/live-workspace.ts';

const room: RoomName = 'contributions/caritas' as RoomName;
const caritas = institutionId('caritas');
const letter: Provenance = {
  ...{ by: 'moderation', source: 'letter', dated: '2019-04-30', reference: 'Az. 50-12', enteredBy: 'local' },
};
const packaged = (late: boolean): Provenance => ({ by: 'package', package: 'f'.repeat(64), late });

let folder: string;
let workspace: Workspace;
let live: LiveWorkspace;
let desk: SubmissionDesk;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'behalf-'));
  workspace = made(join(folder, 'a.leitbild'));
  live = liveWorkspace(workspace);
  desk = createSubmissionDesk({
    ...{ editor: live, workspace, clock: { now: () => '2019-05-01T12:00:00Z' } },
    institutionOf: (author) => (author === 'inv-caritas' ? caritas : null),
  });
  live.onCommitted = (name, doc) => desk.onCommitted(name, doc);
  setContributions('closed');
});

afterEach(() => {
  desk.close();
  live.close();
  valueOf(workspace.close());
  rmSync(folder, { recursive: true });
});

const setContributions = (contributions: 'open' | 'answers' | 'closed'): void =>
  live.edit('process', (process) => {
    writeRound(process, roundId('r1'));
    writePhase(process, { ...initialPhase, contributions });
  });
const voices = () => live.edit('voices', listVoices);
const sizes = () => [room, 'voices' as const].map((name) => workspace.rooms.size(name));
const entered = (id: string) => statement(id, { author: 'local' });
const codes = (outcomes: ReturnType<SubmissionDesk['takeOnBehalf']>) =>
  outcomes.map((one) => (one.outcome === 'refused' ? one.code : one.outcome));

describe('what moderation writes down', () => {
  it('CON16: stands in voices and in the room of the institution, with a receipt that says how it came', () => {
    expect(desk.takeOnBehalf(caritas, [entered('c1')], letter)).toEqual([
      { id: 'c1', outcome: 'taken', late: false },
    ]);
    const receipt = { receivedAt: '2019-05-01T12:00:00Z', order: expect.any(Number) as number, via: letter };
    expect(voices()).toEqual([{ record: entered('c1'), receipt }]);
    expect(live.edit(room, (doc) => readSubmissions(doc).submitted.get('c1'))).toEqual(entered('c1'));
    expect([...live.edit(room, receiptsOf)]).toEqual([['c1', receipt]]);
    expect([...live.edit(room, refusalsOf)]).toEqual([]);
    const noted = workspace.audit.list().map(({ action, subject }) => `${action} ${subject}`);
    expect(noted.filter((one) => one.startsWith('contribution'))).toEqual([
      'contribution-accepted caritas c1',
      'contribution-entered caritas c1 letter local',
    ]);
  });

  it('CON17: examining it again, entering it again and starting again change nothing', () => {
    desk.takeOnBehalf(caritas, [entered('c1')], letter);
    const before = [sizes(), workspace.audit.list().length];
    expect(codes(desk.takeOnBehalf(caritas, [entered('c1')], letter))).toEqual(['known']);
    desk.catchUp();
    const again = createSubmissionDesk({
      ...{ editor: live, workspace, clock: { now: () => '2020-05-01T12:00:00Z' } },
      institutionOf: () => null,
    });
    again.catchUp();
    again.close();
    expect([sizes(), workspace.audit.list().length]).toEqual(before);
  });

  it('CON16: an institution can neither change what was entered nor say that it came otherwise', () => {
    desk.takeOnBehalf(caritas, [entered('c1')], letter);
    live.edit(room, (doc) => {
      doc.getMap(sharedTypes.contributions.receipts).set('c1', { receivedAt: '2019-05-01T12:00:00Z' });
      doc.getMap(sharedTypes.contributions.submitted).set('c1', { ...entered('c1'), body: 'Anders.' });
    });
    expect(live.edit(room, receiptsOf).get('c1')?.via).toEqual(letter);
    expect(live.edit(room, refusalsOf).get('c1')?.code).toBe('changed-after-submission');
    expect(voices().map(({ record }) => record)).toEqual([entered('c1')]);
  });

  it('CON16: may withdraw and correct what the institution said, and nothing of others', () => {
    setContributions('open');
    live.edit(room, (doc) => submitContribution(doc, statement('c1')));
    setContributions('closed');
    const records = [withdrawal('w2', 'c9'), withdrawal('w1', 'c2'), entered('c2')];
    expect(codes(desk.takeOnBehalf(caritas, records, letter))).toEqual(['target-unknown', 'taken', 'taken']);
    const kirche = institutionId('kirche');
    const foreign = withdrawal('w3', 'c1', { institution: kirche });
    expect(codes(desk.takeOnBehalf(kirche, [foreign, entered('c4')], letter))).toEqual([
      'target-unknown',
      'foreign-institution',
    ]);
    expect(voices().map(({ record }) => record.id)).toEqual(['c1', 'c2', 'w1']);
  });

  it('CON17: a file that fails in the middle leaves nothing of it, and the next attempt takes all', () => {
    const append = workspace.audit.append.bind(workspace.audit);
    workspace.audit.append = (entry) => {
      if (entry.action === 'contribution-entered') {
        throw new AppFailure(appError('disk-full', { path: workspace.path }));
      }
      append(entry);
    };
    expect(() => desk.takeOnBehalf(caritas, [entered('c1')], letter)).toThrow(AppFailure);
    expect([voices(), live.edit(room, receiptsOf).size]).toEqual([[], 0]);
    workspace.audit.append = append;
    expect(codes(desk.takeOnBehalf(caritas, [entered('c1')], letter))).toEqual(['taken']);
    const actions = workspace.audit.list().map(({ action }) => action);
    expect(actions.filter((action) => action === 'contribution-accepted')).toHaveLength(1);
  });
});

describe('what comes in a package', () => {
  it('CON18: is bound to the open round, the institution and its places; late, moderation decides about the time alone', () => {
    const take = (record: ReturnType<typeof statement>, late: boolean) =>
      codes(desk.takeOnBehalf(caritas, [record], packaged(late)));
    expect(take(statement('c1'), false)).toEqual(['round-closed']);
    expect(take(statement('c1', { author: 'inv-kirche' }), true)).toEqual(['author-unknown']);
    expect(take(statement('c1', { round: roundId('r9') }), true)).toEqual(['round-unknown']);
    expect(take(statement('c1'), true)).toEqual(['taken']);
    setContributions('open');
    expect(take(statement('c2'), false)).toEqual(['taken']);
    live.edit('process', (process) =>
      writeRoundEntry(process, {
        ...{ id: roundId('r1'), name: 'Erste Runde', opensAt: null, closesAt: null, base: null },
        ...{ invited: 'all', places: [nodeId('k7')], visibility: 'own' },
      }),
    );
    expect(take(statement('c3'), true)).toEqual(['not-invited']);
    expect(take(statement('c3'), false)).toEqual(['not-invited']);
    expect(voices().map(({ receipt }) => receipt.via)).toEqual([packaged(true), packaged(false)]);
  });

  it('CON18: examining first writes nothing and says what taking does; records may come in any order', () => {
    const records = [
      statement('c3', { replaces: contributionId('c2') }),
      statement('c2', { replaces: contributionId('c1') }),
      statement('c1'),
      withdrawal('w1', 'c9'),
    ];
    const before = sizes();
    const expected = desk.examineOnBehalf(caritas, records, packaged(true));
    expect(codes(expected)).toEqual(['taken', 'taken', 'taken', 'target-unknown']);
    expect(sizes()).toEqual(before);
    expect(desk.takeOnBehalf(caritas, records, packaged(true))).toEqual(expected);
    expect(codes(desk.takeOnBehalf(caritas, records, packaged(true)))).toEqual([
      ...['known', 'known', 'known', 'target-unknown'],
    ]);
    const changed = [statement('c1', { body: 'Anders.' })];
    expect(codes(desk.takeOnBehalf(caritas, changed, packaged(true)))).toEqual(['changed-after-submission']);
  });

  it('CON18: what withdraws or replaces what is late is late with it, and each receipt says whether its record was', () => {
    setContributions('answers');
    const records = [
      withdrawal('w1', 'c1'),
      statement('c1'),
      statement('c2', { replaces: contributionId('c1') }),
    ];
    expect(desk.takeOnBehalf(caritas, records, packaged(false))).toEqual(
      ['w1', 'c1', 'c2'].map((id) => ({
        ...{ id, outcome: 'refused', code: 'round-closed', place: '', late: true },
      })),
    );
    expect(voices()).toEqual([]);
    const taken = ['w1', 'c1', 'c2'].map((id) => ({ id, outcome: 'taken', late: true }));
    expect(desk.examineOnBehalf(caritas, records, packaged(true))).toEqual(taken);
    expect(desk.takeOnBehalf(caritas, records, packaged(true))).toEqual(taken);
    const told = voices().map(({ record, receipt }) => [record.id, receipt.via]);
    expect(Object.fromEntries(told)).toEqual({
      ...{ c1: packaged(true), c2: packaged(true), w1: packaged(false) },
    });
  });

  it('CON18: what also waits in the room is taken once, and its draft goes; what differs there is not written over', () => {
    live.edit(room, (doc) => {
      submitContribution(doc, statement('c1'));
      submitContribution(doc, statement('c2', { body: 'Im Raum.' }));
      const start = { kind: 'comment', anchor: passage, replaces: null } as const;
      startDraft(doc, { id: contributionId('c3'), ...start });
    });
    const records = [statement('c1'), statement('c2'), statement('c3')];
    expect(codes(desk.takeOnBehalf(caritas, records, packaged(true)))).toEqual([
      'taken',
      'id-taken',
      'taken',
    ]);
    expect(live.edit(room, listDrafts)).toEqual([]);
    expect([...live.edit(room, refusalsOf)].map(([id, { code }]) => [id, code])).toEqual([
      ['c2', 'round-closed'],
    ]);
    setContributions('open');
    expect(voices().map(({ record }) => record.body)).toContain('Im Raum.');
    expect(voices()).toHaveLength(3);
  });
});
