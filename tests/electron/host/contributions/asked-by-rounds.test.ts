import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createSubmissionDesk,
  type SubmissionDesk,
} from '../../../../electron/host/contributions/submission-desk.ts';
import type { Workspace } from '../../../../electron/host/workspace/workspace.ts';
import { refusalsOf, submitContribution } from '../../../../shared/contributions/contributions-room.ts';
import type { Answer, Contribution, Position } from '../../../../shared/contributions/contribution.ts';
import { listVoices } from '../../../../shared/contributions/voices-room.ts';
import type { Decision } from '../../../../shared/decisions/decision.ts';
import { writeDecision } from '../../../../shared/decisions/decisions-room.ts';
import { contributionId, decisionId, institutionId, nodeId, roundId } from '../../../../shared/ids/ids.ts';
import type { Phase } from '../../../../shared/rights/rights.ts';
import { writePhase, writeRound } from '../../../../shared/rooms/phase-room.ts';
import { removeInstitution, upsertInstitutions } from '../../../../shared/rooms/register-room.ts';
import { sharedTypes, type RoomName } from '../../../../shared/rooms/rooms.ts';
import { writeDocument } from '../../../../shared/rooms/text-room.ts';
import type { Round } from '../../../../shared/rounds/round.ts';
import { writeRoundEntry } from '../../../../shared/rounds/rounds-room.ts';
import { passage, statement, withdrawal } from '../../../support/arbitrary-contribution.ts';
import { made, sampleRoundBase, smallDocument, valueOf } from '../../../support/filled-workspace.ts';
import { liveWorkspace, type LiveWorkspace } from '../../../support/live-workspace.ts';

const caritas: RoomName = 'contributions/caritas' as RoomName;
const kirche: RoomName = 'contributions/kirche' as RoomName;
const ofKirche = { institution: institutionId('kirche'), author: 'inv-kirche' };

let folder: string;
let workspace: Workspace;
let live: LiveWorkspace;
let desk: SubmissionDesk;

const entry = (change: Partial<Round> = {}): Round => ({
  ...{ id: roundId('r1'), name: 'Erste Runde', opensAt: null, closesAt: null },
  ...{ invited: 'all', places: 'all', visibility: 'own', base: null },
  ...change,
});

const setRound = (change: Partial<Round>): void =>
  live.edit('process', (process) => writeRoundEntry(process, entry(change)));
const setPhase = (contributions: Phase['contributions']): void =>
  live.edit('process', (process) =>
    writePhase(process, { text: 'open', contributions, voices: 'moderation' }),
  );
const register = (...ids: readonly string[]): void =>
  live.edit('process', (process) =>
    upsertInstitutions(
      process,
      ids.map((id) => ({ id: institutionId(id), name: id, kind: 'association', seats: 1 })),
    ),
  );

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'asked-'));
  workspace = made(join(folder, 'a.leitbild'));
  live = liveWorkspace(workspace);
  desk = createSubmissionDesk({
    ...{ editor: live, workspace, clock: { now: () => '2019-05-01T12:00:00Z' } },
    institutionOf: (author) => institutionId(author.slice('inv-'.length)),
  });
  live.onCommitted = (room, doc) => desk.onCommitted(room, doc);
  register('caritas', 'kirche');
  setPhase('open');
  live.edit('process', (process) => writeRound(process, roundId('r1')));
  setRound({});
});

afterEach(() => {
  desk.close();
  live.close();
  valueOf(workspace.close());
  rmSync(folder, { recursive: true });
});

const submit = (record: Contribution, room = caritas): void =>
  live.edit(room, (doc) => submitContribution(doc, record));
/** By id: this is about what is taken, not when. */
const taken = (): readonly string[] =>
  live.edit('voices', (doc) => listVoices(doc).map(({ record }) => record.id)).toSorted();
const refusedFor = (id: string, room = caritas): string | undefined =>
  live.edit(room, (doc) => refusalsOf(doc).get(id)?.code);

const onNode = (id: string) =>
  ({ on: 'node', nodeId: nodeId(id), quote: 'Erstens', textHash: passage.textHash }) as const;
const { institution, round, author, submittedAt } = statement('c0');
const signed = { institution, round, author, submittedAt };
const position = (id: string, node: string): Position => ({
  ...{ type: 'position', id: contributionId(id), ...signed },
  ...{ anchor: onNode(node), stance: 'object', body: '' },
});
const answer = (id: string, decision: string, change: Partial<Answer> = {}): Answer => ({
  ...{ type: 'answer', id: contributionId(id), ...signed },
  ...{ decision: decisionId(decision), reply: 'keepsObjection', body: '' },
  ...change,
});
const decide = (id: string, about: string, change: Partial<Decision> = {}): void =>
  live.edit('decisions', (decisions) =>
    writeDecision(decisions, {
      ...{ type: 'decision', id: decisionId(id), by: 'local', at: '2019-05-01T12:00:00Z', changes: [] },
      ...{ contributions: [contributionId(about)], outcome: 'rejected', reason: 'Steht schon da.' },
      ...{ stage: 'proposed', workshop: null },
      ...change,
    }),
  );

