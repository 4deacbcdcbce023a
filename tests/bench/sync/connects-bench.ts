import { fork } from 'node:child_process';
import { join } from 'node:path';
import { figureOf, type Figure } from '../measure.ts';
import { withFolder } from '../with-folder.ts';
import { answerOf, runLoad, scriptOf, startServer } from './child.ts';
import type { ConnectsJob, ConnectsResult } from './connects-process.ts';

const COUNT = 10_000;
const WITHIN_MS = 1000;
const RUN_MS = 8000;
const rounds = ['calm', `${COUNT.toLocaleString('en')} connects`] as const;

/**
 * What members of a room notice while somebody tries 10,000 connects within a second, once, from 127.0.0.1; and what
 * becomes of those. Twenty members, four of whom write.
 */
export async function connectsBench(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  await withFolder(async (folder) => {
    for (const round of rounds) {
      const isCalm = round === 'calm';
      const server = await startServer('ours', join(folder, `${isCalm ? 'calm' : 'connects'}.leitbild`));
      let flood: Promise<ConnectsResult> | undefined;
      const { result } = await runLoad(
        server,
        {
          ...{ port: server.port, rooms: 1, clientsPerRoom: 20, writersPerRoom: 4, rate: 10 },
          ...{ warmUpMs: 1500, runMs: RUN_MS, joins: 0 },
        },
        () => {
          if (!isCalm) flood = tryConnects({ port: server.port, count: COUNT, withinMs: WITHIN_MS });
        },
      );
      const tried = await flood;
      const { turnedAway } = await server.usage();
      await server.stop();
      const name = `connects (20, 4, 10), ${round}`;
      const add = (label: string, unit: Figure['unit'], value: number, atMost?: number): void =>
        void figures.push(figureOf(`${name}: ${label}`, unit, [value], atMost));
      for (const key of ['p50', 'p95', 'p99', 'max'] as const) add(`${key} of members`, 'ms', result[key]);
      add('lost or doubled for members', 'count', result.lost + result.doubled, 0);
      if (tried === undefined) continue;
      add('let in', 'count', tried.admitted);
      add('turned away', 'count', tried.turnedAway);
      add('counted by the host as turned away', 'count', turnedAway);
      add('without an answer', 'count', tried.unanswered, 0);
      add('until all were tried', 'ms', tried.triedAfter);
      add('until all were answered', 'ms', tried.answeredAfter);
    }
  });
  return figures;
}

async function tryConnects(job: ConnectsJob): Promise<ConnectsResult> {
  const child = fork(scriptOf('connects-process'));
  const answer = answerOf(child);
  child.send(job);
  return (await answer) as ConnectsResult;
}
