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

/**
 * Moves past the content of one item and returns its length in clocks. `kind` is the content's number in Yjs
 * (`contentRefs` in `src/structs/Item.js`). Throws `InvalidMessage` or `MessageTooLarge`.
 */
export function skipContent(reader: ByteReader, kind: number): number {
  switch (kind) {
    case 1: // deleted
      return reader.uint();
    case 2: {
      // JSON values, in the form of Yjs before 13
      const values = reader.uint();
      for (let left = values; left > 0; left -= 1) proveShallow(reader.bytes());
      return values;
    }
    case 3: // binary
      reader.bytes();
      return 1;
    case 4: // text
      return utf16Length(reader.bytes());
    case 5: // embed
      proveShallow(reader.bytes());
      return 1;
    case 6: // format: key and value
      reader.bytes();
      proveShallow(reader.bytes());
      return 1;
    case 7: {
      const type = reader.uint();
      if (type > LAST_TYPE) throw new InvalidMessage('an unknown shared type');
      if (NAMED_TYPES.includes(type)) reader.bytes();
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
    case 125: // integer
      while (reader.byte() >= 128);
      return;
    case 124: // float32
      reader.take(4);
      return;
    case 123: // float64
    case 122: // bigint
      reader.take(8);
      return;
    case 119: // string
    case 116: // bytes
      reader.bytes();
      return;
    case 118: // object
      for (let left = reader.uint(); left > 0; left -= 1) {
        reader.bytes();
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

/** The length in UTF-16 units of bytes that Yjs will decode as UTF-8 (and refuse where they are not). */
function utf16Length(bytes: Uint8Array): number {
  let length = 0;
  for (const byte of bytes) {
    if ((byte & 0xc0) !== 0x80) length += byte >= 0xf0 ? 2 : 1;
  }
  return length;
}

/** Refuses JSON that is nested too deeply. Whether it is JSON at all, Yjs finds out before it changes anything. */
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
