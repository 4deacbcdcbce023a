import { randomBytes } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { XmlElement, XmlText, type Doc } from 'yjs';
import { createLiveHost } from '../../../../electron/host/live-host.ts';
import { createApiClient, type ApiClient } from '../../../../shared/api/client.ts';
import { ok } from '../../../../shared/errors/result.ts';
import { createCountingIds } from '../../../../shared/ids/ids.ts';
import { sharedTypes } from '../../../../shared/rooms/rooms.ts';
import { readDocument, writeDocument, writeHeader } from '../../../../shared/rooms/text-room.ts';
import { smallDocument, valueOf } from '../../../support/filled-workspace.ts';
import { startHost, type TestHost } from '../../../support/live-host.ts';
import { connectOfficial, type OfficialClient } from '../sync/official-client.ts';

const MINUTE = 60_000;

function clientOf(host: { readonly url: string }, token: string): ApiClient {
  return createApiClient(async ({ method, path, query, body }) => {
    const answer = await fetch(`${host.url}${path}?${new URLSearchParams(query).toString()}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(method === 'POST' && { body: JSON.stringify(body) }),
    });
    return ok(await answer.json());
  });
}

/** A window on the text room, whose user is shown by name; it is gone when the test is over. */
async function join(host: TestHost, token: string, name: string): Promise<OfficialClient> {
  const client = connectOfficial(`${host.url.replace('http', 'ws')}/rooms`, 'text', token);
  onTestFinished(() => client.destroy());
  client.provider.awareness.setLocalStateField('user', {
    name,
    institution: 'Verein Beispiel',
    color: '#123456',
  });
  await client.synced();
  return client;
}

/** Writes a word at the beginning of a node's text and waits until the host has it on disk. */
async function type(host: TestHost, client: OfficialClient, id: string, word: string): Promise<void> {
  const committed = host.rooms.status().commits;
  const text = elementOf(client.doc, id)
    ?.toArray()
    .find((child) => child instanceof XmlText);
  text?.insert(0, word);
  await turnUntil(() => host.rooms.status().commits > committed);
}

function elementOf(doc: Doc, id: string): XmlElement | undefined {
  const found: XmlElement[] = [];
  const look = (node: unknown): void => {
    if (!isElement(node)) return;
    if (node.getAttribute('id') === id) found.push(node);
    node.toArray().forEach(look);
  };
  doc.getXmlFragment(sharedTypes.text.document).toArray().forEach(look);
  return found[0];
}

/** Yjs types what a check finds as `any`. */
function isElement(node: unknown): node is XmlElement {
  return node instanceof XmlElement;
}

/** Asks again after each turn of the loop. */
async function turnUntil(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

it('HIS1: who changed what is told by stretch: when, by name and institution, and in which parts', async () => {
  const host = await startHost();
  const moderator = host.invite('moderator');
  const editor = host.invite('editor');
  const api = clientOf(host, moderator.token);
  const anna = await join(host, moderator.token, 'Anna');
  const bert = await join(host, editor.token, '\u202eBert\u2066');
  const found = valueOf(await api('history.list', {})).moments;

  host.clock.instant = '2019-05-02T09:00:00Z';
  await type(host, anna, 'p3', 'Annas ');
  host.look();
  host.clock.instant = '2019-05-02T09:01:30Z';
  host.clock.milliseconds += 1.5 * MINUTE;
  await type(host, bert, 'p4', 'Berts ');
  host.look();
  host.clock.milliseconds += 1.5 * MINUTE;
  host.look();
  expect(valueOf(await api('history.list', {})).moments).toHaveLength(found.length);
  host.clock.milliseconds += MINUTE;
  host.look();

  const [moment] = valueOf(await api('history.list', {})).moments;
  const chapter = { id: 'k1', type: 'chapter', number: '1', quote: 'Bildung' };
  const shared = { institution: null, institutionName: 'Verein Beispiel', touched: [chapter], header: false };
  expect(moment).toEqual({
    ...{ id: (found[0]?.id ?? 0) + 1, cause: 'edit', label: '', removed: [] },
    ...{ from: '2019-05-02T09:00:00Z', to: '2019-05-02T09:01:30Z' },
    authors: [
      { principal: moderator.id, name: 'Anna', ...shared },
      { principal: editor.id, name: 'Bert', ...shared },
    ],
  });
  const at = valueOf(await api('history.at', { moment: String(moment?.id) }));
  expect(JSON.stringify(at.document)).toContain('Annas ');
  expect(at.document).toEqual(valueOf(host.rooms.read('text', (doc) => readDocument(doc))));
  const compared = valueOf(
    await api('history.compare', { moment: String(found[0]?.id), with: String(moment?.id) }),
  );
  expect(compared.changes.filter(({ status }) => status !== 'kept').map(({ id }) => id)).toEqual([
    'p3',
    'p4',
  ]);
});

it('HIS7: whoever is about to restore has what was changed last written down first', async () => {
  const host = await startHost();
  const moderator = host.invite('moderator');
  const api = clientOf(host, moderator.token);
  const anna = await join(host, moderator.token, 'Anna');
  const before = valueOf(await api('history.list', {})).moments.length;
  await type(host, anna, 'p1', 'eben noch ');
  valueOf(await api('history.settle', {}));
  const { moments } = valueOf(await api('history.list', {}));
  expect(moments).toHaveLength(before + 1);
  const kept = valueOf(await api('history.at', { moment: String(moments[0]?.id) }));
  expect(JSON.stringify(kept.document)).toContain('eben noch ');
  valueOf(await api('history.settle', {}));
  expect(valueOf(await api('history.list', {})).moments).toHaveLength(before + 1);
});

it('HIS1: a stretch is cut off after five minutes, and a freeze and its label stand by themselves', async () => {
  const host = await startHost();
  const moderator = host.invite('moderator');
  const api = clientOf(host, moderator.token);
  const anna = await join(host, moderator.token, 'Anna');
  const before = valueOf(await api('history.list', {})).moments.length;
  for (let minute = 0; minute <= 5; minute += 1) {
    await type(host, anna, 'p1', `${String(minute)} `);
    host.look();
    host.clock.milliseconds += MINUTE;
  }
  host.look();
  expect(valueOf(await api('history.list', {})).moments).toHaveLength(before + 1);
  await type(host, anna, 'p2', 'vor dem Beschluss ');
  valueOf(await api('editions.freeze', { label: '2020', adoption: null }));
  const [frozen] = valueOf(await api('history.list', { limit: '1' })).moments;
  expect(frozen).toMatchObject({
    cause: 'freeze',
    label: '2020',
    authors: [{ principal: moderator.id, name: 'Anna' }],
  });
  valueOf(await api('editions.freeze', { label: '2021', adoption: null }));
  expect(valueOf(await api('history.list', { limit: '1' })).moments).toMatchObject([{ label: '2021' }]);
});

it('HIS1: parts that are gone are told with their words, and the header as such', async () => {
  const host = await startHost();
  const api = clientOf(host, host.secret);
  host.rooms.edit('text', (doc) => {
    const present = valueOf(readDocument(doc));
    writeDocument(doc, { ...present, content: [] });
    writeHeader(doc, { title: 'Neu', subtitle: '', municipality: '' });
  });
  host.clock.milliseconds += 3 * MINUTE;
  host.look();
  const [moment] = valueOf(await api('history.list', { limit: '1' })).moments;
  expect(moment?.removed).toEqual([{ id: 'k1', type: 'chapter', number: '1', quote: 'Bildung' }]);
  expect(moment?.authors).toMatchObject([{ principal: 'host', header: true, touched: [] }]);
});

it('HIS2: what no moment tells, after a crash or by the command line, is found at the next start', async () => {
  const host = await startHost();
  const anna = await join(host, host.invite('moderator').token, 'Anna');
  await type(host, anna, 'p5', 'kurz vor dem Absturz ');
  const copy = `${host.path}.copy`;
  // As a killed process leaves it: with the log beside it.
  copyFileSync(host.path, copy);
  copyFileSync(`${host.path}-wal`, `${copy}-wal`);
  const silent = (): void => undefined;
  const again = valueOf(
    await createLiveHost({
      ...{ path: copy, randomBytes, port: 0, publicOrigin: null, certificatePath: null },
      ports: { clock: { now: () => '2019-06-01T10:00:00Z' }, createId: createCountingIds('y') },
      monotonic: () => 0,
      logger: { info: silent, warn: silent, error: silent },
    }),
  );
  onTestFinished(async () => {
    await again.close();
  });
  const api = clientOf(again, again.secret);
  const [moment] = valueOf(await api('history.list', {})).moments;
  expect(moment).toMatchObject({ cause: 'found', from: '2019-06-01T10:00:00Z', authors: [] });
  expect(JSON.stringify(valueOf(await api('history.at', { moment: String(moment?.id) })))).toContain(
    'kurz vor dem Absturz',
  );
});

it('HIS2: closing writes down what is under way; opening again finds nothing new', async () => {
  const host = await startHost();
  const anna = await join(host, host.invite('moderator').token, 'Anna');
  await type(host, anna, 'p6', 'zum Schluss ');
  valueOf(await host.close());
  const silent = (): void => undefined;
  const again = valueOf(
    await createLiveHost({
      ...{ path: host.path, randomBytes, port: 0, publicOrigin: null, certificatePath: null },
      ports: { clock: { now: () => '2019-06-01T10:00:00Z' }, createId: createCountingIds('y') },
      monotonic: () => 0,
      logger: { info: silent, warn: silent, error: silent },
    }),
  );
  onTestFinished(async () => {
    await again.close();
  });
  const [moment] = valueOf(await clientOf(again, again.secret)('history.list', { limit: '1' })).moments;
  expect(moment).toMatchObject({ cause: 'close', authors: [{ name: 'Anna' }] });
});

it('HIS6: a moment that was never there or is thinned out is told so, and pages follow one another', async () => {
  const host = await startHost();
  const api = clientOf(host, host.secret);
  expect(await api('history.at', { moment: '99' })).toMatchObject({ error: { code: 'moment-unknown' } });
  expect(await api('history.compare', { moment: '99', with: 'now' })).toMatchObject({
    error: { code: 'moment-unknown' },
  });
  for (let round = 0; round < 5; round += 1) {
    host.rooms.edit('text', (doc) => writeDocument(doc, smallDocument(3 + round, 'Seite')));
    host.clock.milliseconds += 3 * MINUTE;
    host.look();
  }
  const first = valueOf(await api('history.list', { limit: '3' }));
  const second = valueOf(await api('history.list', { limit: '100', before: first.next ?? '' }));
  const ids = [...first.moments, ...second.moments].map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted((a, b) => b - a));
  expect(ids.at(-1)).toBe(1);
  expect(second.next).toBe(null);
  host.clock.instant = '2019-08-01T10:00:00Z';
  host.rooms.edit('text', (doc) => writeDocument(doc, smallDocument(9, 'später')));
  host.clock.milliseconds += 3 * MINUTE;
  host.look();
  // Of the first of April and of the first of May each the last one, and the one of today.
  expect(valueOf(await api('history.list', { limit: '100' })).moments).toHaveLength(3);
  expect(host.workspace.verify()).toMatchObject({ ok: true });
});
