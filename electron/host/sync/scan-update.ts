import { InvalidMessage, MessageTooLarge, createByteReader } from './byte-reader.ts';
import { skipContent, skipText } from './skip-content.ts';

/** A run of clocks of one client, `end` excluded. */
export interface ClockRange {
  readonly client: number;
  readonly clock: number;
  readonly end: number;
}

/** The struct of a client at a clock builds on that of another client at another clock. */
export interface Wait {
  readonly client: number;
  readonly clock: number;
  readonly onClient: number;
  readonly onClock: number;
}

/**
 * Where a struct stands: below the root (`null`), below the shared type that another struct is (`isParent`), or beside
 * another struct, in the same parent.
 */
export interface Placement {
  readonly client: number;
  readonly clock: number;
  readonly at: { readonly client: number; readonly clock: number; readonly isParent: boolean } | null;
}

/** What an update brings and builds on, found without building any of it. */
export interface UpdateScan {
  /** Structs. */
  readonly runs: readonly ClockRange[];
  /** In the order of the clients and their clocks, without those that an earlier one of the same client implies. */
  readonly waits: readonly Wait[];
  readonly deletes: readonly ClockRange[];
  /** About how many structs and ranges there are. */
  readonly size: number;
  /** All structs in the order of clients and clocks where shared types are among them, else none. */
  readonly placements: readonly Placement[];
}

/** Yjs makes client ids of 32 bits, and no document has so many characters by one client. */
const MAX_CLIENT = 0xffff_ffff;
const MAX_CLOCK = 2 ** 40;
/** The number of a shared type among the contents. */
const TYPE = 7;

/**
 * Walks through a Yjs update (version 1) as `Y.applyUpdate` would, and refuses what that would only notice halfway,
 * or never: truncated deletions, ranges of length 0, clients that come twice, references to oneself, subdocuments,
 * broken UTF-8 and JSON, values nested too deeply, absurd clocks and counts. Throws `InvalidMessage` or `MessageTooLarge`.
 * Format: yjs `src/utils/encoding.js`, `readClientsStructRefs` and `readDeleteSet`.
 */
export function scanUpdate(update: Uint8Array, maxStructs: number): UpdateScan {
  const reader = createByteReader(update);
  const runs: ClockRange[] = [];
  const waits: Wait[] = [];
  /** The highest clock of each other client that the client being read has referred to. */
  let highest = new Map<number, number>();
  const placements: Placement[] = [];
  let hasTypes = false;
  let left = maxStructs;
  const count = (amount: number): number => {
    left -= amount;
    if (left < 0) throw new MessageTooLarge('too many structs');
    return amount;
  };
  const need = (client: number, clock: number, isParent: boolean): NonNullable<Placement['at']> => {
    const onClient = clientOf(reader.uint());
    const onClock = reader.uint();
    const at = { client: onClient, clock: onClock, isParent };
    if (onClient === client) {
      // Yjs trusts that a client builds on what it made before.
      if (onClock >= clock) throw new InvalidMessage('a struct refers to itself or a later one');
      return at;
    }
    const before = highest.get(onClient);
    if (before !== undefined && before >= onClock) return at;
    highest.set(onClient, onClock);
    waits.push({ client, clock, onClient, onClock });
    return at;
  };

  const seen = new Set<number>();
  for (let clients = count(reader.uint()); clients > 0; clients -= 1) {
    let structs = count(reader.uint());
    const client = clientOf(reader.uint());
    if (seen.has(client)) throw new InvalidMessage('a client comes twice');
    seen.add(client);
    if (highest.size > 0) highest = new Map();
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
      let at: Placement['at'] = null;
      if ((info & 128) !== 0) at = need(client, clock, false);
      if ((info & 64) !== 0) {
        const right = need(client, clock, false);
        at ??= right;
      }
      if ((info & 192) === 0) {
        if (reader.uint() === 1) skipText(reader);
        else at = need(client, clock, true);
        if ((info & 32) !== 0) skipText(reader);
      }
      hasTypes ||= kind === TYPE;
      placements.push({ client, clock, at });
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
  return { runs, waits, deletes, size: maxStructs - left, placements: hasTypes ? placements : [] };
}

/** Proves that a number may be the id of a Yjs client. Throws `InvalidMessage`. */
export function clientOf(value: number): number {
  if (value > MAX_CLIENT) throw new InvalidMessage('no client id');
  return value;
}

function advance(clock: number, length: number): number {
  if (length === 0) throw new InvalidMessage('a struct or range of length 0');
  if (clock + length > MAX_CLOCK) throw new InvalidMessage('an absurd clock');
  return clock + length;
}
