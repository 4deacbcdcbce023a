import { canonicalJson } from '../../../shared/editions/canonical-json.ts';
import type { ImportReport } from '../../../shared/import/import-report.ts';
import { rowDigest } from './row-digest.ts';
import { countOne, proveComplete } from './tally.ts';
import type { Row, WorkspaceDatabase } from './workspace-database.ts';

/** What was imported, each with its report and the state of the text room before it, so that it can be undone. */
export interface ImportStore {
  record(entry: {
    readonly at: string;
    readonly report: ImportReport;
    readonly before: Uint8Array;
    readonly after: Uint8Array;
  }): number;
  list(): readonly ImportSummary[];
  /** Yjs snapshots of the text room (state as update) around the import. */
  states(id: number): { readonly before: Uint8Array; readonly after: Uint8Array } | undefined;
  markUndone(id: number, at: string): void;
}

/** An import without the states around it. */
export interface ImportSummary {
  readonly id: number;
  readonly at: string;
  readonly undoneAt: string | null;
  readonly report: ImportReport;
}

const TABLE = 'imports';
const UNDOS = 'import_undos';

/** Stores imports. The two callbacks are told of each import and each undoing, in its transaction. */
export function createImportStore(
  database: WorkspaceDatabase,
  onRecorded: (id: number) => void,
  onUndone: (id: number) => void,
): ImportStore {
  const undone = (): ReadonlyMap<number, string> => {
    const rows = database.all(UNDOS, 'SELECT * FROM import_undos NOT INDEXED ORDER BY position');
    proveComplete(
      database,
      UNDOS,
      rows.map((row) => row.integer('position')),
    );
    return new Map(
      rows.map((row, index) => {
        const [id, at] = [row.integer('import'), row.text('at')];
        row.prove(UNDOS, [index + 1, id, at]);
        return [id, at] as const;
      }),
    );
  };

  const read = (row: Row) => {
    const [id, at, report] = [row.integer('position'), row.text('at'), row.text('report')];
    const [before, after] = [row.blob('before'), row.blob('after')];
    row.prove(TABLE, [id, at, report, before, after]);
    return { id, at, report, before, after };
  };

  const all = () => {
    const rows = database.all(TABLE, 'SELECT * FROM imports ORDER BY position').map(read);
    proveComplete(
      database,
      TABLE,
      rows.map((row) => row.id),
    );
    return rows;
  };

  return {
    record: ({ at, report, before, after }) =>
      database.transaction(() => {
        const id = all().length + 1;
        const json = canonicalJson(report);
        database.run(
          `imports: row ${String(id)}`,
          'INSERT INTO imports (position, at, report, before, after, sha256) VALUES (?, ?, ?, ?, ?, ?)',
          ...[id, at, json, before, after],
          rowDigest(TABLE, [id, at, json, before, after]),
        );
        countOne(database, TABLE);
        onRecorded(id);
        return id;
      }),
    list() {
      const undos = undone();
      return all().map(({ id, at, report }) => ({
        id,
        at,
        undoneAt: undos.get(id) ?? null,
        report: JSON.parse(report) as ImportReport,
      }));
    },
    states(id) {
      const found = all().find((entry) => entry.id === id);
      return found && { before: found.before, after: found.after };
    },
    markUndone: (id, at) =>
      database.transaction(() => {
        const undos = undone();
        if (undos.has(id) || !all().some((entry) => entry.id === id)) {
          throw new RangeError(`import ${String(id)} is unknown or undone already`);
        }
        const position = undos.size + 1;
        database.run(
          `import_undos: row ${String(position)}`,
          'INSERT INTO import_undos (position, import, at, sha256) VALUES (?, ?, ?, ?)',
          ...[position, id, at],
          rowDigest(UNDOS, [position, id, at]),
        );
        countOne(database, UNDOS);
        onUndone(id);
      }),
  };
}
