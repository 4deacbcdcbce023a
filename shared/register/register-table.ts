import type { InstitutionKind, RegisterEntry } from './institution.ts';
import { columnWords, kindWords, registerColumns } from './register-words.ts';

/** Rows of a register file: headings first, every cell as text. */
export type RegisterTable = readonly (readonly string[])[];

/** The register as rows with German headings, in the order given. */
export function toRegisterTable(entries: readonly RegisterEntry[]): RegisterTable {
  return [
    registerColumns.map((column) => columnWords[column][0]),
    ...entries.map(({ institution, contact }) => [
      institution.name,
      kindWord(institution.kind),
      String(institution.seats),
      contact.person,
      contact.email,
      contact.phone,
      institution.id,
    ]),
  ];
}

function kindWord(kind: InstitutionKind): string {
  return kindWords[kind][0];
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
