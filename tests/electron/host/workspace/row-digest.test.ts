import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rowDigest, type ColumnValue } from '../../../../electron/host/workspace/row-digest.ts';

/** The definition, value by value. */
function defined(table: string, columns: readonly ColumnValue[]): string {
  const hash = createHash('sha256');
  for (const value of [table, ...columns]) {
    if (value === null) hash.update('null;');
    else if (typeof value === 'number') hash.update(`integer ${String(value)};`);
    else {
      const bytes = Buffer.from(value);
      hash.update(`${typeof value === 'string' ? 'text' : 'blob'} ${String(bytes.length)};`).update(bytes);
    }
  }
  return hash.digest('hex');
}

it('WSP10: the digest of a row is that of its definition, small or large, text broken or not', () => {
  const column = fc.oneof(
    fc.constant(null),
    fc.maxSafeInteger(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\ud800', 'ä\udc00', ''),
    fc.uint8Array({ maxLength: 100 }),
    fc.nat(40_000).map((length) => new Uint8Array(length).fill(length)),
  );
  fc.assert(
    fc.property(fc.string(), fc.array(column, { maxLength: 6 }), (table, columns) => {
      expect(rowDigest(table, columns).toString('hex')).toBe(defined(table, columns));
    }),
    { numRuns: 40 },
  );
});
