import process from 'node:process';
import { setTimeout as after } from 'node:timers/promises';
import { connectLight, type LightClient } from './light-client.ts';
import { createMarkedWriter, forEachMark } from './marked-updates.ts';

/** Who connects and writes how much. */
export interface LoadJob {
  readonly port: number;
  readonly rooms: number;
  readonly clientsPerRoom: number;
  readonly writersPerRoom: number;
  /** Updates per second of each writer. */
  readonly rate: number;
  readonly warmUpMs: number;
  readonly runMs: number;
  /** Clients that come during the load, one after the other. */
  readonly joins: number;
  /** Of each writer so many marks stay in the text; unless set, all. */
  readonly keep?: number;
  /** Takes the latency of every so manieth delivery; unless set, of each. */
  readonly latencyOfEvery?: number;
}

/** What came of it. Latencies in milliseconds, from before the update is made to when the frame is read. */
export interface LoadResult {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  /** Updates that reached somebody else, while the server's CPU was measured. */
  readonly delivered: number;
  readonly lost: number;
  readonly doubled: number;
  /** From connecting to the last byte of step 2, of clients that came during the load. */
  readonly joins: readonly number[];
  /** CPU of the load generator for each delivery, to judge whether it was in the way. */
  readonly generatorCpu: number;
}

const emptyStep1 = Uint8Array.of(0, 0, 1, 0);
const emptyStep2 = Uint8Array.of(0, 1, 2, 0, 0);
const pathOf = (room: number, rooms: number): string =>
  rooms === 1 ? '/rooms/text' : `/rooms/contributions/verein-${String(room)}`;

const tokenOf = (room: number, rooms: number): string =>
  rooms === 1 ? 'moderator' : `verein-${String(room)}`;

function told(): Promise<unknown> {
  return new Promise((resolve) => void process.once('message', resolve));
}
async function report(event: string): Promise<void> {
  process.send?.(event);
  await told();
}

/**
 * Child process of the bench. Says `connected`, is told `go`, says `begin` and `end` around the measured time (and is
 * told `go` after each), then sends its result.
 */
const job = (await told()) as LoadJob;
const { rooms, clientsPerRoom, writersPerRoom, latencyOfEvery = 1 } = job;
/** More than any writer sends in a run. */
const maxUpdates = Math.ceil(((job.warmUpMs + job.runMs) / 1000) * job.rate) + 2000;
let latencies: number[] = [];
let counted = 0;
let isMeasuring = false;
let doubled = 0;
/** For each client and writer which numbers have come. */
const seen: Map<number, Uint8Array>[] = [];
const clients: LightClient[] = [];

const connectReceiver = (index: number, room: number): Promise<LightClient> => {
  const bits = new Map<number, Uint8Array>();
  seen[index] = bits;
  const own = writerOf(index);
  return connectLight(job.port, pathOf(room, rooms), tokenOf(room, rooms), (message, client) => {
    if (message[0] !== 0) return;
    if (message[1] === 0) {
      client.send(emptyStep2);
      return;
    }
    const isState = message[1] === 1;
    forEachMark(message, (writer, number, time) => {
      if (writer === own) return;
      if (!isState && isMeasuring) {
        if (counted % latencyOfEvery === 0) latencies.push(performance.now() - time / 1000);
        counted += 1;
      }
      const numbers = bits.get(writer) ?? new Uint8Array(maxUpdates);
      bits.set(writer, numbers);
      if (numbers[number] === 1) doubled += 1;
      numbers[number] = 1;
    });
  });
};
/** Writers are the first clients of each room. */
function writerOf(index: number): number {
  const place = index % clientsPerRoom;
  return place < writersPerRoom ? Math.floor(index / clientsPerRoom) * writersPerRoom + place : -1;
}

for (let index = 0; index < rooms * clientsPerRoom; index += 1) {
  const client = await connectReceiver(index, Math.floor(index / clientsPerRoom));
  client.send(emptyStep1);
  clients.push(client);
}
await report('connected');

const writers = clients.flatMap((client, index) => {
  const writer = writerOf(index);
  return writer < 0 ? [] : [{ client, marks: createMarkedWriter(writer, job.keep) }];
});
const interval = 1000 / job.rate;
const start = performance.now();
let isWriting = true;
for (const [index, { client, marks }] of writers.entries()) {
  let due = start + (interval * index) / writers.length;
  const write = (): void => {
    if (!isWriting) return;
    client.send(marks.next());
    due += interval;
    setTimeout(write, Math.max(0, due - performance.now()));
  };
  setTimeout(write, due - start);
}
await after(job.warmUpMs);
await report('begin');
latencies = [];
counted = 0;
isMeasuring = true;
const cpu = process.cpuUsage();
await after(job.runMs);
isMeasuring = false;
const used = process.cpuUsage(cpu);
const delivered = counted;
await report('end');

const joins: number[] = [];
for (let join = 0; join < job.joins; join += 1) {
  const begun = performance.now();
  await new Promise<void>((resolve) => {
    void connectLight(job.port, pathOf(0, rooms), tokenOf(0, rooms), (message, client) => {
      if (message[0] !== 0 || message[1] !== 1) return;
      joins.push(performance.now() - begun);
      client.destroy();
      resolve();
    }).then(
      (client) => client.send(emptyStep1),
      () => undefined,
    );
  });
}
isWriting = false;
await after(400);

let lost = 0;
for (const [index, bits] of seen.entries()) {
  const room = Math.floor(index / clientsPerRoom);
  for (let place = 0; place < writersPerRoom; place += 1) {
    const writer = room * writersPerRoom + place;
    if (writer === writerOf(index)) continue;
    const came = bits.get(writer)?.reduce((sum, bit) => sum + bit, 0) ?? 0;
    lost += (writers[writer]?.marks.sent ?? 0) - came;
  }
}
latencies.sort((a, b) => a - b);
const at = (share: number): number => latencies[Math.floor((latencies.length - 1) * share)] ?? Number.NaN;
const result: LoadResult = {
  ...{ p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) },
  ...{ delivered, lost, doubled, joins },
  generatorCpu: (used.user + used.system) / delivered,
};
process.send?.(result, () => process.exit());
