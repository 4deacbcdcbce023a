/** What was sent is no message of the protocol or no Yjs update. The text says why, never what was in it. */
export class InvalidMessage extends Error {}

/** A message that is well formed but more than the host takes. */
export class MessageTooLarge extends Error {}

/** Reads lib0's encodings from foreign bytes without building anything. Every method throws `InvalidMessage` at the end. */
export interface ByteReader {
  readonly position: number;
  readonly atEnd: boolean;
  byte(): number;
  /** An unsigned integer of at most 53 bits. */
  uint(): number;
  /** Moves on by that many bytes and hands them out as a view. */
  take(length: number): Uint8Array;
  /** Bytes with their length before them, as a view. */
  bytes(): Uint8Array;
}

export function createByteReader(source: Uint8Array): ByteReader {
  let position = 0;
  const end = source.length;
  const byte = (): number => {
    const value = source[position];
    if (value === undefined) throw new InvalidMessage('ends too early');
    position += 1;
    return value;
  };
  const uint = (): number => {
    let value = 0;
    let factor = 1;
    for (;;) {
      const next = byte();
      value += (next & 127) * factor;
      if (value > Number.MAX_SAFE_INTEGER) throw new InvalidMessage('an integer is too large');
      if (next < 128) return value;
      factor *= 128;
    }
  };
  const take = (length: number): Uint8Array => {
    if (length > end - position) throw new InvalidMessage('ends too early');
    position += length;
    return source.subarray(position - length, position);
  };
  return {
    get position() {
      return position;
    },
    get atEnd() {
      return position === end;
    },
    byte,
    uint,
    take,
    bytes: () => take(uint()),
  };
}
