import { InvalidMessage, MessageTooLarge, createByteReader } from './byte-reader.ts';
import { skipContent } from './skip-content.ts';

/** A run of clocks of one client, `end` excluded. */
export interface ClockRange {
  readonly client: number;
  readonly clock: number;
  readonly end: number;
}

/** What an update brings and builds on, found without building any of it. */
export interface UpdateScan {
  /** Structs. */
  readonly runs: readonly ClockRange[];
  /** The highest clock of each client that a struct refers to. */
  readonly needs: ReadonlyMap<number, number>;
  readonly deletes: readonly ClockRange[];
}

/** Yjs makes client ids of 32 bits, and no document has so many characters by one client. */
const MAX_CLIENT = 0xffff_ffff;
const MAX_CLOCK = 2 ** 40;

/**
 * Walks through a Yjs update (version 1) as `Y.applyUpdate` would, and refuses what that would only notice halfway,
 * or never: truncated deletions, ranges of length 0, clients that come twice, references to oneself, subdocuments,
 * values nested too deeply, absurd clocks and counts. Throws `InvalidMessage` or `MessageTooLarge`.
 * Format: yjs `src/utils/encoding.js`, `readClientsStructRefs` and `readDeleteSet`.
 */
export function scanUpdate(update: Uint8Array, maxStructs: number): UpdateScan {
  const reader = createByteReader(update);
  const runs: ClockRange[] = [];
  const needs = new Map<number, number>();
  let left = maxStructs;
  const count = (amount: number): number => {
    left -= amount;
    if (left < 0) throw new MessageTooLarge('too many structs');
    return amount;
  };
  const need = (own: number, ownClock: number): void => {
    const client = clientOf(reader.uint());
    const clock = reader.uint();
    if (client === own) {
      // Yjs trusts that a client builds on what it made before.
      if (clock >= ownClock) throw new InvalidMessage('a struct refers to itself or a later one');
      return;
    }
    const known = needs.get(client);
    if (known === undefined || known < clock) needs.set(client, clock);
  };

  const seen = new Set<number>();
  for (let clients = count(reader.uint()); clients > 0; clients -= 1) {
    let structs = count(reader.uint());
    const client = clientOf(reader.uint());
    if (seen.has(client)) throw new InvalidMessage('a client comes twice');
    seen.add(client);
    let clock = reader.uint();
    let start = clock;
    for (; structs > 0; structs -= 1) {
      const info = reader.byte();
      const kind = info & 31;
      if (info === 10) {
        if (clock > start) runs.push({ client, clock: start, end: clock });
        clock = advance(clock, reader.uint());
        start = clock;
        continue;
      }
      if (kind === 0) {
        clock = advance(clock, reader.uint());
        continue;
      }
      if ((info & 128) !== 0) need(client, clock);
      if ((info & 64) !== 0) need(client, clock);
      if ((info & 192) === 0) {
        if (reader.uint() === 1) reader.bytes();
        else need(client, clock);
        if ((info & 32) !== 0) reader.bytes();
      }
      clock = advance(clock, skipContent(reader, kind));
    }
    if (clock > start) runs.push({ client, clock: start, end: clock });
  }

  const deletes: ClockRange[] = [];
  for (let clients = count(reader.uint()); clients > 0; clients -= 1) {
    const client = clientOf(reader.uint());
    for (let ranges = count(reader.uint()); ranges > 0; ranges -= 1) {
      const clock = reader.uint();
      deletes.push({ client, clock, end: advance(clock, reader.uint()) });
    }
  }
  if (!reader.atEnd) throw new InvalidMessage('goes on after its end');
  return { runs, needs, deletes };
}

function clientOf(value: number): number {
  if (value > MAX_CLIENT) throw new InvalidMessage('no client id');
  return value;
}

function advance(clock: number, length: number): number {
  if (length === 0) throw new InvalidMessage('a struct or range of length 0');
  if (clock + length > MAX_CLOCK) throw new InvalidMessage('an absurd clock');
  return clock + length;
}
