import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { tell } from './control.ts';

const port = new URL('./parent-port.ts', import.meta.url).href;

/** A real process of Node for each. */
export const utilityProcess = {
  fork(script: string, args: readonly string[]) {
    const child = fork(script, [...args], {
      execArgv: ['--import', port],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const utility = new EventEmitter();
    const pid = child.pid ?? 0;
    tell({ type: 'forked', pid });
    child.on('message', (message) => utility.emit('message', message));
    child.once('exit', (code) => {
      tell({ type: 'exited', pid });
      utility.emit('exit', code);
    });
    return Object.assign(utility, {
      postMessage(message: object) {
        // Electron drops what a dead process was sent.
        if (child.connected) child.send(message, () => undefined);
      },
      kill: () => child.kill('SIGTERM'),
    });
  },
};
