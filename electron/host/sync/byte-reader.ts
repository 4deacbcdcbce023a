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
  return new Reader(source);
}

/** A class, because one is made for each message and closures would be made anew with each. */
class Reader implements ByteReader {
  position = 0;
  private readonly source: Uint8Array;

  constructor(source: Uint8Array) {
    this.source = source;
  }

  get atEnd(): boolean {
    return this.position === this.source.length;
  }

  byte(): number {
    const value = this.source[this.position];
    if (value === undefined) throw new InvalidMessage('ends too early');
    this.position += 1;
    return value;
  }

  uint(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const next = this.byte();
      value += (next & 127) * factor;
      if (value > Number.MAX_SAFE_INTEGER) throw new InvalidMessage('an integer is too large');
      if (next < 128) return value;
      factor *= 128;
    }
  }

  take(length: number): Uint8Array {
    if (length > this.source.length - this.position) throw new InvalidMessage('ends too early');
    this.position += length;
    return this.source.subarray(this.position - length, this.position);
  }

  bytes(): Uint8Array {
    return this.take(this.uint());
  }
}
