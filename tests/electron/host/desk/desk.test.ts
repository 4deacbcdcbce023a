import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { httpTransport } from '../../../../electron/host/replica/http-transport.ts';
import { createApiClient, createDeskClient } from '../../../../shared/api/client.ts';
import { writeJoinLink } from '../../../../shared/api/join-link.ts';
import { opened, valueOf } from '../../../support/filled-workspace.ts';
import { startDesk } from '../../../support/desk.ts';

const wanted = { profile: 'standard', title: 'Miteinander', municipality: 'Ellernfurt' };

test('DSK1: a new file is made, opened, listed with its title, and one file when all is closed', async () => {
  const desk = await startDesk();
  const path = join(desk.documents, 'Neu', 'Leitbild 2027.leitbild');
  const made = valueOf(await desk.api('desk.create', { ...wanted, path }));
  expect(made).toMatchObject({ path, name: 'Leitbild 2027' });
  const api = createApiClient(httpTransport(made.url, made.secret));
  expect(await api('workspace.overview', {})).toMatchObject({
    value: { title: 'Miteinander', municipality: 'Ellernfurt', role: 'moderator' },
  });
  const state = valueOf(await desk.api('desk.state', {}));
  expect(state.recent).toMatchObject([{ path, title: 'Miteinander', there: true, open: true }]);
  expect(state.profiles.map(({ id }) => id)).toEqual(['standard', 'vier-ebenen']);

  expect(await desk.api('desk.close', { path })).toMatchObject({ ok: true });
  expect(await desk.api('desk.close', { path })).toMatchObject({ ok: true });
  expect([existsSync(`${path}-wal`), existsSync(`${path}-shm`)]).toEqual([false, false]);
  expect(opened(path, true).close()).toMatchObject({ ok: true });
  expect(valueOf(await desk.api('desk.state', {})).recent).toMatchObject([{ there: true, open: false }]);
});

test('DSK1: a file has one host, whatever name it was reached by and however many ask at once', async () => {
  const desk = await startDesk();
  const path = join(desk.documents, 'a.leitbild');
  valueOf(await desk.api('desk.create', { ...wanted, path }));
  await desk.api('desk.close', { path });
  const link = join(desk.folder, 'link.leitbild');
  symlinkSync(path, link);
  const all = await Promise.all([path, link, path].map((one) => desk.api('desk.open', { path: one })));
  expect(new Set(all.map((result) => valueOf(result).url)).size).toBe(1);
  expect(desk.workspaces.list()).toHaveLength(1);
});

test('DSK2: what is no file of ours, or open elsewhere, is refused with its code and its whole path', async () => {
  const desk = await startDesk();
  const at = (name: string): string => join(desk.documents, name);
  writeFileSync(at('leer.leitbild'), '');
  writeFileSync(at('brief.leitbild'), 'Sehr geehrte Damen und Herren,'.repeat(40));
  mkdirSync(at('ordner.leitbild'));
  valueOf(await desk.api('desk.create', { ...wanted, path: at('b.leitbild') }));
  await desk.api('desk.close', { path: at('b.leitbild') });
  const other = opened(at('b.leitbild'));
  const code = async (path: string) => {
    const result = await desk.api('desk.open', { path });
    return result.ok
      ? 'opened'
      : [result.error.code, 'path' in result.error.details && result.error.details.path];
  };
  expect(await code(at('fehlt.leitbild'))).toEqual(['workspace-missing', at('fehlt.leitbild')]);
  expect(await code(at('leer.leitbild'))).toEqual(['file-empty', at('leer.leitbild')]);
  expect(await code(at('brief.leitbild'))).toEqual(['workspace-foreign', at('brief.leitbild')]);
  expect(await code(at('ordner.leitbild'))).toEqual(['file-unreadable', at('ordner.leitbild')]);
  expect(await code(at('b.leitbild'))).toEqual(['workspace-in-use', at('b.leitbild')]);
  other.close();
  expect(await code(at('b.leitbild'))).toBe('opened');
  expect(await desk.api('desk.open', { path: 'b.leitbild' })).toMatchObject({
    error: { code: 'request-invalid' },
  });
  expect(await desk.api('desk.create', { ...wanted, path: at('b.leitbild') })).toMatchObject({
    error: { code: 'workspace-exists' },
  });
  expect(await desk.api('desk.create', { ...wanted, path: at('c.doc') })).toMatchObject({
    error: { code: 'argument-invalid' },
  });
  expect(await desk.api('desk.create', { ...wanted, profile: '../x', path: at('c.leitbild') })).toMatchObject(
    {
      error: { code: 'profile-unknown' },
    },
  );
  expect(await desk.api('desk.create', { ...wanted, title: 'a\nb', path: at('c.leitbild') })).toMatchObject({
    error: { code: 'argument-invalid' },
  });
  expect(existsSync(at('c.leitbild'))).toBe(false);
});

