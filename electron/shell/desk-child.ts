import { utilityProcess } from 'electron';
import type { DeskChild } from '../entry/desk/supervise-desk.ts';

/** Starts the desk's script in a utility process: Node with the program's own binary, without window or sandbox. */
export function forkDesk(script: string): DeskChild {
  const child = utilityProcess.fork(script, [], { serviceName: 'Leitbild-Werkstatt', stdio: 'inherit' });
  let running = true;
  return {
    send(command) {
      if (running) child.postMessage(command);
    },
    onMessage(listener) {
      child.on('message', listener);
    },
    ended: new Promise((settle) => {
      child.once('exit', () => {
        running = false;
        settle();
      });
    }),
    kill() {
      child.kill();
    },
  };
}
