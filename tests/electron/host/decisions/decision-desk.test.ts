import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDecisionDesk, type DecideInput } from '../../../../electron/host/decisions/decision-desk.ts';
import { readStoredRoom } from '../../../../electron/host/workspace/edit-room.ts';
import type { AuditLog } from '../../../../electron/host/workspace/workspace.ts';
import type { Statement } from '../../../../shared/contributions/contribution.ts';
import type { InputOf } from '../../../../shared/api/contract.ts';
import { acceptVoices } from '../../../../shared/contributions/voices-room.ts';
import { listDecisions } from '../../../../shared/decisions/decisions-room.ts';
import { writeWorkshop } from '../../../../shared/decisions/workshop.ts';
import { canonicalJson } from '../../../../shared/editions/canonical-json.ts';
import { appError, AppFailure } from '../../../../shared/errors/errors.ts';
import { contributionId, createCountingIds, nodeId, workshopId } from '../../../../shared/ids/ids.ts';
import { writePhase } from '../../../../shared/rooms/phase-room.ts';
import { readDocument, writeDocument } from '../../../../shared/rooms/text-room.ts';
import type { LeitbildDocument } from '../../../../shared/schema/document.ts';
import { statement } from '../../../support/arbitrary-contribution.ts';
import { flowOf, onNode, onWords } from '../../../support/decisions.ts';
import { opened, valueOf } from '../../../support/filled-workspace.ts';
import { connectClient } from '../../../support/host-client.ts';
import { startHost, type TestHost } from '../../../support/live-host.ts';

/** The text of the draft, as those see it who have it open. */
const textOf = (host: TestHost): LeitbildDocument =>
  host.rooms.read('text', (doc) => valueOf(readDocument(doc)));
const wordsOf = (host: TestHost): string => flowOf(textOf(host)).text;
const recordsOf = (host: TestHost) => host.rooms.read('decisions', listDecisions);

function submit(host: TestHost, ...records: readonly Statement[]): void {
  host.rooms.edit('voices', (voices) =>
    acceptVoices(
      voices,
      records.map((record) => ({
        record,
        canonical: canonicalJson(record),
        receipt: { receivedAt: '2019-04-20T10:00:00Z' },
      })),
    ),
  );
}

async function prepared(options: Parameters<typeof startHost>[0] = {}) {
  const host = await startHost(options);
  const text = textOf(host);
  submit(
    host,
    statement('c1', { kind: 'proposal', anchor: onNode(text, 'p0'), wording: 'Runde eins' }),
    statement('c2', { kind: 'proposal', anchor: onWords(text, 'Runde 11 1'), wording: 'Runde zwei' }),
    statement('c3', { kind: 'comment', anchor: onNode(text, 'p2') }),
  );
  const client = await connectClient(host, host.invite('moderator').token);
  return { host, client, text };
}

const about = (id: string, expected: string | null = null) => [{ id, expected }];
const wording = { contribution: 'c1', wording: 'Runde eins' };
const adoption: InputOf<'decisions.decide'> = {
  contributions: about('c1'),
  outcome: 'adopted',
  reason: 'Klarer.',
  stage: 'final',
  workshop: null,
  wordings: [wording],
};
const noting: InputOf<'decisions.decide'> = {
  ...adoption,
  contributions: about('c3'),
  outcome: 'noted',
  wordings: [],
};

