import { clearImmediate, setImmediate } from 'node:timers';
import { encodeStateAsUpdate, type Doc } from 'yjs';
import { createTokenBucket } from '../sync/token-bucket.ts';
import type { ReplicaTimers } from './replica-timers.ts';
import { partsOf } from './update-parts.ts';
import { changesMessage } from './upstream-messages.ts';

/**
 * Brings the changes of one room to the other host: in order, one message at a time, the next when the last is on
 * that host's disk. What comes meanwhile goes together. Nothing is sent that is not on our own disk.
 */
export interface Uplink {
  /** Whether something is on its way or waits for it. */
  readonly isBusy: boolean;
  /** Whether a message was sent of which it is not known that it was taken. */
  readonly hasUnconfirmed: boolean;
  /** Notes a change of the live document, not stored yet. */
  note(update: Uint8Array): void;
  /** All that was noted is stored. */
  stored(): void;
  /** Forgets what was noted and not stored. */
  forget(): void;
  /** Forgets what was noted, and sends what a document has beyond what the other host has. */
  catchUp(doc: Doc, stateVector: Uint8Array): void;
  /** The other host has stored that many of the messages that were sent. */
  confirmed(messages: number): void;
  close(): void;
}

/** Less than what a host takes from one connection (`sync-limits.ts`), so that it never has to refuse. */
const BYTES = { perSecond: 3 << 20, burst: 48 << 20 };
const MESSAGES = { perSecond: 200, burst: 2000 };
const LOOK_AGAIN = 20;
/** An update without content: says that we have nothing more. */
const NOTHING = Uint8Array.of(0, 0);

export function createUplink(deps: {
  readonly send: (message: Uint8Array) => void;
  /** Asked before each message. */
  readonly mayWrite: () => boolean;
  /** There is something to send that may not be sent; nothing is until `catchUp`. */
  readonly onRefused: () => void;
  /** Nothing is left to send or to be confirmed. */
  readonly onIdle: () => void;
  readonly timers: ReplicaTimers;
}): Uplink {
  const { timers } = deps;
  const bytes = createTokenBucket(BYTES.perSecond, BYTES.burst, timers.now());
  const messages = createTokenBucket(MESSAGES.perSecond, MESSAGES.burst, timers.now());
  let parts: Generator<Uint8Array, void> | null = null;
  let answers = false;
  let held: Uint8Array | null = null;
  let noted: Uint8Array[] = [];
  let ready = 0;
  let sent = 0;
  let done = 0;
  let closed = false;
  /** Something was held back, and all that follows builds on it. */
  let refused = false;
  let soon: NodeJS.Immediate | undefined;
  let stopTimer: (() => void) | null = null;

  const nextPart = (): Uint8Array | null => {
    for (;;) {
      const next = held ?? parts?.next().value;
      held = null;
      if (next !== undefined) return next;
      parts = null;
      answers = false;
      if (ready === 0) return null;
      parts = partsOf(noted.splice(0, ready));
      ready = 0;
    }
  };

  const pump = (): void => {
    if (closed || refused || sent > done || soon !== undefined || stopTimer !== null) return;
    const part = nextPart();
    if (part === null) {
      if (noted.length === 0) deps.onIdle();
      return;
    }
    if (!deps.mayWrite() && part !== NOTHING) {
      refused = true;
      deps.onRefused();
      return;
    }
    const now = timers.now();
    // A part is smaller than the burst, so that it can be sent in the end.
    if (!bytes.take(part.length, now) || !messages.take(1, now)) {
      held = part;
      stopTimer = timers.after(LOOK_AGAIN, () => {
        stopTimer = null;
        pump();
      });
      return;
    }
    sent += 1;
    deps.send(changesMessage(part, answers));
  };

  const forget = (): void => {
    noted = [];
    ready = 0;
    clearImmediate(soon);
    soon = undefined;
  };

  return {
    get isBusy() {
      return sent > done || parts !== null || held !== null || noted.length > 0 || soon !== undefined;
    },
    get hasUnconfirmed() {
      return sent > done;
    },
    note: (update) => void noted.push(update),
    stored() {
      ready = noted.length;
      pump();
    },
    forget,
    catchUp(doc, stateVector) {
      const difference = encodeStateAsUpdate(doc, stateVector);
      forget();
      held = null;
      refused = false;
      // What is in memory is on disk when the commits of this turn are through, which were scheduled before.
      soon = setImmediate(() => {
        soon = undefined;
        // The other host confirms nothing that followed a gap until its question is answered.
        done = sent;
        parts = withAtLeastOne(partsOf([difference]));
        answers = true;
        pump();
      });
    },
    confirmed(count) {
      done = Math.max(done, count);
      pump();
    },
    close() {
      closed = true;
      clearImmediate(soon);
      stopTimer?.();
    },
  };
}

/** The other host's question wants an answer, even if there is nothing to say. */
function* withAtLeastOne(parts: Iterable<Uint8Array>): Generator<Uint8Array, void> {
  let some = false;
  for (const part of parts) {
    some = true;
    yield part;
  }
  if (!some) yield NOTHING;
}
