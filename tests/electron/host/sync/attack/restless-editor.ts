import { applyUpdate, Doc, encodeStateAsUpdate, type Text } from 'yjs';
import { connectOfficial, type OfficialClient } from '../official-client.ts';
import { connectRaw, isDurable, message, update, type RawClient } from '../raw-client.ts';

/** Whole numbers from 0 to below a bound, the same for the same seed. */
export type Dice = (below: number) => number;

/**
 * Somebody with the official provider. Is it sent away for good, it drops its document and comes back with a new
 * one, as the product's window does.
 */
export interface RestlessEditor {
  readonly client: OfficialClient;
  /** How often it had to drop its document. */
  readonly dropped: number;
  edit(dice: Dice): void;
  destroy(): void;
}

/** Everything that the host has sent to it goes into `received`. */
export function createRestlessEditor(url: string, token: string, received: Doc): RestlessEditor {
  let dropped = 0;
  let edits = 0;
  let isGone = false;
  const begin = (): OfficialClient => {
    const client = connectOfficial(url, 'text', token);
    client.provider.maxBackoffTime = 5;
    client.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin === client.provider) applyUpdate(received, bytes);
    });
    void client.ended().then(() => {
      if (isGone || client !== current) return;
      dropped += 1;
      client.destroy();
      current = begin();
    });
    return client;
  };
  let current = begin();
  return {
    get client() {
      return current;
    },
    get dropped() {
      return dropped;
    },
    edit(dice) {
      edits += 1;
      scribble(current.doc.getText('t'), dice, `${token}${String(edits)}.`);
    },
    destroy() {
      isGone = true;
      current.destroy();
    },
  };
}

/** Inserts a word somewhere, or takes a few letters out. */
function scribble(text: Text, dice: Dice, word: string): void {
  if (dice(4) === 0 && text.length > 8) text.delete(dice(text.length - 4), 1 + dice(4));
  else text.insert(dice(text.length + 1), word);
}

/** Somebody who writes by a bare socket and keeps what the host has confirmed as durable. */
export interface Auditor {
  write(dice: Dice): void;
  /** A document of exactly what was confirmed. */
  confirmed(): Doc;
  destroy(): void;
}

export async function createAuditor(url: string, token: string): Promise<Auditor> {
  const raw: RawClient = await connectRaw(url, 'text', token);
  const doc = new Doc();
  const sent: Uint8Array[] = [];
  doc.on('update', (bytes: Uint8Array) => {
    sent.push(bytes);
    raw.send(update(bytes));
  });
  if (raw.socket.readyState === raw.socket.OPEN) raw.send(message(100));
  return {
    write: (dice) => scribble(doc.getText('t'), dice, 'audit.'),
    confirmed() {
      const known = new Doc();
      const last = raw.messages.findLast(isDurable);
      for (const bytes of sent.slice(0, countIn(last))) applyUpdate(known, bytes);
      return known;
    },
    destroy() {
      raw.destroy();
      doc.destroy();
    },
  };
}

/** How many messages a durable message confirms. */
function countIn(received: Uint8Array | undefined): number {
  let count = 0;
  let factor = 1;
  for (const byte of received?.subarray(1) ?? []) {
    count += (byte & 127) * factor;
    if (byte < 128) break;
    factor *= 128;
  }
  return count;
}

/** Whether `whole` has everything that `part` has, deletions included. Changes neither. */
export function contains(whole: Doc, part: Doc): boolean {
  const copy = new Doc();
  applyUpdate(copy, encodeStateAsUpdate(whole));
  const before = encodeStateAsUpdate(copy);
  applyUpdate(copy, encodeStateAsUpdate(part));
  const { pendingStructs, pendingDs } = copy.store;
  return (
    Buffer.from(before).equals(encodeStateAsUpdate(copy)) && pendingStructs === null && pendingDs === null
  );
}