describe('deciding', () => {
  it('DEC1: writes record, text, history and audit log as one, by whom and when the host says', async () => {
    const { host, client, text } = await prepared();
    host.rooms.edit('process', (doc) =>
      writeWorkshop(doc, {
        ...{
          id: workshopId('w1'),
          title: 'Treffen',
          date: '2019-05-01',
          place: '',
          institutions: [],
          notes: '',
        },
      }),
    );
    const made = valueOf(await client.call('decisions.decide', { ...adoption, workshop: 'w1' }));
    expect(made).toMatchObject({ type: 'decision', at: '2019-05-01T10:00:00Z', workshop: 'w1' });
    expect(made.changes).toEqual([{ node: 'p0', before: 'Runde 11 0', after: 'Runde eins' }]);
    expect(recordsOf(host)).toEqual([made]);
    expect(wordsOf(host)).toBe(flowOf(text).text.replace('Runde 11 0', 'Runde eins'));
    expect(host.workspace.audit.list().at(-1)).toEqual({
      ...{ at: made.at, action: 'decision-made', subject: `${made.id} final adopted` },
    });
    const { moments } = valueOf(await client.call('history.list', {}));
    expect(moments[0]).toMatchObject({
      cause: 'decision',
      label: made.id,
      authors: [{ principal: made.by }],
    });
    expect(moments[0]?.authors[0]?.touched.map(({ id }) => id)).toEqual(['k1']);
  });

  it('DEC2: lets exactly one of two decide who saw the same, and tells the other what holds', async () => {
    const { host, client } = await prepared();
    const other = await connectClient(host, host.invite('moderator').token);
    const [one, two] = await Promise.all([
      client.call('decisions.decide', adoption),
      other.call('decisions.decide', { ...adoption, outcome: 'rejected', wordings: [] }),
    ]);
    const won = [one, two].filter(({ ok }) => ok);
    const lost = [one, two].find(({ ok }) => !ok);
    expect(won).toHaveLength(1);
    const [record] = recordsOf(host);
    expect(recordsOf(host)).toHaveLength(1);
    expect(lost).toMatchObject({
      ok: false,
      error: { code: 'decision-superseded', details: { contribution: 'c1', decision: record?.id } },
    });
    const anew = { ...noting, contributions: about('c1', record?.id) };
    expect((await client.call('decisions.decide', anew)).ok).toBe(true);
  });

  it('DEC3: refuses what is unknown, locked or outdated, and writes nothing', async () => {
    const { host, client, text } = await prepared();
    const codeOf = async (input: InputOf<'decisions.decide'>) => {
      const answer = await client.call('decisions.decide', input);
      return answer.ok ? 'decided' : answer.error.code;
    };
    expect(await codeOf({ ...noting, contributions: about('c9') })).toBe('contribution-unknown');
    expect(await codeOf({ ...noting, workshop: 'w9' })).toBe('workshop-unknown');
    expect(await codeOf({ ...adoption, stage: 'proposed' })).toBe('request-invalid');
    expect(await codeOf({ ...adoption, outcome: 'noted' })).toBe('request-invalid');
    expect(await codeOf({ ...adoption, contributions: about('c3') })).toBe('request-invalid');
    expect(await codeOf({ ...adoption, contributions: [...about('c1'), ...about('c1')] })).toBe(
      'request-invalid',
    );
    const lines = { ...adoption, wordings: [{ contribution: 'c1', wording: 'eins\nzwei' }] };
    expect(await codeOf(lines)).toBe('wording-not-applicable');
    host.rooms.edit('process', (doc) =>
      writePhase(doc, { text: 'locked', contributions: 'closed', voices: 'moderation' }),
    );
    expect(await codeOf(adoption)).toBe('text-locked');
    expect(recordsOf(host)).toEqual([]);
    expect(await codeOf(noting)).toBe('decided');
    host.rooms.edit('process', (doc) =>
      writePhase(doc, { text: 'open', contributions: 'closed', voices: 'moderation' }),
    );
    const other = JSON.parse(JSON.stringify(text).replace('Runde 11 0', 'Etwas anderes')) as LeitbildDocument;
    host.rooms.edit('text', (doc) => writeDocument(doc, other));
    expect(await codeOf(adoption)).toBe('wording-outdated');
    const today = {
      ...adoption,
      wordings: [{ ...wording, anchor: onNode(textOf(host), 'p0') }],
    };
    expect(await codeOf(today)).toBe('decided');
    expect(wordsOf(host)).toContain('Runde eins');
  });

  it('DEC4: proposes, and makes it final by a record of its own; only that changes the text', async () => {
    const { host, client, text } = await prepared();
    const proposed = valueOf(
      await client.call('decisions.decide', { ...adoption, stage: 'proposed', wordings: [] }),
    );
    expect(wordsOf(host)).toBe(flowOf(text).text);
    const final = valueOf(
      await client.call('decisions.decide', { ...adoption, contributions: about('c1', proposed.id) }),
    );
    expect(recordsOf(host).map(({ id }) => id)).toEqual([proposed.id, final.id]);
    expect(wordsOf(host)).toContain('Runde eins');
  });

  it('DEC5: takes a decision back with its words, where they still stand', async () => {
    const { host, client, text } = await prepared();
    const both = {
      ...adoption,
      contributions: [...about('c1'), ...about('c2')],
      wordings: [wording, { contribution: 'c2', wording: '' }],
    };
    const made = valueOf(await client.call('decisions.decide', both));
    expect(flowOf(textOf(host)).spans.has(onNode(text, 'p1').nodeId)).toBe(false);
    const back = valueOf(
      await client.call('decisions.reopen', { decision: made.id, reason: 'Neu beraten', restoreText: true }),
    );
    expect(textOf(host)).toEqual(text);
    expect(back).toMatchObject({ type: 'reopening', reopens: made.id });
    expect(back.changes.map(({ after }) => after)).toEqual(['Runde 11 0', 'Runde 11 1']);
    const again = await client.call('decisions.reopen', { decision: made.id, reason: '', restoreText: true });
    expect(again).toMatchObject({
      ok: false,
      error: { code: 'decision-superseded', details: { decision: back.id } },
    });
    const { moments } = valueOf(await client.call('history.list', {}));
    expect(moments[0]).toMatchObject({ cause: 'decision-reopened', label: back.id });
  });

  it('DEC5: says that the words were changed since, and reopens without them where asked to', async () => {
    const { host, client } = await prepared();
    const made = valueOf(await client.call('decisions.decide', adoption));
    const other = JSON.parse(
      JSON.stringify(textOf(host)).replace('Runde eins', 'Runde ganz anders'),
    ) as LeitbildDocument;
    host.rooms.edit('text', (doc) => writeDocument(doc, other));
    const input = { decision: made.id, reason: '', restoreText: true };
    expect(await client.call('decisions.reopen', input)).toMatchObject({
      ok: false,
      error: { code: 'wording-outdated', details: { node: 'p0' } },
    });
    expect(recordsOf(host)).toHaveLength(1);
    valueOf(await client.call('decisions.reopen', { ...input, restoreText: false }));
    expect(wordsOf(host)).toContain('Runde ganz anders');
    expect(await client.call('decisions.reopen', { ...input, decision: 'd9' })).toMatchObject({
      error: { code: 'decision-unknown' },
    });
  });

  it('DEC6: keeps the order of records within a second and when the clock is set back', async () => {
    const clock = { instant: '' };
    let left = 99;
    // Ids whose order is not that of their making.
    const createId = () => nodeId(`z${String((left -= 1))}`);
    const ports = { clock: { now: () => clock.instant || '2019-05-01T10:00:00Z' }, createId };
    const { host, client } = await prepared({ ports });
    let holding: string | null = null;
    for (const instant of ['2019-05-01T10:00:00Z', '2019-05-01T10:00:00Z', '2018-01-01T00:00:00Z']) {
      clock.instant = instant;
      const input: InputOf<'decisions.decide'> = { ...noting, contributions: about('c3', holding) };
      holding = valueOf(await client.call('decisions.decide', input)).id;
    }
    valueOf(
      await client.call('decisions.reopen', { decision: holding ?? '', reason: '', restoreText: false }),
    );
    expect(recordsOf(host).map(({ type, at }) => [type, at])).toEqual([
      ['decision', '2019-05-01T10:00:00Z'],
      ['decision', '2019-05-01T10:00:00Z'],
      ['decision', '2019-05-01T10:00:00Z'],
      ['reopening', '2019-05-01T10:00:00Z'],
    ]);
    expect((await client.call('decisions.decide', noting)).ok).toBe(true);
  });

  it('DEC7: leaves nothing half done where storing fails', async () => {
    const { host, text } = await prepared();
    const failing = deskOn(host, () => {
      throw new AppFailure(appError('disk-full', { path: host.path }));
    });
    expect(failing.decide(adoptionOnDesk, moderator)).toMatchObject({
      ok: false,
      error: { code: 'disk-full' },
    });
    expect([recordsOf(host), wordsOf(host)]).toEqual([[], flowOf(text).text]);
    expect(inFile(host.path)).toEqual({ records: [], text: flowOf(text).text });
  });

  it('DEC7: is in the file as a whole or not at all, wherever the power goes', async () => {
    const { host, text } = await prepared();
    const seen: unknown[] = [];
    const desk = deskOn(host, (entry) => {
      seen.push(inFile(host.path));
      host.workspace.audit.append(entry);
      seen.push(inFile(host.path));
    });
    const made = valueOf(desk.decide(adoptionOnDesk, moderator));
    const before = { records: [], text: flowOf(text).text };
    expect(seen).toEqual([before, before]);
    expect(inFile(host.path)).toEqual({ records: [made.id], text: wordsOf(host) });
  });
});

