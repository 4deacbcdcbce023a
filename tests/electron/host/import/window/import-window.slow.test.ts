import { expect, it, onTestFinished } from 'vitest';
import { windowLimits } from '../../../../../electron/host/api/window-services.ts';
import type { ImportView } from '../../../../../shared/import/import-view.ts';
import { listInstitutions } from '../../../../../shared/rooms/register-room.ts';
import { readDocument } from '../../../../../shared/rooms/text-room.ts';
import type { LeitbildDocument } from '../../../../../shared/schema/document.ts';
import { walk } from '../../../../../shared/schema/walk.ts';
import { smallDocument, valueOf } from '../../../../support/filled-workspace.ts';
import { connectClient, type HostClient } from '../../../../support/host-client.ts';
import { startHost, type TestHost } from '../../../../support/live-host.ts';
import { shippedProfile } from '../../../../support/standard-profile.ts';
import { docxWithTrackedChanges } from '../docx/sample-docx.ts';
import { drawnPdf } from '../pdf/drawn-pdf.ts';
import { connectOfficial, type OfficialClient } from '../../sync/official-client.ts';

const text = `1 Ziele der Stadt

Ein Satz zu Beginn, der nicht viel sagt.

1.1 Arbeit am Fluss

Leitziel

• Wir schaffen Arbeit.

Teilziele

• Wir bilden aus.
o Dazu öffnen wir die Werft.
• Wir fragen nach.

2 Beteiligte Institutionen

Werft Beispiel
`;

const profile = shippedProfile();

async function join(host: TestHost): Promise<HostClient & { readonly token: string }> {
  const { token } = host.invite('moderator');
  const client = await connectClient(host, token);
  onTestFinished(() => client.close());
  return { ...client, token };
}

async function plan(
  client: HostClient,
  bytes: Uint8Array | string,
  name = 'leitbild.txt',
): Promise<ImportView> {
  const { upload } = valueOf(await client.upload(bytes));
  const { job } = valueOf(await client.call('import.plan', { upload, name, profile }));
  const result = valueOf(await client.ended(job));
  if (result.kind !== 'import-plan') throw new Error('a plan gives a plan');
  return valueOf(await client.call('import.get', { plan: result.plan }));
}

async function apply(client: HostClient, { plan }: ImportView, changes: ImportView['changes'] = []) {
  const { job } = valueOf(
    await client.call('import.apply', { plan, changes: [...changes], replaceGoals: true }),
  );
  const result = valueOf(await client.ended(job));
  if (result.kind !== 'import-applied') throw new Error('applying tells what was applied');
  return result;
}

function idsOf(document: LeitbildDocument, type: string): readonly string[] {
  const ids: string[] = [];
  walk(document, (node) => {
    if (node.type === type && 'attrs' in node && 'id' in node.attrs) ids.push(node.attrs.id);
  });
  return ids;
}

async function window(host: TestHost, token: string): Promise<OfficialClient> {
  const client = connectOfficial(`${host.url.replace('http', 'ws')}/rooms`, 'text', token);
  onTestFinished(() => client.destroy());
  await client.synced();
  return client;
}

const documentOf = (host: TestHost): LeitbildDocument =>
  valueOf(host.rooms.read('text', (doc) => readDocument(doc)));
const names = (host: TestHost): readonly string[] =>
  host.rooms.read('process', listInstitutions).map(({ name }) => name);

it('IMW1: a plan shows each block with what it became; what a person says of one changes the next preview, and nothing is written', async () => {
  const host = await startHost();
  const client = await join(host);
  const before = documentOf(host);
  const view = await plan(client, text);
  expect(view.blocks.map(({ role, text: words }) => [role, words.slice(0, 16)])).toEqual([
    ['chapter', '1 Ziele der Stad'],
    ['paragraph', 'Ein Satz zu Begi'],
    ['actionField', '1.1 Arbeit am Fl'],
    ['goalGroup', 'Leitziel'],
    ['goal', '• Wir schaffen A'],
    ['goalGroup', 'Teilziele'],
    ['goal', '• Wir bilden aus'],
    ['subpoint', 'o Dazu öffnen wi'],
    ['goal', '• Wir fragen nac'],
    ['chapter', '2 Beteiligte Ins'],
    ['participants', 'Werft Beispiel'],
  ]);
  expect(view.report).toMatchObject({ isLeitbild: true, leitziele: 1, teilziele: 2, unplaced: [] });
  const asked = view.blocks.find(({ text: words }) => words.startsWith('• Wir fragen'));
  const changes = [{ block: asked?.block ?? '', kind: 'subpoint' as const }];
  const { job } = valueOf(await client.call('import.replan', { plan: view.plan, changes }));
  expect(valueOf(await client.ended(job))).toEqual({ kind: 'import-plan', plan: view.plan });
  const again = valueOf(await client.call('import.get', { plan: view.plan }));
  expect(again.report).toMatchObject({ teilziele: 1, subpoints: 2, unplaced: [] });
  expect(again.changes).toEqual(changes);
  expect(again.blocks.filter(({ changed }) => changed)).toMatchObject([
    { block: asked?.block, role: 'subpoint' },
  ]);
  expect(again.report.words).toEqual(view.report.words);
  expect(documentOf(host)).toEqual(before);
  expect(host.workspace.imports.list()).toHaveLength(1);
});

