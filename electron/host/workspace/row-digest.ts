import { createHash, hash } from 'node:crypto';

/** What a column can hold. */
export type ColumnValue = string | number | Uint8Array | null;

const IN_ONE_CALL = 16_384;

/**
 * SHA-256 over a table's name and the columns of one row. SQLite has no checksums of its own, so every row carries
 * this one. Each value goes in with its type and length, so that no two different rows give the same bytes.
 */
export function rowDigest(table: string, columns: readonly ColumnValue[]): Buffer {
  const parts: Uint8Array[] = [];
  let length = 0;
  let text = '';
  const add = (bytes: Uint8Array): void => {
    parts.push(bytes);
    length += bytes.length;
  };
  for (const value of [table, ...columns]) {
    if (value === null) text += 'null;';
    else if (typeof value === 'number') text += `integer ${String(value)};`;
    else if (typeof value === 'string') text += `text ${String(Buffer.byteLength(value, 'utf8'))};${value}`;
    else {
      add(Buffer.from(`${text}blob ${String(value.length)};`, 'utf8'));
      add(value);
      text = '';
    }
  }
  if (text !== '') add(Buffer.from(text, 'utf8'));
  // One call for a small row, as most are, is several times as fast; a large one is not copied for it.
  if (length <= IN_ONE_CALL) return hash('sha256', Buffer.concat(parts, length), 'buffer');
  const running = createHash('sha256');
  for (const part of parts) running.update(part);
  return running.digest();
}
