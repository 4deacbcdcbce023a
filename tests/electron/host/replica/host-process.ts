import { join } from 'node:path';
import process from 'node:process';
import { opened } from '../../../support/filled-workspace.ts';
import { startReplicaHost } from './replica-host.ts';

/**
 * Child process of the tests that kill. `host-process.ts <file> <port>` serves a file and prints `port <n>`;
 * `host-process.ts <file> <url> <prefix>` follows another host as an editor and writes words without end, one line
 * `wrote <word>` for each that is on its disk.
 */
const [path = '', target = '', prefix = ''] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const workspace = opened(path);
if (prefix === '') {
  const { host } = await startReplicaHost(join(path, '..'), '', { workspace, port: Number(target) });
  say(`port ${String(host.port)}`);
} else {
  const follower = await startReplicaHost(join(path, '..'), '', { workspace });
  follower.follow(target, 'editor');
  for (let round = 0; ; round += 1) {
    const word = `${prefix}${String(round)}`;
    follower.write(`${word} `);
    say(`wrote ${word}`);
    // Lets the lines and the messages out.
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
}
