import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import {
  createSubmissionDesk,
  type SubmissionDesk,
} from '../../../../electron/host/contributions/submission-desk.ts';
import {
  readSubmissions,
  receiptsOf,
  refusalsOf,
  submitContribution,
} from '../../../../shared/contributions/contributions-room.ts';
import { listVoices } from '../../../../shared/contributions/voices-room.ts';
import { voiceIdsOf } from '../../../support/voice-ids.ts';
import { institutionId, roundId } from '../../../../shared/ids/ids.ts';
import { initialPhase, writePhase, writeRound } from '../../../../shared/rooms/phase-room.ts';
import { sharedTypes } from '../../../../shared/rooms/rooms.ts';
import { statement } from '../../../support/arbitrary-contribution.ts';
import { made, valueOf } from '../../../support/filled-workspace.ts';
import { connectOfficial, type OfficialClient } from '../sync/official-client.ts';
import { people, startHost } from '../sync/sync-host.ts';

const undo: (() => unknown)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

it('CON1: what delegates submit over the wire reaches moderation as it was written, or comes back with a reason', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-wire-'));
  undo.push(() => rmSync(folder, { recursive: true }));
  const workspace = made(join(folder, 'a.leitbild'));
  undo.push(() => valueOf(workspace.close()));
  const desks: SubmissionDesk[] = [];
  const host = await startHost(workspace, {
    onCommitted: (room, doc) => {
      for (const desk of desks) desk.onCommitted(room, doc);
    },
  });
  undo.push(() => host.close());
  const desk = createSubmissionDesk({
    editor: host.sync,
    workspace,
    clock: { now: () => '2019-05-01T12:00:00Z' },
    institutionOf: (author) => Object.values(people).find(({ id }) => id === author)?.institution ?? null,
  });
  desks.push(desk);
  undo.push(() => {
    desk.close();
  });
  host.sync.edit('process', (process) => {
    writePhase(process, { ...initialPhase, contributions: 'open' });
    writeRound(process, roundId('r1'));
  });
  const connect = async (room: string, token: string): Promise<OfficialClient> => {
    const client = connectOfficial(host.url, room, token);
    undo.push(() => {
      client.destroy();
    });
    await client.synced();
    return client;
  };
  const moderator = await connect('voices', 'moderator');
  const anna = await connect('contributions/verein-1', 'delegate');
  const own = { institution: institutionId('verein-1'), author: 'd' };
  const good = statement('c1', own);
  const receipt = { receivedAt: '2019-05-01T12:00:00Z', order: expect.any(Number) as number };
  const taken = { record: good, receipt };
  submitContribution(anna.doc, good);
  submitContribution(anna.doc, statement('c2', { ...own, institution: institutionId('verein-2') }));
  await host.until(() => voiceIdsOf(moderator.doc, 'verein-1').length === 1);
  await host.until(() => refusalsOf(anna.doc).size === 1);
  expect(listVoices(moderator.doc)).toEqual([taken]);
  expect(refusalsOf(anna.doc).get('c2')?.code).toBe('foreign-institution');
  expect([...receiptsOf(anna.doc)]).toEqual([['c1', taken.receipt]]);

  anna.doc.getMap(sharedTypes.contributions.submitted).set('c1', { ...good, body: 'Anders.' });
  await host.until(() => refusalsOf(anna.doc).has('c1'));
  expect(refusalsOf(anna.doc).get('c1')?.code).toBe('changed-after-submission');
  expect(listVoices(moderator.doc)).toEqual([taken]);
  expect(listVoices(workspace.rooms.load('voices'))).toEqual([taken]);
  expect([
    ...readSubmissions(workspace.rooms.load('contributions/verein-1' as never)).refusals.keys(),
  ]).toHaveLength(2);
});
