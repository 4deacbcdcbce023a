import { createHash } from 'node:crypto';
import type { FrozenEdition } from '../../../shared/editions/edition.ts';
import { canonicalJson } from '../../../shared/editions/canonical-json.ts';
import { parseEdition } from '../../../shared/editions/parse-edition.ts';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { sha256, SHA256_PATTERN, type Sha256 } from '../../../shared/ids/ids.ts';
import { attempt } from './attempt.ts';
import { rowDigest } from './row-digest.ts';
import { countOne, proveComplete } from './tally.ts';
import type { WorkspaceDatabase } from './workspace-database.ts';

/** An edition without its content. */
export interface EditionSummary {
  readonly label: string;
  readonly title: string;
  readonly frozenAt: string;
  readonly hash: Sha256;
}

/** Frozen editions; rows never change (triggers). */
export interface EditionStore {
  list(): readonly EditionSummary[];
  /** Reads an edition and checks it against its hash; `edition-unknown` or `edition-changed`. */
  get(label: string): Result<FrozenEdition>;
  /** Its canonical JSON, byte for byte as it was hashed. */
  canonicalBytes(label: string): Result<Uint8Array>;
  /** `edition-exists` where the label is taken. */
  insert(edition: FrozenEdition): Result<void>;
}

const TABLE = 'editions';

/** Stores frozen editions. `onInserted` is told of each, in its transaction. */
export function createEditionStore(
  database: WorkspaceDatabase,
  onInserted: (label: string) => void,
): EditionStore {
  const summaries = (): readonly EditionSummary[] => {
    const sql =
      'SELECT position, label, title, frozen_at, hash, sha256 FROM editions NOT INDEXED ORDER BY position';
    const rows = database.all(TABLE, sql);
    proveComplete(
      database,
      TABLE,
      rows.map((row) => row.integer('position')),
    );
    return rows.map((row, index) => {
      const [label, title, frozenAt, hash] = [
        row.text('label'),
        row.text('title'),
        row.text('frozen_at'),
        row.text('hash'),
      ];
      row.prove(TABLE, [index + 1, label, title, frozenAt, hash]);
      if (!SHA256_PATTERN.test(hash)) throw database.damaged(`editions: ${label}`);
      return { label, title, frozenAt, hash: sha256(hash) };
    });
  };

  const bytesOf = (label: string): Result<{ readonly bytes: Buffer; readonly hash: Sha256 }> => {
    const all = summaries();
    const position = all.findIndex((edition) => edition.label === label) + 1;
    const summary = all[position - 1];
    if (summary === undefined) {
      return fail(appError('edition-unknown', { label, known: all.map((edition) => edition.label) }));
    }
    const place = `editions: ${label}`;
    const row = database.get(place, 'SELECT content FROM editions WHERE position = ?', position);
    if (row === undefined) throw database.damaged(place);
    const bytes = row.blob('content');
    const found = createHash('sha256').update(bytes).digest('hex');
    if (found !== summary.hash) {
      return fail(appError('edition-changed', { label, expected: summary.hash, found }));
    }
    return ok({ bytes, hash: summary.hash });
  };

  return {
    list: summaries,
    get: (label) =>
      attempt(() => {
        const stored = bytesOf(label);
        if (!stored.ok) return stored;
        return parseEdition(stored.value.bytes, label, stored.value.hash);
      }),
    canonicalBytes: (label) =>
      attempt(() => {
        const stored = bytesOf(label);
        return stored.ok ? ok(stored.value.bytes) : stored;
      }),
    insert: ({ content, hash }) =>
      attempt(() =>
        database.transaction(() => {
          const { label, title, frozenAt } = content;
          const bytes = Buffer.from(canonicalJson(content), 'utf8');
          if (createHash('sha256').update(bytes).digest('hex') !== hash) {
            throw new TypeError(`edition ${label}: the hash is not that of its canonical JSON`);
          }
          const existing = summaries();
          if (existing.some((edition) => edition.label === label)) {
            return fail(appError('edition-exists', { label }));
          }
          const position = existing.length + 1;
          database.run(
            `editions: ${label}`,
            `INSERT INTO editions (position, label, title, frozen_at, hash, content, sha256)
              VALUES (?, ?, ?, ?, ?, ?, ?)`,
            ...[position, label, title, frozenAt, hash],
            bytes,
            rowDigest(TABLE, [position, label, title, frozenAt, hash]),
          );
          countOne(database, TABLE);
          onInserted(label);
          return ok(undefined);
        }),
      ),
  };
}