it('IMW2: applying reaches those who have the text open, in one step that is recorded, told in the history, and taken back', async () => {
  const host = await startHost();
  const client = await join(host);
  const reader = await window(host, host.invite('editor').token);
  const before = documentOf(host);
  const view = await plan(client, text);
  const updates: number[] = [];
  reader.doc.on('update', (update: Uint8Array) => updates.push(update.length));
  const applied = await apply(client, view);
  expect(applied).toMatchObject({ addedInstitutions: 1 });
  while (updates.length === 0) await new Promise((resolve) => setImmediate(resolve));
  const seen = valueOf(readDocument(reader.doc));
  expect(seen).toEqual(documentOf(host));
  expect(idsOf(seen, 'goal')).toHaveLength(3);
  expect(names(host)).toContain('Werft Beispiel');
  expect(host.workspace.profile.id).toBe(profile.id);
  expect(valueOf(await client.call('import.list', {})).at(-1)).toMatchObject({
    id: applied.import,
    name: 'leitbild.txt',
    format: 'text',
    undoneAt: null,
  });
  const [moment] = valueOf(await client.call('history.list', { limit: '1' })).moments;
  expect(moment).toMatchObject({
    cause: 'import',
    label: 'leitbild.txt',
    authors: [{ touched: expect.anything() as unknown }],
  });
  expect(moment?.authors.map(({ principal }) => principal)).not.toContain('host');
  expect(await client.call('import.get', { plan: view.plan })).toMatchObject({
    error: { code: 'plan-unknown' },
  });

  valueOf(await client.call('import.undo', { import: applied.import ?? 0 }));
  expect(documentOf(host)).toEqual(before);
  expect(names(host)).not.toContain('Werft Beispiel');
  expect(await client.call('import.undo', { import: applied.import ?? 0 })).toMatchObject({
    error: { code: 'import-unknown' },
  });
  expect(valueOf(await client.call('history.list', { limit: '1' })).moments).toMatchObject([
    { cause: 'import-undone' },
  ]);
  expect(host.workspace.verify()).toMatchObject({ ok: true });
});

it('IMW3: what is imported again keeps its ids, and an import that others have worked on since is not taken back', async () => {
  const host = await startHost();
  const client = await join(host);
  const first = await apply(client, await plan(client, text));
  const goals = idsOf(documentOf(host), 'goal');
  const same = await apply(client, await plan(client, text));
  expect(same).toMatchObject({ import: null, addedInstitutions: 0 });
  await apply(
    client,
    await plan(client, text.replace('Wir fragen nach.', 'Wir fragen nach.\n• Wir hören zu.')),
  );
  expect(idsOf(documentOf(host), 'goal').slice(0, 3)).toEqual(goals);
  expect(await client.call('import.undo', { import: first.import ?? 0 })).toMatchObject({
    error: { code: 'import-superseded' },
  });
});

it('IMW4: a locked text stands still, also where it is locked while a plan waits', async () => {
  const host = await startHost();
  const client = await join(host);
  const view = await plan(client, text);
  const before = documentOf(host);
  valueOf(await client.call('phase.set', { text: 'locked', contributions: 'closed', voices: 'moderation' }));
  expect(await client.call('import.apply', { plan: view.plan, changes: [] })).toMatchObject({
    error: { code: 'text-locked' },
  });
  expect(documentOf(host)).toEqual(before);
});

it('IMW4: goals are not replaced by a text without any, unless that is asked for; the plan stays', async () => {
  const host = await startHost();
  const client = await join(host);
  await apply(client, await plan(client, text));
  const view = await plan(client, 'Ein Brief.\n\nKeine Ziele stehen darin.\n', 'brief.txt');
  expect(view).toMatchObject({ presentGoals: 3, report: { isLeitbild: false } });
  const { job } = valueOf(await client.call('import.apply', { plan: view.plan, changes: [] }));
  expect(await client.ended(job)).toMatchObject({
    error: { code: 'import-without-goals', details: { goals: 3 } },
  });
  expect(await apply(client, view)).toMatchObject({ kind: 'import-applied' });
});

