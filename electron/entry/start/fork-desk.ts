import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { DeskChild } from '../desk/supervise-desk.ts';

/** Starts a desk as a child of this process. */
export function forkDesk(): DeskChild {
  const child = fork(fileURLToPath(new URL('../desk/desk-process.ts', import.meta.url)), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return {
    send(command) {
      // One that dies before it has read this is told of by `ended`.
      if (child.connected) child.send(command, () => undefined);
    },
    onMessage(listener) {
      child.on('message', listener);
    },
    ended: new Promise((resolve) => {
      child.once('error', () => resolve());
      child.once('exit', () => resolve());
    }),
    kill() {
      child.kill('SIGKILL');
    },
  };
}
