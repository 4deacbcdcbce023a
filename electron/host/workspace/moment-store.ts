import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { canonicalJson } from '../../../shared/editions/canonical-json.ts';
import { momentCauses, type Moment, type MomentCause } from '../../../shared/history/moment.ts';
import { applyDelta, makeDelta } from './moment-delta.ts';
import { rowDigest } from './row-digest.ts';
import { changeTally, readTally } from './tally.ts';
import type { Row, WorkspaceDatabase } from './workspace-database.ts';

/** The version history of the draft. What is in it never changes; old moments are thinned out. */
export interface MomentStore {
  /** Stores a moment with the text at its end (canonical JSON), which takes no room where it is as before. Returns the id. */
  add(moment: Omit<Moment, 'id'> & { readonly text: string; readonly seq?: number }): number;
  /**
   * The last moment, with the SHA-256 of its text in hexadecimal digits, and the number of the last update of the text
   * room that its text has, so that nobody need read the room to see that nothing has changed; null where it is not known.
   */
  newest(): { readonly moment: Moment; readonly digest: string; readonly seq: number | null } | null;
  /** Newest first, from before that id. */
  list(page: { readonly before?: number | undefined; readonly limit: number }): readonly Moment[];
  /** The text at the end of a moment, proven; `undefined` where there is no such moment. */
  text(id: number): string | undefined;
  /** Takes moments out, and texts that nothing needs any more. Throws a `RangeError` where one is unknown. */
  remove(ids: readonly number[]): void;
}

const TABLE = 'moments';
const STATES = 'moment_states';
/** A difference that takes more than this share (one in …) of the whole is not worth being one. */
const WORTH_FROM_SHARE = 2;
/** A whole state serves as base for so long a day at most, so that thinning old days leaves few of them. */
const DAY = 'YYYY-MM-DD'.length;

/** The store, and what only the workspace itself asks of it. */
export interface MomentStoreInside extends MomentStore {
  /** Reads every row and every state; throws `AppFailure`. */
  verify(): void;
}

/** The column `work`: what is told of a moment, and how many updates of the text room are in its state. */
interface Work extends Pick<Moment, 'authors' | 'removed'> {
  readonly seq?: number;
}

interface State {
  readonly position: number;
  readonly base: number | null;
  readonly digest: Buffer;
  readonly data: Buffer;
}

