import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { once } from 'node:events';
import type { SharingStatus } from '../../../../shared/api/contract.ts';
import { readJoinLink } from '../../../../shared/api/join-link.ts';
import { fill, made, opened } from '../../../support/filled-workspace.ts';
import { projectRoot, runCli, temporaryFolder } from '../../../support/run-cli.ts';

interface Served {
  readonly child: ChildProcess;
  readonly said: {
    readonly url: string;
    readonly secret?: string;
    readonly sharing: SharingStatus;
  };
  readonly log: () => string;
  readonly ended: Promise<number | null>;
}

function workspaceIn(folder: string): string {
  const path = join(folder, 'stadt.leitbild');
  const workspace = made(path);
  fill(workspace);
  workspace.close();
  return path;
}

/** Runs `leitbild serve --json` as a process of its own and waits for the line that says where it is. */
async function serve(path: string, ...args: string[]): Promise<Served> {
  const child = spawn(
    process.execPath,
    [join(projectRoot, 'electron/entry/cli.ts'), 'serve', path, '--json', ...args],
    { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  const ended = new Promise<number | null>((resolve) => void child.once('close', resolve));
  const line = new Promise<string>((resolve) => {
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (out.includes('\n')) resolve(out.split('\n')[0] ?? '');
    });
  });
  const first = await Promise.race([line, ended.then(() => Promise.reject(new Error(log)))]);
  return { child, said: JSON.parse(first) as Served['said'], log: () => log, ended };
}

it.each(['SIGTERM', 'SIGINT'] as const)(
  'NET13: %s ends a host with 1001 for its clients, code 0 and one whole file',
  async (signal) => {
    const path = workspaceIn(temporaryFolder());
    const { child, said, log, ended } = await serve(path, '--lan', '--lan-port', '0');
    const socket = new WebSocket(`${said.url.replace('http', 'ws')}/rooms/text`, [
      'leitbild',
      said.secret ?? '',
    ]);
    await once(socket, 'open');
    const closing = once(socket, 'close');
    const begun = performance.now();
    child.kill(signal);
    expect((await closing)[0]).toBe(1001);
    expect(await ended).toBe(0);
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(existsSync(`${path}-wal`)).toBe(false);
    const workspace = opened(path);
    expect(workspace.verify()).toMatchObject({ ok: true });
    workspace.close();
    const entries = log()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { msg: string });
    expect(entries.at(-1)?.msg).toBe('host closed');
    expect(log()).not.toContain(said.secret);
  },
);

it('NET16: served again without a port it is where links lead, those too that are written meanwhile', async () => {
  const path = workspaceIn(temporaryFolder());
  const first = await serve(path, '--lan', '--lan-port', '0');
  const { sharing } = first.said;
  const [url = ''] = sharing.state === 'on' ? sharing.urls : [];
  first.child.kill('SIGTERM');
  await first.ended;
  const invited = await runCli(['invite', path, '--role', 'reader']);
  expect(readJoinLink(/http:\/\/\S+/.exec(invited.out)?.[0] ?? '')?.base).toBe(url);
  const second = await serve(path, '--lan');
  expect(second.said.sharing).toEqual({ ...sharing, moved: false });
});

it('INV12: invite, status and revoke work on a closed file and through a running host', async () => {
  const folder = temporaryFolder();
  const path = workspaceIn(folder);
  const invited = await runCli(['invite', path, '--institution', 'i5', '--expires', '30d', '--tls']);
  expect(invited.err).toBe('');
  const [, id = ''] = /Einladung (\S+) für Delegierte \(i5\)/.exec(invited.out) ?? [];
  const link = readJoinLink(/https:\/\/\S+/.exec(invited.out)?.[0] ?? '');
  expect(link?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  expect(invited.out).toContain('▄');
  expect(statSync(`${path}.tls.pem`).mode & 0o777).toBe(0o600);

  const secretFile = join(folder, 'secret');
  const { said, ended, child, log } = await serve(
    path,
    '--lan',
    '--lan-port',
    '0',
    '--tls',
    '--secret-file',
    secretFile,
  );
  expect(said.secret).toBeUndefined();
  expect(statSync(secretFile).mode & 0o777).toBe(0o600);
  for (const args of [
    ['invite', path, '--role', 'reader'],
    ['revoke', path, id],
    ['status', path],
  ]) {
    const refused = await runCli(args);
    expect([args, refused.code, refused.out]).toEqual([args, 1, '']);
    expect(refused.err).toContain('gerade geöffnet');
    expect(refused.err).toContain('--host');
  }
  const host = ['--host', said.url, '--secret-file', secretFile];
  const events = new WebSocket(`${said.url.replace('http', 'ws')}/events`, ['leitbild', link?.token ?? '']);
  await once(events, 'open');
  const second = await runCli(['invite', path, '--role', 'moderator', '--json', ...host]);
  const issued = JSON.parse(second.out) as { link: string; token: string };
  expect(readJoinLink(issued.link)).toMatchObject({ token: issued.token, fingerprint: link?.fingerprint });
  const closing = once(events, 'close');
  expect((await runCli(['revoke', path, id, ...host])).out).toContain(id);
  expect((await closing)[0]).toBe(4403);
  const status = await runCli(['status', path, ...host]);
  expect(status.out).toContain(`${id}  Delegierte (i5), widerrufen`);
  expect(status.out).toContain('Im Netz erreichbar: https://');
  expect((await runCli(['status', path, '--host', said.url, '--secret', 'wrong'])).err).toContain(
    'Einladung',
  );
  expect(`${log()}${readFileSync(path).toString('latin1')}`).not.toContain(issued.token);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect((await runCli(['status', path])).out).toContain(`${id}  Delegierte (i5), widerrufen`);
  expect((await runCli(['status', path, ...host])).err).toContain('antwortet kein Leitbild-Dienst');
});

it.each([
  [['serve', 'FILE', '--tls'], '--lan'],
  [['serve', 'FILE', '--port', '70000'], '--port'],
  [['serve', 'FILE', '--public-url', 'https://a/b'], '--public-url'],
  [['serve', 'MISSING'], 'gibt es nicht'],
  [['invite', 'FILE'], '--institution'],
  [['invite', 'FILE', '--institution', 'nobody'], 'Register'],
  [['invite', 'FILE', '--role', 'moderator', '--institution', 'i1'], '--institution'],
  [['invite', 'FILE', '--role', 'reader', '--expires', '2001-01-01'], '--expires'],
  [['invite', 'FILE', '--role', 'reader', '--expires', '2027-02-30'], '--expires'],
  [['invite', 'FILE', '--rotate', 'reader'], 'widerrufen'],
  [['revoke', 'FILE', 'nobody'], 'nobody'],
  [['status', 'FILE', '--host', 'http://127.0.0.1:1'], '--secret'],
] as const)('INV13: %j is refused with a reason', async (args, reason) => {
  const folder = temporaryFolder();
  const path = workspaceIn(folder);
  const given = args.map((argument) =>
    argument === 'FILE' ? path : argument === 'MISSING' ? join(folder, 'none.leitbild') : argument,
  );
  const { code, out, err } = await runCli(given);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain(reason);
});
