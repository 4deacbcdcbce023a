import {
  ID_PATTERN,
  institutionId,
  invitationId,
  roundId,
  SHA256_PATTERN,
  sha256,
  type InstitutionId,
  type InvitationId,
  type RoundId,
  type Sha256,
} from '../../../shared/ids/ids.ts';
import type { PublicKey, SecretKey } from '../../../shared/packages/envelope.ts';
import { KEY_PATTERN } from '../../../shared/packages/key-pattern.ts';
import { rowDigest, type ColumnValue } from './row-digest.ts';
import { countOne, proveComplete } from './tally.ts';
import type { Row, WorkspaceDatabase } from './workspace-database.ts';

/** A round package that went out. */
export interface SentPackage {
  /** SHA-256 of the package, which its answer names. */
  readonly hash: Sha256;
  readonly round: RoundId;
  readonly institution: InstitutionId;
  /** As whom the institution speaks in it. */
  readonly invitation: InvitationId;
  /** What its answer is signed with. */
  readonly key: PublicKey;
  /** ISO 8601, UTC, to the second. */
  readonly at: string;
}

/** What a file knows of packages; rows never change (triggers). All throws `AppFailure` where the file fails. */
export interface PackageStore {
  /** In the order in which they went out. */
  sent(): readonly SentPackage[];
  /** Notes packages that go out, all or none. Throws a `RangeError` where one is noted already. */
  noteSent(packages: readonly SentPackage[]): void;
  /** The key by which this Leitbild signs; null where it never needed one. */
  fileKey(): SecretKey | null;
  /** Keeps the key by which this Leitbild signs from now on. Throws a `RangeError` where it has one. */
  keepFileKey(key: SecretKey): void;
  /** The round package from which this file was made, as it came; null in every other file. */
  openedFrom(): string | null;
  /** Throws a `RangeError` where the file was made from one already. */
  keepOpened(text: string): void;
}

const SENT = 'sent_packages';
const KEYS = 'file_keys';
const OPENED = 'opened_packages';

/** Stores what went out and came in by mail. */
export function createPackageStore(database: WorkspaceDatabase): PackageStore {
  const rowsOf = (table: string): readonly Row[] => {
    const rows = database.all(table, `SELECT * FROM ${table} NOT INDEXED ORDER BY position`);
    const positions = rows.map((row) => row.integer('position'));
    proveComplete(database, table, positions);
    return rows;
  };

  const insert = (table: string, names: string, columns: readonly ColumnValue[]): void => {
    const marks = columns.map(() => '?').join(', ');
    database.run(
      `${table}: row ${String(columns[0])}`,
      `INSERT INTO ${table} (position, ${names}, sha256) VALUES (${marks}, ?)`,
      ...columns,
      rowDigest(table, columns),
    );
    countOne(database, table);
  };

  const sent = (): readonly SentPackage[] =>
    rowsOf(SENT).map((row, index) => {
      const [hash, round, institution] = [row.text('hash'), row.text('round'), row.text('institution')];
      const [invitation, key, at] = [row.text('invitation'), row.text('key'), row.text('at')];
      row.prove(SENT, [index + 1, hash, round, institution, invitation, key, at]);
      const isSound =
        [round, institution, invitation].every((id) => ID_PATTERN.test(id)) &&
        SHA256_PATTERN.test(hash) &&
        KEY_PATTERN.test(key);
      if (!isSound) throw database.damaged(`${SENT}: row ${String(index + 1)}`);
      return {
        ...{ hash: sha256(hash), round: roundId(round), institution: institutionId(institution) },
        ...{ invitation: invitationId(invitation), key: key as PublicKey, at },
      };
    });

  /** The one text that a table may hold. */
  const only = (table: string, column: string): string | null => {
    const [row] = rowsOf(table);
    if (row === undefined) return null;
    const value = row.text(column);
    row.prove(table, [1, value]);
    return value;
  };
  const keepOnly = (table: string, column: string, value: string): void =>
    database.transaction(() => {
      if (only(table, column) !== null) throw new RangeError(`${table}: there is one`);
      insert(table, column, [1, value]);
    });

  return {
    sent,
    noteSent: (packages) =>
      database.transaction(() => {
        const before = sent();
        const hashes = new Set<string>(before.map(({ hash }) => hash));
        packages.forEach(({ hash, round, institution, invitation, key, at }, index) => {
          if (hashes.has(hash)) throw new RangeError(`package ${hash} went out already`);
          hashes.add(hash);
          const columns = [before.length + index + 1, hash, round, institution, invitation, key, at];
          insert(SENT, 'hash, round, institution, invitation, key, at', columns);
        });
      }),
    fileKey() {
      const key = only(KEYS, 'secret');
      if (key !== null && !KEY_PATTERN.test(key)) throw database.damaged(KEYS);
      return key as SecretKey | null;
    },
    keepFileKey: (key) => keepOnly(KEYS, 'secret', key),
    openedFrom: () => only(OPENED, 'content'),
    keepOpened: (text) => keepOnly(OPENED, 'content', text),
  };
}
