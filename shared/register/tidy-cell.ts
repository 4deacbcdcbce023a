import { comparable } from './register-words.ts';

/** The text of a cell in NFC, on one line, without white space at its ends. */
export function tidy(cell: string): string {
  return cell
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** A name as names are found by: without case, white space and punctuation, where anything else is left of it. */
export function comparableName(name: string): string {
  const word = comparable(name);
  return word === '' ? tidy(name) : word;
}
