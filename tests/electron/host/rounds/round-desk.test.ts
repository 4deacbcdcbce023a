import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRoundDesk, type RoundDesk } from '../../../../electron/host/rounds/round-desk.ts';
import type { Workspace } from '../../../../electron/host/workspace/workspace.ts';
import { canonicalJson } from '../../../../shared/editions/canonical-json.ts';
import { appError, AppFailure, type AppError } from '../../../../shared/errors/errors.ts';
import { institutionId, nodeId, roundId } from '../../../../shared/ids/ids.ts';
import { readPhase, readRound, writePhase } from '../../../../shared/rooms/phase-room.ts';
import { writeDocument, writeHeader } from '../../../../shared/rooms/text-room.ts';
import { hashOfRoundBase } from '../../../../shared/rounds/round-base.ts';
import type { Round } from '../../../../shared/rounds/round.ts';
import { versionOfRound } from '../../../../shared/rounds/round-version.ts';
import { listRounds, roundOf, writeRoundEntry } from '../../../../shared/rounds/rounds-room.ts';
import { made, smallDocument, valueOf } from '../../../support/filled-workspace.ts';
import { liveWorkspace, type LiveWorkspace } from '../../../support/live-workspace.ts';

const [r1, r2] = [roundId('r1'), roundId('r2')];

let folder: string;
let workspace: Workspace;
let live: LiveWorkspace;
let desk: RoundDesk;
let now: string;
let failures: AppError[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rounds-'));
  workspace = made(join(folder, 'a.leitbild'));
  live = liveWorkspace(workspace);
  now = '2019-05-01T12:00:00Z';
  failures = [];
  live.edit('text', (text) => {
    writeHeader(text, { title: 'Leitbild', subtitle: '', municipality: 'Stadt Musterfurt' });
    writeDocument(text, smallDocument(3, 'Erstens'));
  });
  desk = createRoundDesk({
    ...{ editor: live, workspace, clock: { now: () => now } },
    onFailure: (error) => failures.push(error),
  });
  live.onCommitted = (room, doc) => desk.onCommitted(room, doc);
});

afterEach(() => {
  live.close();
  valueOf(workspace.close());
  rmSync(folder, { recursive: true });
});

type Change = Partial<Omit<Round, 'base'>>;

const planned = (change: Change = {}): Omit<Round, 'base'> => ({
  ...{ id: r1, name: 'Erste Runde', opensAt: null, closesAt: null },
  ...{ invited: 'all', places: 'all', visibility: 'own' },
  ...change,
});
/** As somebody does who sees what stands there. */
const save = (change: Change = {}) => {
  const round = planned(change);
  const seen = live.edit('process', (process) => roundOf(process, round.id));
  return desk.save(round, 'local', seen ? versionOfRound(seen) : null);
};
const phase = () => live.edit('process', readPhase);
const current = () => live.edit('process', readRound);
const codeOf = (result: { ok: boolean; error?: AppError }): string =>
  result.ok ? 'done' : (result.error?.code ?? '');
const noted = () =>
  workspace.audit
    .list()
    .filter(({ action }) => action.startsWith('round-'))
    .map(({ at, action, subject }) => `${at} ${action} ${subject}`);

