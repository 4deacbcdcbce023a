import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { onTestFinished } from 'vitest';
import type { EventOf, StandInEvent } from './control.ts';

/** How long an event may take, in milliseconds. */
const PATIENCE = 30_000;

export interface ShellRun {
  /** Everything that a user would have: settings under `userData`, files under `Dokumente`. */
  readonly home: string;
  readonly documents: string;
  /** Asks the stand-in; see the `onOrder` calls of its files. */
  order<Answer = unknown>(name: string, argument?: unknown): Promise<Answer>;
  /** The next event that fits, beginning with those that were not waited for yet. */
  next<Type extends StandInEvent['type']>(
    type: Type,
    fits?: (event: EventOf<Type>) => boolean,
  ): Promise<EventOf<Type>>;
  /** Runs JavaScript in the page of a window. */
  evaluate<Value = unknown>(window: number, code: string): Promise<Value>;
  /** The exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  readonly output: () => string;
}

/** A home for a user; it is gone when the test is over. */
export function userHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'shell-'));
  mkdirSync(join(home, 'Dokumente'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  return home;
}

/** Starts the built shell in the folder `program` as the desktop program would be started; ended when the test is over. */
export function runShell(program: string, home: string, args: readonly string[] = []): ShellRun {
  const child = fork(
    new URL('./boot.ts', import.meta.url),
    [join(program, 'electron/shell/main.js'), ...args],
    {
      cwd: join(home, 'Dokumente'),
      execArgv: ['--import', new URL('./register.ts', import.meta.url).href],
      env: { ...process.env, STAND_IN_HOME: home },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const events: StandInEvent[] = [];
  const watchers = new Set<() => void>();
  const replies = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let orders = 0;

  child.on('message', (message: { event?: StandInEvent; id?: number; value?: unknown; error?: string }) => {
    if (message.event !== undefined) {
      events.push(message.event);
      for (const watcher of [...watchers]) watcher();
      return;
    }
    const reply = replies.get(message.id ?? -1);
    if (message.error === undefined) reply?.resolve(message.value);
    else reply?.reject(new Error(message.error));
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  void ended.then(() => {
    for (const reply of replies.values()) reply.reject(new Error(`the shell has ended\n${output}`));
  });
  onTestFinished(async () => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await ended;
    clearTimeout(timer);
  });

  const order = <Answer>(name: string, argument: unknown = null): Promise<Answer> =>
    new Promise<unknown>((resolve, reject) => {
      orders += 1;
      replies.set(orders, { resolve, reject });
      child.send({ id: orders, name, argument });
    }) as Promise<Answer>;

  return {
    ...{ home, ended, order },
    documents: join(home, 'Dokumente'),
    output: () => output,
    evaluate: (window, code) => order('evaluate', { window, code }),
    next: (type, fits = () => true) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const at = events.findIndex((event) => event.type === type && fits(event as never));
          if (at < 0) return;
          clearTimeout(timer);
          watchers.delete(look);
          resolve(events.splice(at, 1)[0] as never);
        };
        const timer = setTimeout(() => {
          watchers.delete(look);
          reject(new Error(`no ${type} came; there were ${JSON.stringify(events)}\n${output}`));
        }, PATIENCE);
        watchers.add(look);
        look();
      }),
  };
}
