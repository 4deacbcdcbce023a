import { decodeUpdate, Skip, UpdateEncoderV1 } from 'yjs';
import { uintBytes } from '../sync/sync-messages.ts';
import { causalOrder, type Struct } from './causal-order.ts';

/** What one part may hold. */
export interface PartLimits {
  /** Bytes at which a part is ended; the last struct may take it further. */
  readonly bytes: number;
  readonly structs: number;
  readonly clients: number;
  readonly deletedRanges: number;
}

/** Far below what a host takes in one message (`sync-limits.ts`). */
const defaultPartLimits: PartLimits = {
  bytes: 512 << 10,
  structs: 50_000,
  clients: 5000,
  deletedRanges: 50_000,
};

/** Structs of one client, encoded, up to the clock `end`. */
interface Run {
  readonly clock: number;
  readonly structs: Uint8Array[];
  end: number;
}

interface Range {
  readonly client: number;
  readonly clock: number;
  readonly len: number;
}

/** The info byte of a gap in the clocks of a client (yjs `src/structs/Skip.js`). */
const SKIP = 10;

/**
 * Writes updates anew as few parts of bounded size, made one by one while they are asked for. Each part can be applied
 * once those before it are; all deletions come last. Takes time in proportion to the length (`Y.mergeUpdates` does not).
 * The updates must be in the order in which they happened.
 */
export function* partsOf(
  updates: readonly Uint8Array[],
  limits: PartLimits = defaultPartLimits,
): Generator<Uint8Array> {
  const deleted: Range[] = [];
  let part = createPart();
  for (const update of updates) {
    const { structs, ds } = decodeUpdate(update);
    for (const [client, ranges] of ds.clients) {
      for (const { clock, len } of ranges) deleted.push({ client, clock, len });
    }
    const content = structs.filter((struct): struct is Struct => !(struct instanceof Skip));
    for (const struct of causalOrder(content)) {
      if (part.isFull(limits) || !part.fits(struct)) {
        yield part.encode([]);
        part = createPart();
      }
      part.add(struct);
    }
  }
  for (let from = 0; from < deleted.length || part.count > 0; from += limits.deletedRanges) {
    yield part.encode(deleted.slice(from, from + limits.deletedRanges));
    part = createPart();
  }
}

interface Part {
  /** Structs in it. */
  readonly count: number;
  isFull(limits: PartLimits): boolean;
  /** False where the part already holds a later clock of that client. */
  fits(struct: Struct): boolean;
  add(struct: Struct): void;
  encode(deleted: readonly Range[]): Uint8Array;
}

function createPart(): Part {
  const runs = new Map<number, Run>();
  let bytes = 0;
  let count = 0;
  return {
    get count() {
      return count;
    },
    isFull: (limits) => bytes >= limits.bytes || count >= limits.structs || runs.size >= limits.clients,
    fits: ({ id }) => (runs.get(id.client)?.end ?? 0) <= id.clock,
    add(struct) {
      const { client, clock } = struct.id;
      let run = runs.get(client);
      if (run === undefined) {
        run = { clock, structs: [], end: clock };
        runs.set(client, run);
      }
      if (run.end < clock) run.structs.push(Buffer.concat([Uint8Array.of(SKIP), uintBytes(clock - run.end)]));
      // Nothing that version 1 writes depends on what was written before.
      const encoder = new UpdateEncoderV1();
      struct.write(encoder, 0);
      const written = encoder.toUint8Array();
      run.structs.push(written);
      run.end = clock + struct.length;
      bytes += written.length;
      count += 1;
    },
    encode(deleted) {
      const pieces = [uintBytes(runs.size)];
      // Yjs writes the higher client ids first.
      for (const [client, run] of [...runs].sort(([a], [b]) => b - a)) {
        pieces.push(uintBytes(run.structs.length), uintBytes(client), uintBytes(run.clock));
        for (const struct of run.structs) pieces.push(struct);
      }
      const perClient = new Map<number, Range[]>();
      for (const range of deleted) {
        const ranges = perClient.get(range.client);
        if (ranges === undefined) perClient.set(range.client, [range]);
        else ranges.push(range);
      }
      pieces.push(uintBytes(perClient.size));
      for (const [client, ranges] of perClient) {
        pieces.push(uintBytes(client), uintBytes(ranges.length));
        for (const { clock, len } of ranges) pieces.push(uintBytes(clock), uintBytes(len));
      }
      return Buffer.concat(pieces);
    },
  };
}