describe('two who change one round', () => {
  it('RND12: of two who saw the same, the second is told, and nothing is written', () => {
    const seen = versionOfRound(valueOf(save()));
    valueOf(desk.save(planned({ name: 'Runde von Anna' }), 'anna', seen));
    const before = [workspace.rooms.size('process'), noted()];
    expect(codeOf(desk.save(planned({ name: 'Runde von Ben' }), 'ben', seen))).toBe('round-changed');
    expect(codeOf(desk.save(planned({ name: 'Runde von Ben' }), 'ben', null))).toBe('round-changed');
    expect([workspace.rooms.size('process'), noted()]).toEqual(before);
    expect(live.edit('process', (process) => roundOf(process, r1))?.name).toBe('Runde von Anna');
    const now = versionOfRound(planned({ name: 'Runde von Anna' }));
    expect(codeOf(desk.save(planned({ name: 'Runde von Ben' }), 'ben', now))).toBe('done');
  });

  it('RND12: to save again what stands there is no fault, also when the answer was lost', () => {
    const seen = versionOfRound(valueOf(save()));
    valueOf(desk.save(planned({ name: 'Neu' }), 'anna', seen));
    const size = workspace.rooms.size('process');
    expect(codeOf(desk.save(planned({ name: 'Neu' }), 'anna', seen))).toBe('done');
    expect(workspace.rooms.size('process')).toEqual(size);
  });

  it('RND12: opening does not change the plan; what was removed meanwhile does not come back unasked', () => {
    const seen = versionOfRound(valueOf(save()));
    valueOf(desk.open(r1, 'local'));
    expect(codeOf(desk.save(planned({ closesAt: '2019-06-01T12:00:00Z' }), 'ben', seen))).toBe('done');
    const other = versionOfRound(valueOf(save({ id: r2 })));
    valueOf(desk.remove(r2, 'anna'));
    expect(codeOf(desk.save(planned({ id: r2, name: 'Zweite' }), 'ben', other))).toBe('round-unknown');
    expect(codeOf(desk.save(planned({ id: r2, name: 'Zweite' }), 'ben', null))).toBe('done');
  });
});

describe('opening a round', () => {
  it('RND1: freezes the text, names the round, opens contributions and voices: one update, one transaction', () => {
    valueOf(save({ visibility: 'all' }));
    const updates: Uint8Array[] = [];
    const doc = live.edit('process', (process) => process);
    doc.on('update', (update: Uint8Array) => updates.push(update));
    const opened = valueOf(desk.open(r1, 'local'));
    expect(updates).toHaveLength(1);
    expect([phase(), current()]).toEqual([{ text: 'open', contributions: 'open', voices: 'everyone' }, r1]);
    const { base, hash } = valueOf(desk.base(r1));
    expect(opened.base).toEqual({ hash, takenAt: now });
    expect(hashOfRoundBase(canonicalJson(base))).toBe(hash);
    expect(base).toMatchObject({
      round: 'r1',
      takenAt: now,
      title: 'Leitbild',
      document: smallDocument(3, 'Erstens'),
    });
    expect(live.edit('process', (process) => roundOf(process, r1))).toEqual(opened);
  });

  it('RND1: also a title that nobody prints can be read again', () => {
    const title = 'L'.repeat(5_000);
    live.edit('text', (text) => writeHeader(text, { title, subtitle: '', municipality: '' }));
    valueOf(save());
    valueOf(desk.open(r1, 'local'));
    expect(valueOf(desk.base(r1)).base.title).toBe(title);
  });

  it('RND1: leaves nothing half done where the file fails', () => {
    valueOf(save());
    const append = workspace.audit.append.bind(workspace.audit);
    workspace.audit.append = () => {
      throw new AppFailure(appError('disk-full', { path: workspace.path }));
    };
    expect(() => desk.open(r1, 'local')).toThrow(AppFailure);
    workspace.audit.append = append;
    expect(workspace.roundBases.list()).toEqual([]);
    expect([phase().contributions, current()]).toEqual(['closed', null]);
    expect(live.edit('process', (process) => roundOf(process, r1)?.base)).toBe(null);
    expect(codeOf(desk.open(r1, 'local'))).toBe('done');
  });

  it('RND3: one round is open at most', () => {
    valueOf(save());
    valueOf(save({ id: r2 }));
    valueOf(desk.open(r1, 'local'));
    expect(desk.open(r2, 'local')).toEqual({ ok: false, error: appError('round-open', { round: 'r1' }) });
    valueOf(desk.answers(r1, 'local'));
    expect([codeOf(desk.open(r2, 'local')), codeOf(desk.answers(r2, 'local'))]).toEqual([
      'round-open',
      'argument-invalid',
    ]);
    valueOf(desk.close(r1, 'local'));
    valueOf(desk.open(r2, 'local'));
    expect([codeOf(desk.answers(r1, 'local')), current()]).toEqual(['round-open', r2]);
  });

  it('RND11: who may read all contributions goes by the round that runs, also where it goes on after another', () => {
    valueOf(save());
    valueOf(save({ id: r2, visibility: 'all' }));
    for (const round of [r1, r2]) {
      valueOf(desk.open(round, 'local'));
      valueOf(desk.close(round, 'local'));
    }
    expect(phase().voices).toBe('everyone');
    valueOf(desk.answers(r1, 'local'));
    expect(phase()).toEqual({ text: 'open', contributions: 'answers', voices: 'moderation' });
    live.edit('process', (process) => writePhase(process, { ...phase(), voices: 'everyone' }));
    valueOf(desk.answers(r1, 'local'));
    expect(phase().voices).toBe('everyone');
    valueOf(desk.close(r1, 'local'));
    valueOf(save({ id: r2, visibility: 'own' }));
    valueOf(desk.answers(r2, 'local'));
    expect(phase().voices).toBe('moderation');
  });

  it('RND3: refuses a round that asks nobody or nothing, whose time is over, or that is not there', () => {
    const faults: readonly Change[] = [{ invited: [] }, { places: [] }, { closesAt: '2019-05-01T12:00:00Z' }];
    for (const fault of faults) {
      valueOf(save(fault));
      expect(desk.open(r1, 'local')).toMatchObject({ error: { code: 'argument-invalid' } });
    }
    for (const step of ['open', 'answers', 'close', 'remove'] as const) {
      expect(codeOf(desk[step](r2, 'local'))).toBe('round-unknown');
    }
    expect(codeOf(desk.base(r1))).toBe('round-unknown');
    valueOf(save({ closesAt: null }));
    live.edit('text', (text) => writeDocument(text, { type: 'leitbild', content: [] }));
    expect(codeOf(desk.open(r1, 'local'))).toBe('text-empty');
  });
});