/** Stores the version history of the draft in `moments` and `moment_states`. */
export function createMomentStore(database: WorkspaceDatabase): MomentStoreInside {
  const momentOf = (row: Row) => {
    const position = row.integer('position');
    const columns = ['started_at', 'ended_at', 'cause', 'label', 'work'] as const;
    const [from, to, cause, label, work] = columns.map((column) => row.text(column)) as [
      string,
      string,
      string,
      string,
      string,
    ];
    const state = row.integer('state');
    row.prove(TABLE, [position, from, to, cause, label, work, state]);
    if (!isCause(cause)) throw database.damaged(`${TABLE}: row ${String(position)}`);
    const { authors, removed, seq } = JSON.parse(work) as Work;
    const moment: Moment = { id: position, from, to, cause, label, authors, removed };
    return { moment, state, seq };
  };

  /** A moment that cannot be found was thinned out, unless there are fewer rows than there must be. */
  const proveCount = (): void => {
    const rows = database.get(TABLE, `SELECT count(*) AS rows FROM ${TABLE}`)?.integer('rows');
    if (rows !== readTally(database, TABLE)) throw database.damaged(TABLE);
  };

  const newest = () => {
    const row = database.get(TABLE, `SELECT * FROM ${TABLE} ORDER BY position DESC LIMIT 1`);
    proveCount();
    return row === undefined ? null : momentOf(row);
  };

  const stateOf = (position: number): State => {
    const place = `${STATES}: row ${String(position)}`;
    const row = database.get(place, `SELECT * FROM ${STATES} WHERE position = ?`, position);
    if (row === undefined) throw database.damaged(place);
    const base = row.optionalInteger('base');
    const [digest, data] = [row.blob('digest'), row.blob('data')];
    row.prove(STATES, [position, base, digest, data]);
    return { position, base, digest, data };
  };

  const textOf = (state: State): string => {
    const place = `${STATES}: row ${String(state.position)}`;
    try {
      const own = inflateRawSync(state.data).toString('utf8');
      const text = state.base === null ? own : applyDelta(textOf(stateOf(state.base)), own);
      if (!digestOf(text).equals(state.digest)) throw database.damaged(place);
      return text;
    } catch (cause) {
      throw Object.assign(database.damaged(place), { cause });
    }
  };

  const insertState = (text: string, before: State | null, sameDay: boolean): number => {
    const digest = digestOf(text);
    const position =
      (database.get(STATES, `SELECT max(position) AS last FROM ${STATES}`)?.optionalInteger('last') ?? 0) + 1;
    const whole = deflateRawSync(text);
    const base = before === null || !sameDay ? null : before.base === null ? before : stateOf(before.base);
    const delta = base && deflateRawSync(makeDelta(textOf(base), text));
    const isWorth = delta !== null && delta.length * WORTH_FROM_SHARE < whole.length;
    const columns = [position, isWorth ? (base?.position ?? null) : null, digest, isWorth ? delta : whole];
    database.run(
      `${STATES}: row ${String(position)}`,
      `INSERT INTO ${STATES} (position, base, digest, data, sha256) VALUES (?, ?, ?, ?, ?)`,
      ...columns,
      rowDigest(STATES, columns),
    );
    changeTally(database, STATES, 1);
    return position;
  };

  /** Takes out what no moment and no other state needs. */
  const dropLooseStates = (): void => {
    const loose = `SELECT position FROM ${STATES}
      WHERE position NOT IN (SELECT state FROM ${TABLE})
        AND position NOT IN (SELECT base FROM ${STATES} WHERE base IS NOT NULL)`;
    for (;;) {
      const positions = database.all(STATES, loose).map((row) => row.integer('position'));
      if (positions.length === 0) return;
      for (const position of positions) {
        database.run(STATES, `DELETE FROM ${STATES} WHERE position = ?`, position);
      }
      changeTally(database, STATES, -positions.length);
    }
  };

  return {
    add: ({ from, to, cause, label, authors, removed, text, seq }) =>
      database.transaction(() => {
        const last = newest();
        const before = last && stateOf(last.state);
        const isSame = before?.digest.equals(digestOf(text)) === true;
        const sameDay = last?.moment.to.slice(0, DAY) === to.slice(0, DAY);
        const state = isSame ? before.position : insertState(text, before, sameDay);
        const id = (last?.moment.id ?? 0) + 1;
        const columns = [id, from, to, cause, label, canonicalJson({ authors, removed, seq }), state];
        database.run(
          `${TABLE}: row ${String(id)}`,
          `INSERT INTO ${TABLE} (position, started_at, ended_at, cause, label, work, state, sha256)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
          ...columns,
          rowDigest(TABLE, columns),
        );
        changeTally(database, TABLE, 1);
        return id;
      }),
    newest() {
      const last = newest();
      if (last === null) return null;
      const { moment, state, seq = null } = last;
      return { moment, seq, digest: stateOf(state).digest.toString('hex') };
    },
    list({ before, limit }) {
      proveCount();
      const sql = `SELECT * FROM ${TABLE} WHERE position < ? ORDER BY position DESC LIMIT ?`;
      const rows = database.all(TABLE, sql, before ?? Number.MAX_SAFE_INTEGER, limit);
      return rows.map((row) => momentOf(row).moment);
    },
    text(id) {
      const row = database.get(TABLE, `SELECT * FROM ${TABLE} WHERE position = ?`, id);
      if (row === undefined) proveCount();
      return row && textOf(stateOf(momentOf(row).state));
    },
    remove: (ids) =>
      database.transaction(() => {
        for (const id of ids) {
          const place = `${TABLE}: row ${String(id)}`;
          const row = database.get(place, `SELECT * FROM ${TABLE} WHERE position = ?`, id);
          if (row === undefined) throw new RangeError(`no moment ${String(id)}`);
          database.run(place, `DELETE FROM ${TABLE} WHERE position = ?`, id);
        }
        changeTally(database, TABLE, -ids.length);
        dropLooseStates();
      }),
    verify() {
      const rows = database.all(TABLE, `SELECT * FROM ${TABLE} ORDER BY position`).map(momentOf);
      if (rows.length !== readTally(database, TABLE)) throw database.damaged(TABLE);
      const states = database.all(STATES, `SELECT position FROM ${STATES} ORDER BY position`);
      if (states.length !== readTally(database, STATES)) throw database.damaged(STATES);
      for (const row of states) textOf(stateOf(row.integer('position')));
    },
  };
}

/** The SHA-256 of a text. */
export function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function isCause(word: string): word is MomentCause {
  return momentCauses.some((cause) => cause === word);
}
