/** One step in the history of the file format. Once released, a step never changes. */
export interface Migration {
  /** The `user_version` that the file has afterwards. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  /** Tables whose number of rows is kept from now on. They begin empty. */
  readonly tallies: readonly string[];
}

/** Triggers that let a table with the key `position` grow by its next row, and refuse everything else. */
export function appendOnly(table: string): string {
  const refuse = (when: string, condition = ''): string => `
    CREATE TRIGGER ${table}_no_${when.toLowerCase()} BEFORE ${when} ON ${table} ${condition}
    BEGIN SELECT RAISE(ABORT, '${table}: rows are only ever added'); END;`;
  const notNext = `WHEN NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM ${table})`;
  return `${refuse('UPDATE')}${refuse('DELETE')}${refuse('INSERT', notNext).replace('_no_insert', '_only_next')}`;
}