it('IMW5: a plan belongs to who made it, is forgotten in time, and takes no block or kind that is not there', async () => {
  const host = await startHost();
  const [one, two] = [await join(host), await join(host)];
  const view = await plan(one, text);
  for (const name of ['import.replan', 'import.apply'] as const) {
    expect(await two.call(name, { plan: view.plan, changes: [] })).toMatchObject({
      error: { code: 'plan-unknown' },
    });
    expect(
      await one.call(name, { plan: view.plan, changes: [{ block: 'b999', kind: 'goal' }] }),
    ).toMatchObject({
      error: { code: 'block-unknown' },
    });
  }
  const changes = [{ block: 'b1', kind: 'goal' as const, goalKind: 'quatsch' }];
  const { job } = valueOf(await one.call('import.replan', { plan: view.plan, changes }));
  expect(await one.ended(job)).toMatchObject({ error: { code: 'profile-mismatch' } });
  expect(valueOf(await one.call('import.get', { plan: view.plan })).changes).toEqual([]);
  host.clock.milliseconds += windowLimits.plans.expireAfter;
  host.look();
  expect(await one.call('import.get', { plan: view.plan })).toMatchObject({
    error: { code: 'plan-unknown' },
  });
});

it.each([
  ['leer.txt', new Uint8Array(), 'file-empty'],
  ['leerzeichen.txt', Buffer.from(' \n\n  '), 'file-empty'],
  ['muell.txt', Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * 197 + 13) % 256)), 'file-not-text'],
  ['halb.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog'), 'pdf-damaged'],
  ['kaputt.docx', Buffer.from('PK\u0003\u0004 kein Archiv'), 'docx-damaged'],
  ['seite.html', Buffer.from('<!doctype html><p>Leitbild'), 'file-format-unknown'],
  ['gross.txt', Buffer.alloc(11_000_000, 'Wir fördern das Zusammenleben. '), 'file-too-large'],
])(
  'IMW6: %s is refused with its code, by its name, and the upload waits for another try',
  async (name, bytes, code) => {
    const host = await startHost();
    const client = await join(host);
    const { upload } = valueOf(await client.upload(bytes));
    for (let time = 0; time < 2; time += 1) {
      const { job } = valueOf(await client.call('import.plan', { upload, name }));
      const failed = await client.ended(job);
      expect(failed).toMatchObject({ error: { code, details: { path: name } } });
    }
    expect(documentOf(host)).toEqual(smallDocument(31, 'Runde 11'));
  },
);

it('IMW6: tracked changes are refused until a person accepts them, without sending the file again; a scan is told as one', async () => {
  const host = await startHost();
  const client = await join(host);
  const { upload } = valueOf(await client.upload(await docxWithTrackedChanges()));
  const refused = valueOf(await client.call('import.plan', { upload, name: 'brief.docx' }));
  expect(await client.ended(refused.job)).toMatchObject({ error: { code: 'docx-tracked-changes' } });
  const accepted = valueOf(
    await client.call('import.plan', { upload, name: 'brief.docx', acceptTrackedChanges: true }),
  );
  expect(await client.ended(accepted.job)).toMatchObject({ ok: true });
  const scan = valueOf(await client.upload(drawnPdf([[], []])));
  const { job } = valueOf(await client.call('import.plan', { upload: scan.upload, name: 'scan.pdf' }));
  expect(await client.ended(job)).toMatchObject({
    error: { code: 'pdf-without-text', details: { pages: 2 } },
  });
});

it('IMW6: Windows-1252 and UTF-16 are decoded, and the report says so', async () => {
  const host = await startHost();
  const client = await join(host);
  const words = Buffer.from('1 Pr\xe4ambel\n\nWir begr\xfc\xdfen alle.\n', 'latin1');
  const wide = Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from('1 Präambel\n\nWir begrüßen alle.\n', 'utf16le'),
  ]);
  for (const bytes of [words, wide]) {
    const view = await plan(client, bytes, 'alt.txt');
    expect(JSON.stringify(view.document)).toContain('Wir begrüßen alle.');
    expect(view.report.warnings.map(({ code }) => code)).toContain('encoding-detected');
  }
});

it('IMW6: a wrong profile is refused before anything is read', async () => {
  const host = await startHost();
  const client = await join(host);
  const { upload } = valueOf(await client.upload(text));
  expect(await client.call('import.plan', { upload, name: 'a.txt', profile: { id: 'x' } })).toMatchObject({
    error: { code: 'profile-invalid' },
  });
});
