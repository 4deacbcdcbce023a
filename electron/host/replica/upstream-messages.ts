import { InvalidMessage, createByteReader } from '../sync/byte-reader.ts';
import { messageType, syncStep } from '../sync/message-types.ts';
import { uintBytes } from '../sync/sync-messages.ts';

/** What a host says to its clients. Bytes are views of the message. */
export type UpstreamMessage =
  | { readonly kind: 'step-1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'step-2'; readonly update: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'denied' }
  | { readonly kind: 'durable'; readonly messages: number; readonly stateVector: Uint8Array }
  /** Presence, which a replica does not pass on. */
  | { readonly kind: 'ignored' };

/** Takes a message of a host apart. Throws `InvalidMessage`. */
export function readUpstreamMessage(message: Uint8Array): UpstreamMessage {
  const reader = createByteReader(message);
  switch (reader.uint()) {
    case messageType.sync:
      switch (reader.uint()) {
        case syncStep.step1:
          return { kind: 'step-1', stateVector: reader.bytes() };
        case syncStep.step2:
          return { kind: 'step-2', update: reader.bytes() };
        case syncStep.update:
          return { kind: 'update', update: reader.bytes() };
        default:
          throw new InvalidMessage('an unknown sync message');
      }
    case messageType.auth:
      return { kind: 'denied' };
    case messageType.durable:
      return { kind: 'durable', messages: reader.uint(), stateVector: reader.bytes() };
    case messageType.awareness:
      return { kind: 'ignored' };
    default:
      throw new InvalidMessage('an unknown message type');
  }
}

/** Asks for everything that is not covered by a state vector. */
export function step1Message(stateVector: Uint8Array): Uint8Array {
  return Buffer.concat([
    Uint8Array.of(messageType.sync, syncStep.step1),
    uintBytes(stateVector.length),
    stateVector,
  ]);
}

/** `answers` says that nothing is missing before it, because it answers the host's step 1. */
export function changesMessage(update: Uint8Array, answers: boolean): Uint8Array {
  return Buffer.concat([
    Uint8Array.of(messageType.sync, answers ? syncStep.step2 : syncStep.update),
    uintBytes(update.length),
    update,
  ]);
}

/** Asks the host to say what is on its disk. */
export const askDurableMessage: Uint8Array = Uint8Array.of(messageType.durable);
