import { expect, it, onTestFinished } from 'vitest';
import { XmlElement, XmlText, type Doc } from 'yjs';
import { createExporter } from '../../../../electron/host/export/export-job.ts';
import { createPrintPreviews } from '../../../../electron/host/preview/print-preview.ts';
import { takeDraft } from '../../../../electron/host/editions/draft.ts';
import { ok } from '../../../../shared/errors/result.ts';
import type { PrintPreview } from '../../../../shared/api/export-calls.ts';
import { sharedTypes } from '../../../../shared/rooms/rooms.ts';
import { valueOf } from '../../../support/filled-workspace.ts';
import { connectClient, type HostClient } from '../../../support/host-client.ts';
import { startHost, type TestHost } from '../../../support/live-host.ts';
import { readPdf } from '../../../support/read-pdf.ts';
import { connectOfficial } from '../sync/official-client.ts';

async function join(host: TestHost, role: 'moderator' | 'editor'): Promise<HostClient & { token: string }> {
  const { token } = host.invite(role);
  const client = await connectClient(host, token);
  onTestFinished(() => client.close());
  return { ...client, token };
}

type Ready = Extract<PrintPreview, { state: 'ready' }>;

async function preview(client: HostClient): Promise<Ready> {
  const answer = valueOf(await client.call('print.preview', { variant: 'pdf' }));
  if (answer.state !== 'ready') throw new Error('nobody else asked');
  return answer;
}

async function pagesOf(client: HostClient, { download }: Ready): Promise<string> {
  const answer = await client.fetch(`/downloads/${download}`);
  const { pages } = await readPdf(new Uint8Array(await answer.arrayBuffer()));
  return pages.join('\n');
}

function firstText(doc: Doc): XmlText {
  const found: XmlText[] = [];
  const collect = (node: unknown): void => {
    if (node instanceof XmlText) found.push(node);
    else if (node instanceof XmlElement) node.toArray().forEach(collect);
  };
  doc.getXmlFragment(sharedTypes.text.document).toArray().forEach(collect);
  const [first] = found;
  if (first === undefined) throw new Error('the text is empty');
  return first;
}

it('PRV1: pages are those of the live room, marked as a draft, and unchanged text answers the same file', async () => {
  const host = await startHost();
  const client = await join(host, 'editor');
  const before = await preview(client);
  expect(before.pages).toBeGreaterThan(0);
  expect(await pagesOf(client, before)).toContain('ENTWURF');
  expect(await preview(client)).toEqual(before);

  const typist = connectOfficial(`${host.url.replace('http', 'ws')}/rooms`, 'text', client.token);
  onTestFinished(() => typist.destroy());
  await typist.synced();
  const committed = host.rooms.status().commits;
  firstText(typist.doc).insert(0, 'Wasserstand ');
  while (host.rooms.status().commits === committed) await new Promise((resolve) => setImmediate(resolve));
  const after = await preview(client);
  expect(after.stamp).not.toBe(before.stamp);
  expect(await pagesOf(client, after)).toContain('Wasserstand');

  const other = await join(host, 'moderator');
  const shared = await preview(other);
  expect(shared).toMatchObject({ stamp: after.stamp, pages: after.pages });
  expect(shared.download).not.toBe(after.download);
  expect((await other.fetch(`/downloads/${after.download}`)).status).toBe(404);
});

it('PRV2: one runs and only the newest waits; those between are told that they were superseded', async () => {
  const host = await startHost();
  const client = await join(host, 'moderator');
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => client.call('print.preview', { variant: 'pdf' })),
  );
  const states = answers.map((answer) => valueOf(answer).state);
  expect(states.filter((state) => state === 'ready')).toHaveLength(2);
  expect(states.filter((state) => state === 'superseded')).toHaveLength(3);
  const downloads = answers.flatMap((answer) => {
    const value = valueOf(answer);
    return value.state === 'ready' ? [value.download] : [];
  });
  expect(new Set(downloads).size).toBe(1);
});

it('PRV2: who waits does not keep others waiting', async () => {
  const host = await startHost();
  const [one, two] = [await join(host, 'moderator'), await join(host, 'editor')];
  const answers = await Promise.all([preview(one), preview(two)]);
  expect(answers.map(({ state }) => state)).toEqual(['ready', 'ready']);
});

it('PRV3: what cannot be set is told with its code, and the next request is answered', async () => {
  const host = await startHost();
  const client = await join(host, 'moderator');
  host.rooms.edit('text', (doc) => firstText(doc).insert(0, '\u{10900}'));
  expect(await client.call('print.preview', { variant: 'pdf' })).toMatchObject({
    error: { code: 'glyph-missing' },
  });
  host.rooms.edit('text', (doc) => firstText(doc).delete(0, 2));
  expect(await preview(client)).toMatchObject({ state: 'ready' });
});

it('PRV3: a thread that is ended is told, and the next preview gets a fresh one', async () => {
  const host = await startHost();
  const exporter = createExporter();
  const stop = new AbortController();
  const previews = createPrintPreviews({
    takeDraft: () => takeDraft(host.workspace, '2019-05-01T10:00:00Z'),
    assetsOf: () => ok(new Map()),
    exporter: {
      ...exporter,
      run: (job) => exporter.run(job, { signal: stop.signal.aborted ? undefined : stop.signal }),
    },
    downloads: { offer: () => Promise.resolve(ok('download')), has: () => true },
  });
  onTestFinished(() => previews.close());
  const first = previews.request('anna', 'pdf');
  stop.abort();
  expect(await first).toMatchObject({ error: { code: 'cancelled' } });
  expect(await previews.request('anna', 'pdf')).toMatchObject({ value: { state: 'ready' } });
});
