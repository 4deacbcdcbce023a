import type { ArgumentReason } from '../../shared/errors/argument-reasons.ts';
import type { RegisterReason } from '../../shared/register/register-row.ts';

/** A phrase for a reason, or the reason itself where there is none. */
export type Phrase = (reason: string) => string;

/** Why something was refused, as a phrase that stands within the sentence of the error. */
export interface ReasonTables {
  /** Follows the name of an option. */
  readonly argument: { readonly [Reason in ArgumentReason]: (allowed: string) => string };
  /** For an option whose reason names the values that it takes. */
  readonly otherArgument: (allowed: string) => string;
  /** Sentences without their full stop: what is in the way of a file, and what helps. */
  readonly reading: Readonly<Record<string, string>>;
  readonly writing: Readonly<Record<string, string>>;
  readonly network: Readonly<Record<string, string>>;
  readonly picture: Readonly<Record<string, string>>;
  readonly register: Readonly<Record<RegisterReason | 'quotes-open', string>>;
  /** Technical reasons of damaged sources and texts, by a pattern of the reason; `$1` stands for its first group. */
  readonly source: readonly (readonly [pattern: RegExp, phrase: string])[];
  /** Tables of a workspace file, by the first word of a place. */
  readonly places: Readonly<Record<string, string>>;
  /** An edition, picture or row that a place names. */
  readonly row: (number: string) => string;
  readonly unknownReason: (code: string) => string;
}

/** The same as functions: each gives a phrase for any reason. */
export interface ReasonWords {
  readonly argument: (reason: string, allowed?: string) => string;
  readonly reading: Phrase;
  readonly writing: Phrase;
  readonly network: Phrase;
  readonly picture: Phrase;
  readonly register: Phrase;
  readonly source: Phrase;
  readonly place: Phrase;
}

/** Makes phrases from tables; what the tables do not know is told by its code. */
export function reasonsFrom(tables: ReasonTables): ReasonWords {
  const from =
    (table: Readonly<Record<string, string>>): Phrase =>
    (reason) =>
      (Object.hasOwn(table, reason) ? table[reason] : undefined) ?? tables.unknownReason(reason);
  const argument: Readonly<Record<string, ((allowed: string) => string) | undefined>> = tables.argument;
  return {
    argument: (reason, allowed = '') => {
      const phrase = Object.hasOwn(argument, reason) ? argument[reason] : undefined;
      return phrase ? phrase(allowed) : tables.otherArgument(reason);
    },
    reading: from(tables.reading),
    writing: from(tables.writing),
    network: from(tables.network),
    picture: from(tables.picture),
    register: from(tables.register),
    source: (reason) => {
      const known = tables.source.find(([pattern]) => pattern.test(reason));
      if (known === undefined) return tables.unknownReason(reason);
      const found = known[0].exec(reason) ?? [];
      return known[1].replaceAll(/\$(\d)/g, (_, group: string) => found[Number(group)] ?? '');
    },
    place: (place) => {
      const [, table = '', detail = ''] = /^(\w+):?\s*(.*)$/s.exec(place) ?? [];
      const name = Object.hasOwn(tables.places, table) ? tables.places[table] : undefined;
      if (name === undefined) return tables.unknownReason(place);
      const row = /^row (\d+)$/.exec(detail)?.[1];
      const which = row === undefined ? detail.slice(0, 24) : tables.row(row);
      return which === '' ? name : `${name} (${which})`;
    },
  };
}
