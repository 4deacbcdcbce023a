import { once } from 'node:events';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import { encodeStateVector, type Doc } from 'yjs';

/** A bare socket that says whatever a test wants, as an attacker would. */
export interface RawClient {
  readonly socket: WebSocket;
  /** Everything received, oldest first. */
  readonly messages: readonly Uint8Array[];
  send(bytes: Uint8Array): void;
  /** The first message that fits, among those received and those to come. */
  next(fits: (message: Uint8Array) => boolean): Promise<Uint8Array>;
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  destroy(): void;
}

export async function connectRaw(
  url: string,
  room: string,
  protocols: string | readonly string[],
): Promise<RawClient> {
  const offered = typeof protocols === 'string' ? ['leitbild', protocols] : [...protocols];
  const socket = new WebSocket(`${url}/${room}`, offered);
  const messages: Uint8Array[] = [];
  let waiting: (() => void)[] = [];
  socket.on('message', (data: Buffer) => {
    messages.push(Uint8Array.from(data));
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  });
  const closed = once(socket, 'close').then(([code, reason]: unknown[]) => ({
    code: Number(code),
    reason: String(reason),
  }));
  socket.on('error', () => undefined);
  await Promise.race([once(socket, 'open'), closed]);
  return {
    socket,
    messages,
    closed,
    send: (bytes) => socket.send(bytes),
    async next(fits) {
      for (;;) {
        const found = messages.find(fits);
        if (found !== undefined) return found;
        await new Promise<void>((resolve) => void waiting.push(resolve));
      }
    },
    destroy: () => socket.terminate(),
  };
}

/** What a message is made of; a number in brackets is one byte as it is, as the info of a struct is. */
export type MessagePart = number | readonly [byte: number] | Uint8Array | string;

/** A message of numbers and bytes, each as lib0 writes it. */
export function message(...parts: readonly MessagePart[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const part of parts) {
    if (typeof part === 'number') encoding.writeVarUint(encoder, part);
    else if (typeof part === 'string') encoding.writeVarString(encoder, part);
    else if (part instanceof Uint8Array) encoding.writeVarUint8Array(encoder, part);
    else encoding.writeUint8(encoder, part[0]);
  }
  return encoding.toUint8Array(encoder);
}

export const step1 = (doc: Doc): Uint8Array => message(0, 0, encodeStateVector(doc));
export const step2 = (update: Uint8Array): Uint8Array => message(0, 1, update);
export const update = (bytes: Uint8Array): Uint8Array => message(0, 2, bytes);

/** An awareness message that sets those states. */
export function awareness(...states: readonly (readonly [client: number, clock: number, state: unknown])[]) {
  const parts = states.flatMap(([client, clock, state]) => [client, clock, JSON.stringify(state)]);
  return message(1, message(states.length, ...parts));
}

/** The states in an awareness message. */
export function statesIn(received: Uint8Array): readonly (readonly [number, number, unknown])[] {
  const outer = decoding.createDecoder(received);
  decoding.readVarUint(outer);
  const inner = decoding.createDecoder(decoding.readVarUint8Array(outer));
  return Array.from({ length: decoding.readVarUint(inner) }, () => [
    decoding.readVarUint(inner),
    decoding.readVarUint(inner),
    JSON.parse(decoding.readVarString(inner)) as unknown,
  ]);
}

export const isStep1 = (received: Uint8Array): boolean => received[0] === 0 && received[1] === 0;
export const isStep2 = (received: Uint8Array): boolean => received[0] === 0 && received[1] === 1;
export const isUpdate = (received: Uint8Array): boolean => received[0] === 0 && received[1] === 2;
export const isDurable = (received: Uint8Array): boolean => received[0] === 100;

/** The bytes that a sync message carries. */
export function bodyOf(received: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(received);
  decoding.readVarUint(decoder);
  decoding.readVarUint(decoder);
  return decoding.readVarUint8Array(decoder);
}