describe('a round that has begun', () => {
  it('RND6: keeps its base when it is opened again, whatever was written meanwhile, also into its entry', () => {
    valueOf(save());
    const first = valueOf(desk.open(r1, 'local')).base;
    valueOf(desk.close(r1, 'local'));
    live.edit('text', (text) => writeDocument(text, smallDocument(9, 'Anders')));
    live.edit('process', (process) => writeRoundEntry(process, { ...planned(), base: null }));
    now = '2019-06-01T12:00:00Z';
    expect(valueOf(desk.open(r1, 'local')).base).toEqual(first);
    expect(live.edit('process', (process) => roundOf(process, r1))?.base).toEqual(first);
    expect(workspace.roundBases.list()).toHaveLength(1);
  });

  it('RND6: still takes another name, end and visibility, and more institutions; nothing else', () => {
    const [caritas, kirche] = [institutionId('caritas'), institutionId('kirche')];
    valueOf(save({ invited: [caritas], places: [nodeId('k1')] }));
    valueOf(desk.open(r1, 'local'));
    const begun = { invited: [caritas], places: [nodeId('k1')] };
    const allowed = {
      ...begun,
      ...{ name: 'Runde eins', closesAt: '2019-07-01T12:00:00Z', invited: [kirche, caritas] },
      visibility: 'all',
    } satisfies Change;
    expect(valueOf(save(allowed))).toMatchObject({ name: 'Runde eins', base: { takenAt: now } });
    expect(phase().voices).toBe('everyone');
    const refused: readonly Change[] = [
      { ...begun, invited: [] },
      { ...begun, invited: [kirche] },
      { ...allowed, places: 'all' },
      { ...allowed, opensAt: '2019-01-01T00:00:00Z' },
    ];
    for (const change of refused) expect(codeOf(save(change))).toBe('round-begun');
    expect(codeOf(save({ ...allowed, invited: 'all' }))).toBe('done');
    expect(codeOf(save({ ...allowed, invited: [kirche, caritas] }))).toBe('round-begun');
    expect(codeOf(desk.remove(r1, 'local'))).toBe('round-begun');
    valueOf(desk.close(r1, 'local'));
    expect(codeOf(desk.remove(r1, 'local'))).toBe('round-begun');
  });

  it('RND6: a planned round can be changed in everything, and removed', () => {
    valueOf(save({ invited: [institutionId('caritas')] }));
    valueOf(save({ id: r2, opensAt: '2019-05-02T00:00:00Z' }));
    valueOf(save({ invited: [], places: [nodeId('k1')] }));
    expect(codeOf(save({ opensAt: '2019-05-02T00:00:00Z', closesAt: '2019-05-01T00:00:00Z' }))).toBe(
      'argument-invalid',
    );
    expect(valueOf(desk.remove(r2, 'local'))).toBe(r2);
    expect(live.edit('process', listRounds)).toEqual([
      { ...planned({ invited: [], places: [nodeId('k1')] }), base: null },
    ]);
  });
});

