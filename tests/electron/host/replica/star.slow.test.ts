import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Doc } from 'yjs';
import { initialPhase, writePhase } from '../../../../shared/rooms/phase-room.ts';
import { until } from '../sync/sync-host.ts';
import { startReplicaHost, type ReplicaHost } from './replica-host.ts';

const SEED = 1964;
const RUNS = 150;

/** `host` 0 is the one in the middle. */
const step = fc.record({
  host: fc.nat(2),
  kind: fc.constantFrom(
    'write',
    'write',
    'write',
    'delete',
    'leave',
    'follow',
    'follow',
    'wait',
    'lock',
    'restart',
  ),
  at: fc.nat(1000),
});

/** A room that was opened between the other host's step 1 and step 2 kept its own words to itself (seed 777). */
const openedBetweenQuestionAndAnswer = [
  { host: 1, kind: 'write' as const, at: 690 },
  { host: 1, kind: 'follow' as const, at: 487 },
  { host: 0, kind: 'lock' as const, at: 692 },
  { host: 0, kind: 'wait' as const, at: 408 },
  { host: 1, kind: 'follow' as const, at: 996 },
];

const wordsOf = (doc: Doc): readonly string[] => doc.getArray<string>('w').toArray();
const storedWords = ({ workspace }: ReplicaHost): readonly string[] => wordsOf(workspace.rooms.load('text'));

it('RPL10: three hosts in a star converge; every word is in the text or was deleted, whatever was locked meanwhile', async () => {
  const seen = { written: 0, deleted: 0, refused: 0, waited: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const folder = mkdtempSync(join(tmpdir(), 'star-'));
      let upper = await startReplicaHost(folder, 'upper');
      const lower = [await startReplicaHost(folder, 'l1'), await startReplicaHost(folder, 'l2')];
      const tokens = ['editor', 'editor2'];
      const follow = (index: number): void => {
        if (lower[index]?.replica === null) lower[index].follow(upper.host.url, tokens[index] ?? '');
      };
      const written: string[] = [];
      const deleted = new Set<string>();
      let locked = false;
      const setLock = (next: boolean): void => {
        locked = next;
        upper.host.sync.edit('process', (doc) =>
          writePhase(doc, { ...initialPhase, text: next ? 'locked' : 'open' }),
        );
      };
      for (const { host, kind, at } of steps) {
        const target = [upper, ...lower][host] ?? upper;
        if (kind === 'write') {
          const word = `${String(host)}-${String(written.length)}`;
          written.push(word);
          target.host.sync.edit('text', (doc) =>
            doc.getArray('w').insert(at % (wordsOf(doc).length + 1), [word]),
          );
        } else if (kind === 'delete') {
          target.host.sync.edit('text', (doc) => {
            const words = wordsOf(doc);
            if (words.length === 0) return;
            deleted.add(words[at % words.length] ?? '');
            doc.getArray('w').delete(at % words.length);
          });
        } else if (kind === 'leave') lower[host - 1]?.leave();
        else if (kind === 'follow') follow(host - 1);
        else if (kind === 'lock') setLock(!locked);
        else if (kind === 'restart' && host === 0) {
          const { port } = upper.host;
          await upper.host.close();
          upper = await startReplicaHost(folder, 'upper', { port, workspace: upper.workspace });
        } else
          for (let turn = 0; turn < at % 200; turn += 1)
            await new Promise((resolve) => setImmediate(resolve));
      }
      setLock(false);
      follow(0);
      follow(1);
      const total = (): string => storedWords(upper).join();
      await until(() =>
        lower.every((host) => {
          const status = host.status('text');
          return (
            status?.state === 'in-step' && status.pendingUpdates === 0 && storedWords(host).join() === total()
          );
        }),
      );
      const kept = new Set(storedWords(upper));
      expect(kept.size).toBe(storedWords(upper).length);
      for (const word of written) expect(kept.has(word) || deleted.has(word), word).toBe(true);
      seen.written += written.length;
      seen.deleted += deleted.size;
      for (const { refused, history } of lower) {
        seen.refused += refused.length;
        seen.waited += history.filter(({ state }) => state === 'waiting').length;
      }
      for (const host of [...lower, upper]) await host.close();
      rmSync(folder, { recursive: true, force: true });
    }),
    { seed: SEED, numRuns: RUNS, endOnFailure: true, examples: [[openedBetweenQuestionAndAnswer]] },
  );
  expect(seen.written).toBeGreaterThan(500);
  expect(seen.deleted).toBeGreaterThan(50);
  expect(seen.refused).toBe(0);
  expect(seen.waited).toBeGreaterThan(5);
});