test('lists folders and workspaces by name, without hidden and other files', async () => {
  const desk = await startDesk();
  for (const folder of ['Zweite', 'Ämter', '.versteckt']) mkdirSync(join(desk.documents, folder));
  for (const file of ['a.leitbild', 'B.LEITBILD', 'brief.docx', '.leitbild']) {
    writeFileSync(join(desk.documents, file), 'x');
  }
  symlinkSync(join(desk.folder, 'nowhere'), join(desk.documents, 'tot.leitbild'));
  const listing = valueOf(await desk.api('desk.browse', { folder: null }));
  expect(listing.entries.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'workspace a.leitbild',
    'folder Ämter',
    'workspace B.LEITBILD',
    'folder Zweite',
  ]);
  expect(listing).toMatchObject({ folder: desk.documents, parent: desk.folder, writable: true, more: false });
  expect(await desk.api('desk.browse', { folder: join(desk.folder, 'weg') })).toMatchObject({
    error: { code: 'file-missing' },
  });
  expect(valueOf(await desk.api('desk.browse', { folder: '/' })).parent).toBeNull();
});

test('DSK3: answers nobody without its secret, no other origin, and serves the start screen to all', async () => {
  const desk = await startDesk();
  const page = await fetch(`${desk.url}/`);
  expect(await page.text()).toContain('content="desk"');
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  const asStranger = createDeskClient(httpTransport(desk.url, 'x'.repeat(43)));
  expect(await asStranger('desk.state', {})).toMatchObject({ error: { code: 'token-unknown' } });
  const call = (headers: Record<string, string>) =>
    fetch(`${desk.url}/api/desk.state`, { headers: { authorization: `Bearer ${desk.secret}`, ...headers } });
  expect((await call({})).status).toBe(200);
  expect((await call({ origin: 'http://127.0.0.1:1' })).status).toBe(403);
  expect((await fetch(`${desk.url}/dictionaries/de-DE-3-0.bdic`)).status).toBe(404);
});

test('DSK6: the list of recent files outlives a restart, forgets what it is told to, and survives damage', async () => {
  const desk = await startDesk();
  const paths = ['eins', 'zwei'].map((name) => join(desk.documents, `${name}.leitbild`));
  for (const path of paths) valueOf(await desk.api('desk.create', { ...wanted, path }));
  await desk.close();
  rmSync(join(desk.documents, 'eins.leitbild'));
  const again = await startDesk({ in: desk.folder });
  const recent = valueOf(await again.api('desk.state', {})).recent;
  expect(recent.map(({ name, there }) => [name, there]).sort()).toEqual([
    ['eins', false],
    ['zwei', true],
  ]);
  valueOf(await again.api('desk.forget', { path: join(desk.documents, 'eins.leitbild') }));
  const file = join(desk.settings, 'recent.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject([{ title: 'Miteinander' }]);
  writeFileSync(file, '[{"path": 3');
  const third = await startDesk({ in: desk.folder });
  expect(valueOf(await third.api('desk.state', {})).recent).toEqual([]);
  expect(readFileSync(`${file}.damaged`, 'utf8')).toBe('[{"path": 3');
});

test('an invitation becomes a file that follows the other host; a mistyped link says so', async () => {
  const theirs = await startDesk();
  const path = join(theirs.documents, 'dort.leitbild');
  const host = valueOf(await theirs.api('desk.create', { ...wanted, path }));
  const api = createApiClient(httpTransport(host.url, host.secret));
  const { token } = valueOf(
    await api('invitations.create', { role: 'reader', institution: null, expiresAt: '2099-01-01T00:00:00Z' }),
  );
  const desk = await startDesk();
  const mine = join(desk.documents, 'hier.leitbild');
  const link = writeJoinLink({ base: host.url, token, fingerprint: null });
  const joined = valueOf(await desk.api('desk.join', { link, path: mine }));
  expect(desk.workspaces.list()).toMatchObject([{ path: mine }]);
  const here = createApiClient(httpTransport(joined.url, joined.secret));
  expect(await here('workspace.overview', {})).toMatchObject({ value: { title: 'Miteinander' } });
  // The token is in the file, in its log, and what was opened here is on the list: for nobody else on this machine.
  await expect.poll(() => existsSync(join(desk.settings, 'recent.json'))).toBe(true);
  const modes = [mine, `${mine}-wal`, join(desk.settings, 'recent.json'), desk.settings].map(
    (file) => statSync(file).mode & 0o777,
  );
  expect(modes).toEqual([0o600, 0o600, 0o600, 0o700]);

  const other = join(desk.documents, 'zweite.leitbild');
  expect(await desk.api('desk.join', { link: `${host.url}/join#token=abc`, path: other })).toMatchObject({
    error: { code: 'argument-invalid' },
  });
  expect(
    await desk.api('desk.join', { link: link.replace(token, 'x'.repeat(43)), path: other }),
  ).toMatchObject({
    error: { code: 'token-unknown' },
  });
  expect(existsSync(other)).toBe(false);
});
