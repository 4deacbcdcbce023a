import type { Command } from 'commander';
import { randomBytes } from 'node:crypto';
import { appError, AppFailure } from '../../../shared/errors/errors.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import { writeSecretFile } from '../../host/files/write-secret-file.ts';
import { defaultNetworkPort } from '../../host/listeners/defaults.ts';
import type { LiveHost } from '../../host/live-host.ts';
import type { CommandContext } from '../command-context.ts';
import { statusOfFile } from '../../host/replica/status-of-file.ts';
import { proveMayInvite } from '../prove-writable.ts';
import { readPublicUrl } from '../public-url.ts';
import type { RunCommand } from '../program.ts';

interface ServeArguments {
  port: string;
  lan?: true;
  lanPort?: string;
  tls?: true;
  publicUrl?: string;
  secretFile?: string;
  json?: true;
}

export function addServe(program: Command, { words }: CommandContext, run: RunCommand): void {
  const { help } = words.commands;
  program
    .command('serve')
    .description(help.serve)
    .argument('<file>')
    .option('--port <port>', help.port, '0')
    .option('--lan', help.lan)
    .option('--lan-port <port>', help.lanPort)
    .option('--tls', help.tls)
    .option('--public-url <url>', help.publicUrl)
    .option('--secret-file <path>', help.secretFileOut)
    .option('--json', help.json)
    .action((path: string, options: ServeArguments) =>
      run(async (context) => {
        const stop = stopSignal(context);
        // Loaded here, because every other command does without.
        const [{ createLiveHost }, { pino, destination }] = await Promise.all([
          import('../../host/live-host.ts'),
          import('pino'),
        ]);
        const host = valueOf(
          await createLiveHost({
            path,
            ports: context.ports,
            randomBytes,
            monotonic: () => performance.now(),
            logger: pino({ base: null }, destination({ fd: 2, sync: true })),
            port: readPort('--port', options.port),
            publicOrigin: options.publicUrl === undefined ? null : readPublicUrl(options.publicUrl),
          }),
        );
        try {
          await share(host, options);
          announce(host, options, context);
          await stop;
        } finally {
          valueOf(await host.close());
        }
        if (options.json !== true) context.terminal.out(words.host.stopped);
      }),
    );
}

/** Settles at the first interrupt or request to end; a second one ends the process as usual. */
function stopSignal({ signal }: CommandContext): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGTERM', () => resolve());
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

async function share(host: LiveHost, { lan, lanPort, tls }: ServeArguments): Promise<void> {
  if (lan === true) {
    proveMayInvite(host.workspace);
    const before = host.sharing.status();
    // Links given out say where it was last; only the first time is it the usual port.
    const usual = before.state === 'off' && before.last === null ? defaultNetworkPort : null;
    const port = lanPort === undefined ? usual : readPort('--lan-port', lanPort);
    valueOf(await host.sharing.start({ port, tls: tls === true }));
  } else if (tls === true) {
    throw new AppFailure(appError('argument-invalid', { argument: '--tls', reason: '--lan' }));
  }
}

/** Says once where the host is and what lets in; with a secret file the secret is not printed, and so in no journal. */
function announce(
  { url, secret, sharing, workspace }: LiveHost,
  { secretFile, json }: ServeArguments,
  { terminal, words: { host: say, follow } }: CommandContext,
): void {
  if (secretFile !== undefined) valueOf(writeSecretFile(secretFile, secret));
  const shared = sharing.status();
  const replica = statusOfFile(workspace);
  if (json === true) {
    terminal.out(
      JSON.stringify({ url, ...(secretFile === undefined && { secret }), sharing: shared, replica }),
    );
    return;
  }
  terminal.out(say.serving(url));
  terminal.out(secretFile === undefined ? say.secret(secret) : say.secretWritten(secretFile));
  if (replica.state !== 'none') terminal.out(follow.status(replica));
  if (replica.state !== 'none' && replica.role !== 'moderator') return;
  terminal.out(say.sharing(shared));
  terminal.out(say.howToInvite);
}

function readPort(argument: string, text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new AppFailure(appError('argument-invalid', { argument, reason: '0–65535' }));
}
