import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { figureOf, type Figure } from '../measure.ts';
import { withFolder } from '../with-folder.ts';
import { kinds, runLoad, startServer, type Kind } from './child.ts';
import { joinFigures } from './join-bench.ts';
import type { LoadJob } from './load-process.ts';

/** Who connects and writes how much. */
export type Shape = Pick<LoadJob, 'rooms' | 'clientsPerRoom' | 'writersPerRoom' | 'rate'>;

/** The loads of which the issue speaks. */
const shapes: Readonly<Record<string, Shape>> = {
  '(20, 4, 10)': { rooms: 1, clientsPerRoom: 20, writersPerRoom: 4, rate: 10 },
  '(100, 10, 5)': { rooms: 1, clientsPerRoom: 100, writersPerRoom: 10, rate: 5 },
  '(200, 20, 2)': { rooms: 1, clientsPerRoom: 200, writersPerRoom: 20, rate: 2 },
  '(200, 50, 4)': { rooms: 1, clientsPerRoom: 200, writersPerRoom: 50, rate: 4 },
  '100 rooms of 5': { rooms: 100, clientsPerRoom: 5, writersPerRoom: 1, rate: 2 },
};
const REPEATS = Number(process.env['LEITBILD_REPEATS'] ?? 3);
const WARM_UP_MS = 1500;
const RUN_MS = 2500;

/** One run of one shape against one server that was started for it. */
interface Run {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Microseconds of the server for each delivery. */
  readonly cpu: number;
  readonly clientKiB: number;
  readonly roomKiB: number;
  readonly join: number;
  readonly wrong: number;
  readonly generatorCpu: number;
}

async function runOnce(kind: Kind, shape: Shape, path: string): Promise<Run> {
  const server = await startServer(kind, path);
  const { result, usages } = await runLoad(server, {
    ...shape,
    port: server.port,
    warmUpMs: WARM_UP_MS,
    runMs: RUN_MS,
    joins: 5,
  });
  await server.stop();
  const [idle, connected, begun, ended] = usages;
  const grown = ((connected?.rss ?? 0) - (idle?.rss ?? 0)) / 1024;
  return {
    ...{ p50: result.p50, p95: result.p95, p99: result.p99 },
    cpu: ((ended?.cpuBefore ?? 0) - (begun?.cpuAfter ?? 0)) / result.delivered,
    clientKiB: grown / (shape.rooms * shape.clientsPerRoom),
    roomKiB: grown / shape.rooms,
    join: figureOf('', 'ms', result.joins).median,
    wrong: result.lost + result.doubled,
    generatorCpu: result.generatorCpu,
  };
}

/**
 * Fan-out of updates by our host, the reference server, the same with one commit for each update, and a bare relay,
 * one after the other in the same round, each in a process of its own that was started for the run; then how long it
 * takes to join. `LEITBILD_SHAPE` picks one shape (`join` only the joining), `LEITBILD_REPEATS` sets the rounds.
 */
export async function syncBench(): Promise<readonly Figure[]> {
  const only = process.env['LEITBILD_SHAPE'];
  const runs = new Map<string, Run[]>();
  const keyOf = (name: string, kind: Kind): string => `${name} ${kind}`;
  const chosen = Object.entries(shapes).filter(([name]) => only === undefined || name === only);
  await withFolder(async (folder) => {
    for (let repeat = 0; repeat < REPEATS; repeat += 1) {
      for (const [index, [name, shape]] of chosen.entries()) {
        // Nobody always goes first.
        const order = kinds.map((_, place) => kinds[(place + repeat + index) % kinds.length] ?? 'ours');
        for (const kind of order) {
          const path = join(
            folder,
            `${String(repeat)}-${String(index)}-${String(order.indexOf(kind))}.leitbild`,
          );
          const key = keyOf(name, kind);
          runs.set(key, [...(runs.get(key) ?? []), await runOnce(kind, shape, path)]);
        }
      }
    }
  });
  const out = fileURLToPath(new URL('../../../out/', import.meta.url));
  mkdirSync(out, { recursive: true });
  writeFileSync(`${out}bench-sync.json`, `${JSON.stringify(Object.fromEntries(runs), null, 2)}\n`);

  const figures: Figure[] = [];
  for (const [name, shape] of chosen) {
    const valuesOf = (kind: Kind, key: keyof Run): number[] =>
      (runs.get(keyOf(name, kind)) ?? []).map((run) => run[key]);
    const ratios = (key: keyof Run, than: Kind): number[] =>
      valuesOf('ours', key).map((value, at) => value / (valuesOf(than, key)[at] ?? Number.NaN));
    for (const kind of kinds) {
      const add = (label: string, unit: Figure['unit'], key: keyof Run, atMost?: number): void =>
        void figures.push(figureOf(`sync ${name}: ${label}, ${kind}`, unit, valuesOf(kind, key), atMost));
      for (const quantile of ['p50', 'p95', 'p99'] as const) add(quantile, 'ms', quantile);
      add('CPU per delivery', 'µs', 'cpu');
      add('join under load', 'ms', 'join');
      if (shape.rooms === 1) add('memory per client', 'KiB', 'clientKiB');
      else add('memory per room', 'KiB', 'roomKiB');
      add('lost or doubled', 'count', 'wrong', 0);
    }
    for (const than of ['reference', 'reference + one commit'] as const) {
      figures.push(figureOf(`sync ${name}: p95, ours / ${than}`, 'ratio', ratios('p95', than), 1.1));
      figures.push(figureOf(`sync ${name}: CPU, ours / ${than}`, 'ratio', ratios('cpu', than), 1));
    }
  }
  return only === undefined || only === 'join' ? [...figures, ...(await joinFigures())] : figures;
}
