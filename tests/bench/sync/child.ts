import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { LoadJob, LoadResult } from './load-process.ts';
import type { ServerUsage } from './server-process.ts';

/** The competitors. */
export const kinds = ['ours', 'reference', 'reference + one commit', 'relay'] as const;
export type Kind = (typeof kinds)[number];

/** A server in a process of its own. */
export interface ServerChild {
  readonly port: number;
  usage(): Promise<ServerUsage>;
  stop(): Promise<void>;
}

/** A script of this folder. */
export const scriptOf = (name: string): string => new URL(`./${name}.ts`, import.meta.url).pathname;

/** What a child says next; throws where it ends instead. */
export async function answerOf(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  const answer = once(child, 'message', { signal: ended.signal }).then(([message]: unknown[]) => message);
  const exit = once(child, 'exit', { signal: ended.signal }).then(([code]: unknown[]) => {
    throw new Error(`a process of the bench ended with ${String(code)}`);
  });
  try {
    return await Promise.race([answer, exit]);
  } finally {
    for (const promise of [answer, exit]) promise.catch(() => undefined);
    ended.abort();
  }
}

/** Starts a server; `path` is the workspace of ours, made anew unless it `exists`. */
export async function startServer(kind: Kind, path: string, exists = false): Promise<ServerChild> {
  const profile = process.env['LEITBILD_CPU_PROFILE'];
  const child = fork(scriptOf('server-process'), [kind, path, exists ? 'old' : 'new'], {
    execArgv: ['--expose-gc', ...(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`])],
  });
  const { port } = (await answerOf(child)) as { port: number };
  let last: Promise<unknown> = Promise.resolve();
  return {
    port,
    usage() {
      // One question after the other, because answers have no number.
      const answer = last.then(async () => {
        const told = answerOf(child);
        child.send('usage');
        return (await told) as ServerUsage;
      });
      last = answer;
      return answer;
    },
    async stop() {
      const exit = once(child, 'exit');
      child.send('stop');
      await exit;
    },
  };
}

/**
 * Runs a load against a server, and asks the server for its usage at four moments: idle, connected, and around the
 * measured time. `meanwhile` is called when that begins.
 */
export async function runLoad(
  server: ServerChild,
  job: LoadJob,
  meanwhile: () => void = () => undefined,
): Promise<{ readonly result: LoadResult; readonly usages: readonly ServerUsage[] }> {
  const child = fork(scriptOf('load-process'));
  const usages = [await server.usage()];
  child.send(job);
  for (let stage = 0; stage < 3; stage += 1) {
    await answerOf(child);
    usages.push(await server.usage());
    child.send('go');
    if (stage === 1) meanwhile();
  }
  const exit = once(child, 'exit');
  const result = (await answerOf(child)) as LoadResult;
  await exit;
  return { result, usages };
}