describe('whom a round asks', () => {
  it('RND7: statements and positions are taken from invited institutions only, as the register stands', () => {
    setRound({ invited: [institutionId('kirche')] });
    submit(statement('c1'));
    submit(position('p1', 'k1'));
    submit(statement('c2', ofKirche), kirche);
    expect([refusedFor('c1'), refusedFor('p1'), refusedFor('c2', kirche)]).toEqual([
      ...['not-invited', 'not-invited'],
      undefined,
    ]);
    setRound({ invited: [institutionId('kirche'), institutionId('caritas')] });
    expect([taken(), refusedFor('c1')]).toEqual([['c1', 'c2', 'p1'], undefined]);
  });

  it('RND7: an institution that is removed while its delegate types is told so; what was taken before stands', () => {
    submit(statement('c1'));
    const { process, contacts } = { process: 'process', contacts: 'contacts' } as const;
    live.edit(contacts, (contactsDoc) =>
      live.edit(process, (doc) =>
        removeInstitution({ process: doc, contacts: contactsDoc }, institutionId('caritas')),
      ),
    );
    submit(statement('c2'));
    expect([taken(), refusedFor('c1'), refusedFor('c2')]).toEqual([['c1'], undefined, 'not-invited']);
    submit(withdrawal('w1', 'c1'));
    register('caritas');
    expect(taken()).toEqual(['c1', 'c2', 'w1']);
  });

  it('RND7: in a file of before there were rounds, everybody is asked about everything', () => {
    live.edit('process', (process) => writeRound(process, roundId('r0')));
    submit(statement('c1', { round: roundId('r0'), anchor: { on: 'document' } }));
    expect(taken()).toEqual(['c1']);
  });
});

it('RND7: a round whose entry cannot be read, or is gone although it has begun, opens nothing', () => {
  live.edit('process', (process) => process.getMap(sharedTypes.process.rounds).set('r1', { invited: 'all' }));
  submit(statement('c1'));
  expect(refusedFor('c1')).toBe('round-unknown');
  workspace.roundBases.insert(sampleRoundBase('r1'));
  live.edit('process', (process) => process.getMap(sharedTypes.process.rounds).delete('r1'));
  submit(statement('c2'));
  expect([refusedFor('c1'), refusedFor('c2'), taken()]).toEqual(['round-unknown', 'round-unknown', []]);
  setRound({});
  expect(taken()).toEqual(['c1', 'c2']);
});

describe('what a round asks about', () => {
  it('RND8: a place is open by its node or one around it, in the base or in the draft; the document only as a whole', () => {
    const { base, hash } = sampleRoundBase('r1', 3);
    workspace.roundBases.insert({ base, hash });
    live.edit('text', (text) => writeDocument(text, smallDocument(5, 'Entwurf')));
    setRound({ places: [nodeId('k1')], base: { hash, takenAt: base.takenAt } });
    submit(position('in-base', 'p2'));
    submit(position('in-draft', 'p4'));
    submit(position('itself', 'k1'));
    submit(statement('nowhere', { anchor: onNode('p7') }));
    submit(statement('whole', { anchor: { on: 'document' } }));
    submit(statement('passage', { anchor: { ...passage, nodeId: nodeId('p1') } }));
    expect(taken()).toEqual(['in-base', 'in-draft', 'itself', 'passage']);
    expect([refusedFor('nowhere'), refusedFor('whole')]).toEqual(['place-closed', 'place-closed']);
    setRound({ places: [nodeId('p0')] });
    submit(position('beside', 'p1'));
    submit(position('above', 'k1'));
    expect([refusedFor('beside'), refusedFor('above')]).toEqual(['place-closed', 'place-closed']);
    setRound({ places: 'all' });
    expect(taken()).toHaveLength(8);
  });
});

describe('what is taken when', () => {
  it('CON13: while answers are taken, statements and positions are not; withdrawals and answers are', () => {
    submit(statement('c1'));
    decide('d1', 'c1');
    setPhase('answers');
    submit(statement('c2'));
    submit(position('p1', 'k1'));
    submit(withdrawal('w1', 'c1'));
    submit(answer('a1', 'd1'));
    expect(taken()).toEqual(['a1', 'c1', 'w1']);
    expect([refusedFor('c2'), refusedFor('p1')]).toEqual(['round-closed', 'round-closed']);
    setPhase('closed');
    submit(withdrawal('w2', 'c1'));
    submit(answer('a2', 'd1'));
    expect([refusedFor('w2'), refusedFor('a2')]).toEqual(['round-closed', 'round-closed']);
    setPhase('open');
    expect(taken()).toHaveLength(7);
  });

  it('CON14: an answer is about a proposed decision that holds about something of the same institution', () => {
    submit(statement('c1'));
    submit(statement('c2'));
    submit(statement('k1', ofKirche), kirche);
    decide('d1', 'c1');
    decide('d2', 'c2', { stage: 'final' });
    decide('d3', 'k1');
    submit(answer('a1', 'd1'));
    submit(answer('a2', 'd2'));
    submit(answer('a3', 'd3'));
    submit(answer('a4', 'd4'));
    expect(taken()).toEqual(['a1', 'c1', 'c2', 'k1']);
    expect(['a2', 'a3', 'a4'].map((id) => refusedFor(id))).toEqual(Array(3).fill('decision-unknown'));
    decide('d5', 'c1', { at: '2019-05-02T12:00:00Z' });
    submit(answer('late', 'd1'));
    expect([refusedFor('late'), taken()]).toEqual(['decision-unknown', ['a1', 'c1', 'c2', 'k1']]);
    live.edit('decisions', (decisions) =>
      writeDecision(decisions, {
        ...{ type: 'reopening', id: decisionId('d6'), by: 'local', at: '2019-05-03T12:00:00Z', changes: [] },
        ...{ reopens: decisionId('d5'), reason: '' },
      }),
    );
    submit(answer('later', 'd5'));
    expect(refusedFor('later')).toBe('decision-unknown');
  });

  it('CON8: examining everything again changes nothing of it', () => {
    setRound({ invited: [], places: [nodeId('k1')] });
    submit(statement('c1'));
    submit(answer('a1', 'd1'));
    const sizes = () => [caritas, 'voices' as const].map((room) => workspace.rooms.size(room));
    const before = sizes();
    desk.catchUp();
    expect(sizes()).toEqual(before);
  });
});
