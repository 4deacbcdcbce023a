import { createHash } from 'node:crypto';

/** What a column can hold. */
export type ColumnValue = string | number | Uint8Array | null;

/**
 * SHA-256 over a table's name and the columns of one row. SQLite has no checksums of its own, so every row carries
 * this one. Each value goes in with its type and length, so that no two different rows give the same bytes.
 */
export function rowDigest(table: string, columns: readonly ColumnValue[]): Buffer {
  const hash = createHash('sha256');
  for (const value of [table, ...columns]) {
    if (value === null) hash.update('null;');
    else if (typeof value === 'number') hash.update(`integer ${String(value)};`);
    else {
      const bytes = typeof value === 'string' ? Buffer.from(value, 'utf8') : value;
      hash.update(`${typeof value === 'string' ? 'text' : 'blob'} ${String(bytes.length)};`);
      hash.update(bytes);
    }
  }
  return hash.digest();
}