describe('the end of a round', () => {
  it('RND5: comes at its time by the clock of the host, by itself, and before anything else that was stored is looked at', () => {
    valueOf(save({ closesAt: '2019-05-01T13:00:00Z' }));
    valueOf(desk.open(r1, 'local'));
    now = '2019-05-01T12:59:59Z';
    desk.look();
    expect(phase().contributions).toBe('open');
    now = '2019-05-01T13:00:00Z';
    live.edit('text', (text) => writeHeader(text, { title: 'Neu', subtitle: '', municipality: '' }));
    expect(phase().contributions).toBe('closed');
    expect(noted().at(-1)).toBe('2019-05-01T13:00:00Z round-closed r1 host');
    valueOf(desk.answers(r1, 'local'));
    desk.look();
    expect(phase().contributions).toBe('answers');
    expect(codeOf(desk.open(r1, 'local'))).toBe('argument-invalid');
  });

  it('RND5: moves with the round, and is kept by a host that starts after it', () => {
    valueOf(save({ closesAt: '2019-05-01T13:00:00Z' }));
    valueOf(desk.open(r1, 'local'));
    valueOf(save({ closesAt: '2019-05-02T13:00:00Z' }));
    now = '2019-05-02T12:00:00Z';
    desk.look();
    expect(phase().contributions).toBe('open');
    now = '2020-05-02T13:00:00Z';
    live.onCommitted = () => undefined;
    const later = createRoundDesk({
      ...{ editor: live, workspace, clock: { now: () => now } },
      onFailure: (error) => failures.push(error),
    });
    later.look();
    expect([phase().contributions, failures]).toEqual(['closed', []]);
  });

  it('RND5: is tried again where the file fails, and told once', () => {
    valueOf(save({ closesAt: '2019-05-01T13:00:00Z' }));
    valueOf(desk.open(r1, 'local'));
    const append = workspace.audit.append.bind(workspace.audit);
    workspace.audit.append = () => {
      throw new AppFailure(appError('disk-full', { path: workspace.path }));
    };
    now = '2019-05-01T13:00:00Z';
    desk.look();
    desk.look();
    expect([failures.map(({ code }) => code), phase().contributions]).toEqual([['disk-full'], 'open']);
    workspace.audit.append = append;
    desk.look();
    expect(phase().contributions).toBe('closed');
  });

  it('RND4: leaves everything as it is where the round is not the one that is open', () => {
    valueOf(save());
    valueOf(save({ id: r2 }));
    valueOf(desk.open(r1, 'local'));
    valueOf(desk.close(r2, 'local'));
    expect(phase().contributions).toBe('open');
    live.edit('process', (process) => writePhase(process, { ...phase(), text: 'locked' }));
    valueOf(desk.close(r1, 'local'));
    expect(phase()).toEqual({ text: 'locked', contributions: 'closed', voices: 'moderation' });
  });
});

it('RND10: each step is in the audit log once, with who did it, in ids', () => {
  valueOf(save());
  valueOf(save());
  valueOf(save({ id: r2, name: 'Zweite Runde' }));
  valueOf(desk.remove(r2, 'inv-7'));
  valueOf(desk.open(r1, 'inv-7'));
  valueOf(desk.open(r1, 'local'));
  valueOf(desk.answers(r1, 'local'));
  valueOf(desk.close(r1, 'local'));
  valueOf(desk.close(r1, 'local'));
  expect(noted().map((entry) => entry.slice('2019-05-01T12:00:00Z '.length))).toEqual([
    'round-saved r1 local',
    'round-saved r2 local',
    'round-removed r2 inv-7',
    'round-opened r1 inv-7',
    'round-answers r1 local',
    'round-closed r1 local',
  ]);
});
