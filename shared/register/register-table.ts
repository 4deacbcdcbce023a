import { pastCell } from './history-cells.ts';
import type { RegisterEntry } from './institution.ts';
import { columnWords, kindWords, registerColumns, type RegisterColumn } from './register-words.ts';

/** Rows of a register file: headings first, every cell as text. */
export type RegisterTable = readonly (readonly string[])[];

/** The register as rows with German headings, in the order given. */
export function toRegisterTable(entries: readonly RegisterEntry[]): RegisterTable {
  return [
    registerColumns.map((column) => columnWords[column][0]),
    ...entries.map((entry) => registerColumns.map((column) => registerCell(entry, column))),
  ];
}

/** What a cell of the register says. */
export function registerCell({ institution, contact }: RegisterEntry, column: RegisterColumn): string {
  switch (column) {
    case 'kind':
      return kindWords[institution.kind][0];
    case 'seats':
      return String(institution.seats);
    case 'name':
    case 'id':
      return institution[column];
    case 'person':
    case 'email':
    case 'phone':
      return contact[column];
    case 'formerNames':
    case 'mergedInto':
    case 'left':
      return pastCell(institution, column);
  }
}

const FORMULA = /^'*[=+\-@\t\r]/;

/**
 * Keeps a spreadsheet from taking a cell of a CSV file for a formula: puts an apostrophe before it, as spreadsheets
 * do themselves (OWASP, CSV injection). `withoutGuard` is its inverse on every text.
 */
export function withGuard(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** Takes the apostrophe of `withGuard` away. */
export function withoutGuard(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