const moderator = { id: 'local', role: 'moderator', institution: null } as const;
const adoptionOnDesk: DecideInput = {
  ...{ outcome: 'adopted', reason: '', stage: 'final', workshop: null },
  contributions: [{ id: contributionId('c1'), expected: null }],
  wordings: [{ contribution: contributionId('c1'), wording: 'Runde eins' }],
};

/** A desk on the rooms of a host, with another audit log. */
function deskOn(host: TestHost, append: AuditLog['append']) {
  const { upstreams, audit } = host.workspace;
  return createDecisionDesk({
    workspace: { path: host.path, upstreams, audit: { append, list: () => audit.list() } },
    ports: { clock: { now: () => host.clock.instant }, createId: createCountingIds('y') },
    rooms: host.rooms,
    history: { settle: () => undefined, mark: () => undefined },
  });
}

/** What a host would find that starts on what the disk holds now. */
function inFile(path: string): { readonly records: readonly string[]; readonly text: string } {
  const folder = mkdtempSync(join(tmpdir(), 'power-'));
  const copy = join(folder, 'a.leitbild');
  for (const end of ['', '-wal']) if (existsSync(`${path}${end}`)) cpSync(`${path}${end}`, `${copy}${end}`);
  const workspace = opened(copy);
  const records = readStoredRoom(workspace, 'decisions', listDecisions).map(({ id }) => id);
  const document = readStoredRoom(workspace, 'text', (doc) => readDocument(doc));
  valueOf(workspace.close());
  rmSync(folder, { recursive: true });
  return { records, text: flowOf(valueOf(document)).text };
}
