import type { AssessmentFormat, LetterFormat } from '../../../shared/api/assessment-calls.ts';

interface Described {
  readonly name: string;
  readonly text: string;
}

const tableFormats: Readonly<Record<AssessmentFormat, Described>> = {
  pdf: { name: 'PDF', text: 'Zum Weitergeben und Drucken: barrierefrei, im Querformat.' },
  docx: { name: 'Word', text: 'Zum Weiterbearbeiten in Word oder LibreOffice.' },
  xlsx: { name: 'Excel', text: 'Zum Sortieren und Filtern.' },
  csv: { name: 'CSV', text: 'Einfache Tabelle für andere Programme.' },
};

const letterFormats: Readonly<Record<LetterFormat, Described>> = {
  pdf: { name: 'Ein PDF mit allen Briefen', text: 'Zum Drucken in einem Zug.' },
  'pdf-zip': { name: 'Je Brief ein PDF', text: 'Zum Verschicken, zusammen in einer ZIP-Datei.' },
  'docx-zip': {
    name: 'Je Brief ein Word-Dokument',
    text: 'Zum Weiterschreiben, zusammen in einer ZIP-Datei.',
  },
};

/** What the dialogs say by which the assessment table and the letters are given out. */
export const germanAssessmentExport = {
  table: { title: 'Abwägungstabelle ausgeben', formats: tableFormats },
  letters: { title: 'Briefe an die Institutionen', formats: letterFormats },
  lettersHelp:
    'Jede Institution erfährt, was aus ihren Beiträgen wurde, und nichts von den Beiträgen anderer. Begründungen stehen so im Brief, wie Sie sie geschrieben haben.',
  format: 'In welchem Format?',
  round: 'Beteiligungsrunde',
  allRounds: 'Alle Runden',
  institutions: 'Institutionen',
  allInstitutions: 'Alle Institutionen',
  onlyOpen: 'Nur was noch offen ist',
  onlyOpenHelp: 'Ohne Positionen, Antworten und Rücknahmen.',
  anonymised: 'Anonymisiert',
  anonymisedHelp:
    'Namen der Institutionen aus dem Register und Personen werden ersetzt, auch in den Beiträgen. Spitznamen und Umschreibungen erkennt das Programm nicht: Bitte lesen Sie die Datei, bevor Sie sie weitergeben.',
  introduction: 'Einleitung',
  introductionHelp: 'Steht in jedem Brief vor der Liste. Eine Leerzeile beginnt einen neuen Absatz.',
  withContacts: 'Ansprechperson in die Anschrift',
  start: 'Ausgeben',
  cancel: 'Abbrechen',
  size: (rows: number, onlyOpen: boolean) =>
    `${onlyOpen ? 'Höchstens ' : ''}${rows.toLocaleString('de')} ${rows === 1 ? 'Beitrag' : 'Beiträge'}.`,
  divided: {
    table: (files: number) =>
      `Für eine einzige PDF-Datei ist das zu viel: Sie erhalten etwa ${String(files)} PDF-Dateien in einer ZIP-Datei, in der Reihenfolge der Tabelle und mit durchlaufenden Seitenzahlen. Weniger wird es mit einer einzelnen Runde oder wenigen Institutionen.`,
    letters: (files: number) =>
      `Für eine einzige PDF-Datei ist das zu viel: Sie erhalten die Briefe in etwa ${String(files)} PDF-Dateien in einer ZIP-Datei.`,
  },
  running: 'Wird ausgegeben',
  phases: {
    waiting: 'Wartet',
    reading: 'Beiträge werden gelesen',
    typesetting: 'Seiten werden gesetzt',
    writing: 'Datei wird geschrieben',
  } as Readonly<Record<string, string>>,
  large: 'Bei mehreren Tausend Beiträgen kann das einige Minuten dauern.',
};
