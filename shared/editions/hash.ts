import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { sha256, type Sha256 } from '../ids/ids.ts';
import { canonicalJson } from './canonical-json.ts';
import type { EditionContent } from './edition.ts';

export function hashOfBytes(bytes: Uint8Array): Sha256 {
  return sha256(bytesToHex(digest(bytes)));
}

/** The bytes an edition is proved by: its canonical JSON in UTF-8, without a final line break. */
export function canonicalBytes(content: EditionContent): Uint8Array {
  return utf8ToBytes(canonicalJson(content));
}

export function hashOfEdition(content: EditionContent): Sha256 {
  return hashOfBytes(canonicalBytes(content));
}
