import { InvalidMessage, createByteReader } from './byte-reader.ts';
import { messageType, syncStep } from './message-types.ts';
import { binaryFrame } from './socket-frame.ts';

const PERMISSION_DENIED = 0;

/** What a client may say. Bytes are views of the message. */
export type ClientMessage =
  | { readonly kind: 'step-1'; readonly stateVector: Uint8Array }
  /** `step2` says that it answers the host's step 1, so that nothing is missing before it. */
  | { readonly kind: 'update'; readonly update: Uint8Array; readonly step2: boolean }
  | { readonly kind: 'awareness'; readonly states: Uint8Array }
  | { readonly kind: 'query-awareness' }
  | { readonly kind: 'durable' };

/** Takes a message apart. Throws `InvalidMessage` where it is none, or goes on after its end. */
export function readClientMessage(message: Uint8Array): ClientMessage {
  const reader = createByteReader(message);
  const read = (): ClientMessage => {
    switch (reader.uint()) {
      case messageType.sync:
        switch (reader.uint()) {
          case syncStep.step1:
            return { kind: 'step-1', stateVector: reader.bytes() };
          case syncStep.step2:
            return { kind: 'update', update: reader.bytes(), step2: true };
          case syncStep.update:
            return { kind: 'update', update: reader.bytes(), step2: false };
          default:
            throw new InvalidMessage('an unknown sync message');
        }
      case messageType.awareness:
        return { kind: 'awareness', states: reader.bytes() };
      case messageType.queryAwareness:
        return { kind: 'query-awareness' };
      case messageType.durable:
        return { kind: 'durable' };
      default:
        throw new InvalidMessage('an unknown message type');
    }
  };
  const result = read();
  if (!reader.atEnd) throw new InvalidMessage('goes on after its end');
  return result;
}

/** Refuses what is no state vector, or one of absurdly many clients. */
export function proveStateVector(stateVector: Uint8Array, maxClients: number): void {
  const reader = createByteReader(stateVector);
  const clients = reader.uint();
  if (clients > maxClients) throw new InvalidMessage('a state vector of too many clients');
  for (let left = clients; left > 0; left -= 1) {
    reader.uint();
    reader.uint();
  }
  if (!reader.atEnd) throw new InvalidMessage('goes on after its end');
}

export function step1Frame(stateVector: Uint8Array): Buffer {
  return binaryFrame([
    Uint8Array.of(messageType.sync, syncStep.step1),
    uintBytes(stateVector.length),
    stateVector,
  ]);
}

export function step2Frame(update: Uint8Array): Buffer {
  return binaryFrame([Uint8Array.of(messageType.sync, syncStep.step2), uintBytes(update.length), update]);
}

export function updateFrame(update: Uint8Array): Buffer {
  return binaryFrame([Uint8Array.of(messageType.sync, syncStep.update), uintBytes(update.length), update]);
}

/** `states` is the body that `Awareness` reads: count, then client id, clock and JSON of each. */
export function awarenessFrame(states: Uint8Array): Buffer {
  return binaryFrame([Uint8Array.of(messageType.awareness), uintBytes(states.length), states]);
}

export function permissionDeniedFrame(reason: string): Buffer {
  const bytes = Buffer.from(reason, 'utf8');
  return binaryFrame([Uint8Array.of(messageType.auth, PERMISSION_DENIED), uintBytes(bytes.length), bytes]);
}

/**
 * Says what is on disk: the first `messages` sync messages with changes (step 2 and update) that this connection has
 * sent, which covers deletions too, and everything up to `stateVector`. The state vector is whole in the answer to
 * the question and holds only what has changed after that: take the maximum of what was told.
 */
export function durableFrame(messages: number, stateVector: Uint8Array): Buffer {
  return binaryFrame([
    Uint8Array.of(messageType.durable),
    uintBytes(messages),
    uintBytes(stateVector.length),
    stateVector,
  ]);
}

/** An unsigned integer as lib0 writes it. */
export function uintBytes(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
  return Uint8Array.from(bytes);
}

/** A state vector as Yjs writes it. */
export function encodeClocks(clocks: ReadonlyMap<number, number>): Uint8Array {
  const parts = [uintBytes(clocks.size)];
  for (const [client, clock] of clocks) parts.push(uintBytes(client), uintBytes(clock));
  return Buffer.concat(parts);
}
