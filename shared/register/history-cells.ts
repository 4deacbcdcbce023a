import { ID_PATTERN, institutionId } from '../ids/ids.ts';
import { institutionSchema, type Institution } from './institution.ts';
import { tidy } from './tidy-cell.ts';

type Past = Pick<Institution, 'formerNames' | 'mergedInto' | 'left'>;

/** The columns that say what became of an institution. */
const pastColumns = ['formerNames', 'mergedInto', 'left'] as const;

export type PastColumn = (typeof pastColumns)[number];

/**
 * What became of an institution, as cells: former names with their last days, oldest first („Alter Name (bis
 * 31.03.2026); …“), the Kennung of what it became part of, and the day from which it takes no part.
 */
export function pastCell({ formerNames = [], mergedInto, left }: Past, column: PastColumn): string {
  switch (column) {
    case 'formerNames':
      return formerNames.map(({ name, until }) => `${name} (bis ${germanDay(until)})`).join('; ');
    case 'mergedInto':
      return mergedInto ?? '';
    case 'left':
      return left === undefined ? '' : germanDay(left);
  }
}

/**
 * What a row says became of an institution; what it leaves empty stays as it was. Gives the column that makes no sense
 * instead. Days are read as `31.03.2026` and `2026-03-31`.
 */
export function readPast(
  cell: (column: PastColumn) => string | undefined,
  before: Past,
): { readonly ok: true; readonly past: Past } | { readonly ok: false; readonly column: PastColumn } {
  const past: { -readonly [Column in keyof Past]: Past[Column] } = {};
  for (const column of pastColumns) {
    const said = cell(column) ?? '';
    if (said === '' || tidy(pastCell(before, column)) === said) {
      if (before[column] !== undefined) Object.assign(past, { [column]: before[column] });
      continue;
    }
    const value = parsed(column, said);
    if (!institutionSchema.shape[column].safeParse(value).success || value === undefined) {
      return { ok: false, column };
    }
    Object.assign(past, { [column]: value });
  }
  return { ok: true, past };
}

function parsed(column: PastColumn, cell: string): unknown {
  switch (column) {
    case 'formerNames':
      return formerNamesIn(cell);
    case 'mergedInto':
      return ID_PATTERN.test(cell) ? institutionId(cell) : undefined;
    case 'left':
      return dayIn(cell);
  }
}

function formerNamesIn(cell: string): Institution['formerNames'] {
  const names: { readonly name: string; readonly until: string }[] = [];
  let rest = cell;
  while (rest !== '') {
    const found = /^(.+?) \(bis ([\d.-]+)\)(?:; |;?$)/u.exec(rest);
    const until = dayIn(found?.[2] ?? '');
    if (found?.[1] === undefined || until === undefined) return undefined;
    names.push({ name: found[1], until });
    rest = rest.slice(found[0].length);
  }
  return names;
}

function dayIn(cell: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell) ?? [];
  if (year === undefined) return /^\d{4}-\d{2}-\d{2}$/.test(cell) ? cell : undefined;
  return `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
}

function germanDay(day: string): string {
  return day.split('-').toReversed().join('.');
}
