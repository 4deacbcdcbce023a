import { isUtf8 } from 'node:buffer';
import { InvalidMessage, MessageTooLarge, type ByteReader } from './byte-reader.ts';

/** Deeper values would overflow the stack of whoever writes them out again. */
const MAX_DEPTH = 64;

/** The shared types with a name of their own: `XmlElement` and `XmlHook`. */
const NAMED_TYPES: readonly number[] = [3, 5];
const LAST_TYPE = 6;

const BRACKET_OPEN = 0x5b;
const BRACKET_CLOSE = 0x5d;
const BRACE_OPEN = 0x7b;
const BRACE_CLOSE = 0x7d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Shorter texts are looked through here; for longer ones the call of `isUtf8` pays. */
const SHORT = 32;
/** How Yjs before 13 wrote down a missing value among JSON. */
const UNDEFINED = 'undefined';

/**
 * Moves past the content of one item and returns its length in clocks. `kind` is the content's number in Yjs
 * (`contentRefs` in `src/structs/Item.js`). Whatever Yjs will decode is proven here, because it stumbles over broken
 * UTF-8 and JSON only while it applies. Throws `InvalidMessage` or `MessageTooLarge`.
 */
export function skipContent(reader: ByteReader, kind: number): number {
  switch (kind) {
    case 1: // deleted
      return reader.uint();
    case 2: {
      // JSON values, in the form of Yjs before 13
      const values = reader.uint();
      for (let left = values; left > 0; left -= 1) proveJson(reader.bytes(), UNDEFINED);
      return values;
    }
    case 3: // binary
      reader.bytes();
      return 1;
    case 4: // text
      return utf16Length(skipText(reader));
    case 5: // embed
      proveJson(reader.bytes());
      return 1;
    case 6: // format: key and value
      skipText(reader);
      proveJson(reader.bytes());
      return 1;
    case 7: {
      const type = reader.uint();
      if (type > LAST_TYPE) throw new InvalidMessage('an unknown shared type');
      if (NAMED_TYPES.includes(type)) skipText(reader);
      return 1;
    }
    case 8: {
      const values = reader.uint();
      for (let left = values; left > 0; left -= 1) skipAny(reader, 0);
      return values;
    }
    default:
      throw new InvalidMessage(kind === 9 ? 'a subdocument' : 'an unknown content');
  }
}

/** Moves past a value in lib0's `any` encoding. */
function skipAny(reader: ByteReader, depth: number): void {
  if (depth > MAX_DEPTH) throw new MessageTooLarge('a value is nested too deeply');
  const type = reader.byte();
  switch (type) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return;
    case 125: // integer, with its sign; unsigned it may be no longer than Yjs takes it
      reader.uint();
      return;
    case 124: // float32
      reader.take(4);
      return;
    case 123: // float64
    case 122: // bigint
      reader.take(8);
      return;
    case 119: // string
      skipText(reader);
      return;
    case 116: // bytes
      reader.bytes();
      return;
    case 118: // object
      for (let left = reader.uint(); left > 0; left -= 1) {
        skipText(reader);
        skipAny(reader, depth + 1);
      }
      return;
    case 117: // array
      for (let left = reader.uint(); left > 0; left -= 1) skipAny(reader, depth + 1);
      return;
    default:
      throw new InvalidMessage('an unknown value');
  }
}

/** Moves past a text and hands out its bytes. Throws `InvalidMessage` where they are no UTF-8. */
export function skipText(reader: ByteReader): Uint8Array {
  const bytes = reader.bytes();
  if (!isText(bytes)) throw new InvalidMessage('a text is no UTF-8');
  return bytes;
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.length > SHORT) return isUtf8(bytes);
  for (const byte of bytes) if (byte >= 0x80) return isUtf8(bytes);
  return true;
}

/** The length in UTF-16 units of bytes that are UTF-8. */
function utf16Length(bytes: Uint8Array): number {
  let length = 0;
  for (const byte of bytes) {
    if ((byte & 0xc0) !== 0x80) length += byte >= 0xf0 ? 2 : 1;
  }
  return length;
}

/** Refuses what is no JSON, and JSON that is nested too deeply. */
function proveJson(bytes: Uint8Array, otherwise?: string): void {
  proveShallow(bytes);
  if (!isText(bytes)) throw new InvalidMessage('a text is no UTF-8');
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  if (text === otherwise) return;
  try {
    JSON.parse(text);
  } catch {
    throw new InvalidMessage('a value is no JSON');
  }
}

/** Refuses what is nested too deeply to be parsed; it need not be JSON. */
export function proveShallow(json: Uint8Array): void {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < json.length; index += 1) {
    const byte = json[index];
    if (byte === QUOTE) inString = !inString;
    else if (inString) {
      if (byte === BACKSLASH) index += 1;
    } else if (byte === BRACKET_OPEN || byte === BRACE_OPEN) {
      depth += 1;
      if (depth > MAX_DEPTH) throw new MessageTooLarge('a value is nested too deeply');
    } else if (byte === BRACKET_CLOSE || byte === BRACE_CLOSE) depth -= 1;
  }
}
