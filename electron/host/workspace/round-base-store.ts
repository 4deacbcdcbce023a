import { canonicalJson } from '../../../shared/editions/canonical-json.ts';
import {
  roundId,
  sha256,
  SHA256_PATTERN,
  ID_PATTERN,
  type RoundId,
  type Sha256,
} from '../../../shared/ids/ids.ts';
import { hashOfRoundBase, parseRoundBase, type ProvenRoundBase } from '../../../shared/rounds/round-base.ts';
import { rowDigest } from './row-digest.ts';
import { countOne, proveComplete } from './tally.ts';
import type { WorkspaceDatabase } from './workspace-database.ts';

/** A text that a round asked about, without its content. */
export interface RoundBaseSummary {
  readonly round: RoundId;
  readonly takenAt: string;
  readonly hash: Sha256;
}

/** The texts that rounds asked about, each frozen when its round was opened first; rows never change (triggers). */
export interface RoundBaseStore {
  /** In the order of their taking. */
  list(): readonly RoundBaseSummary[];
  /** Read and checked against its hash; `undefined` where the round has none. Throws `AppFailure` where it is damaged. */
  get(round: RoundId): ProvenRoundBase | undefined;
  /** Throws a `RangeError` where the round has a base, and a `TypeError` where the hash is not that of its canonical JSON. */
  insert(base: ProvenRoundBase): void;
}

const TABLE = 'round_bases';

/** Stores what rounds asked about; a row is proven by its digest, its content by the hash under which it stands. */
export function createRoundBaseStore(database: WorkspaceDatabase): RoundBaseStore {
  const list = (): readonly RoundBaseSummary[] => {
    const sql = `SELECT position, round, taken_at, hash, sha256 FROM ${TABLE} NOT INDEXED ORDER BY position`;
    const rows = database.all(TABLE, sql);
    proveComplete(
      database,
      TABLE,
      rows.map((row) => row.integer('position')),
    );
    return rows.map((row, index) => {
      const [round, takenAt, hash] = [row.text('round'), row.text('taken_at'), row.text('hash')];
      row.prove(TABLE, [index + 1, round, takenAt, hash]);
      if (!SHA256_PATTERN.test(hash) || !ID_PATTERN.test(round)) throw database.damaged(`${TABLE}: ${round}`);
      return { round: roundId(round), takenAt, hash: sha256(hash) };
    });
  };

  return {
    list,
    get(round) {
      const summaries = list();
      const position = summaries.findIndex((summary) => summary.round === round) + 1;
      const summary = summaries[position - 1];
      if (summary === undefined) return undefined;
      const place = `${TABLE}: ${round}`;
      const row = database.get(place, `SELECT content FROM ${TABLE} WHERE position = ?`, position);
      const canonical = row?.blob('content').toString('utf8') ?? '';
      if (hashOfRoundBase(canonical) !== summary.hash) throw database.damaged(place);
      const parsed = parseRoundBase(JSON.parse(canonical));
      if (!parsed.ok) throw database.damaged(place);
      return { base: parsed.value, hash: summary.hash };
    },
    insert({ base, hash }) {
      database.transaction(() => {
        const canonical = canonicalJson(base);
        if (hashOfRoundBase(canonical) !== hash) {
          throw new TypeError(`round ${base.round}: the hash is not that of its base`);
        }
        const existing = list();
        if (existing.some(({ round }) => round === base.round)) {
          throw new RangeError(`round ${base.round} has a base`);
        }
        const columns = [existing.length + 1, base.round, base.takenAt, hash] as const;
        database.run(
          `${TABLE}: ${base.round}`,
          `INSERT INTO ${TABLE} (position, round, taken_at, hash, content, sha256) VALUES (?, ?, ?, ?, ?, ?)`,
          ...columns,
          Buffer.from(canonical, 'utf8'),
          rowDigest(TABLE, columns),
        );
        countOne(database, TABLE);
      });
    },
  };
}
