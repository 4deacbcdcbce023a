import type { InstitutionKind } from './institution.ts';

/** The columns of a register file. */
export const registerColumns = [
  'name',
  'kind',
  'seats',
  'person',
  'email',
  'phone',
  'id',
  'formerNames',
  'mergedInto',
  'left',
] as const;
export type RegisterColumn = (typeof registerColumns)[number];

/** German headings of a register file: the first is written, all are read. Case, spaces and punctuation do not count. */
export const columnWords: Readonly<Record<RegisterColumn, readonly [string, ...string[]]>> = {
  name: ['Name', 'Institution', 'Einrichtung', 'Organisation', 'Name der Institution', 'Bezeichnung'],
  kind: ['Art', 'Typ', 'Art der Institution', 'Kategorie'],
  seats: ['Sitze', 'Anzahl Sitze', 'Plätze', 'Delegierte', 'Anzahl Delegierte'],
  person: [
    'Ansprechperson',
    'Ansprechpartner',
    'Ansprechpartnerin',
    'Ansprechpartner/in',
    'Kontakt',
    'Kontaktperson',
  ],
  email: ['E-Mail', 'Mail', 'E-Mail-Adresse', 'Mailadresse'],
  phone: ['Telefon', 'Tel.', 'Telefonnummer', 'Rufnummer'],
  id: ['Kennung', 'ID', 'Schlüssel'],
  formerNames: ['Frühere Namen', 'Früherer Name', 'Ehemalige Namen'],
  mergedInto: ['Aufgegangen in', 'Zusammengelegt mit'],
  left: ['Ausgeschieden am', 'Ausgetreten am', 'Nimmt nicht mehr teil seit'],
};

/** German words for the kinds of institutions in a register file: the first is written, all are read. */
export const kindWords: Readonly<Record<InstitutionKind, readonly [string, ...string[]]>> = {
  association: ['Verein', 'Verband', 'Wohlfahrtsverband', 'e. V.'],
  migrantOrganisation: [
    'Migrantenorganisation',
    'Migrantenselbstorganisation',
    'MSO',
    'Migrant*innenorganisation',
  ],
  religiousCommunity: ['Religionsgemeinschaft', 'Kirche', 'Kirchengemeinde', 'Moscheegemeinde', 'Gemeinde'],
  office: ['Amt', 'Behörde', 'Verwaltung', 'Dezernat', 'Fachstelle'],
  school: ['Schule', 'Kita', 'Bildungseinrichtung'],
  university: ['Hochschule', 'Universität', 'Fachhochschule'],
  company: ['Unternehmen', 'Betrieb', 'Firma', 'Kammer'],
  party: ['Partei', 'Fraktion', 'Ratsfraktion'],
  initiative: ['Initiative', 'Netzwerk', 'Bündnis'],
  other: ['Sonstige', 'Sonstiges', 'Andere'],
};

/** A word as it is compared: without case, white space and punctuation. */
export function comparable(word: string): string {
  return word
    .normalize('NFC')
    .toLocaleLowerCase('de')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** The column that a heading means, or `undefined`. */
export function columnOf(heading: string): RegisterColumn | undefined {
  const word = comparable(heading);
  return registerColumns.find((column) => columnWords[column].some((known) => comparable(known) === word));
}

/**
 * The kind that a German word means, or `undefined`. The code names are read as well, and two words of the same kind
 * in one („Verein oder Verband“, „Amt/Behörde“), as the window calls it.
 */
export function kindOf(word: string): InstitutionKind | undefined {
  const [first, ...others] = word.split(/\s+oder\s+|\//u).map(kindOfWord);
  return others.every((kind) => kind === first) ? first : undefined;
}

function kindOfWord(word: string): InstitutionKind | undefined {
  const wanted = comparable(word);
  const kinds = Object.keys(kindWords) as InstitutionKind[];
  return kinds.find(
    (kind) => comparable(kind) === wanted || kindWords[kind].some((known) => comparable(known) === wanted),
  );
}
