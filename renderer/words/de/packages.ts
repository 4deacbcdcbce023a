import type { MergeOutcome } from '../../../shared/packages/merge-report.ts';
import type { Resolution } from '../../../shared/contributions/resolve-anchor.ts';

const outcomes: Readonly<Record<MergeOutcome, string>> = {
  new: 'Neu',
  duplicate: 'Schon vorhanden',
  conflict: 'Widerspricht einem vorhandenen Beitrag',
  foreign: 'Spricht für eine andere Institution',
  refused: 'Kann nicht übernommen werden',
};

const places: Readonly<Record<Resolution['state'], string>> = {
  document: 'Zum ganzen Leitbild',
  'in-place': 'Stelle unverändert',
  changed: 'Der Text an dieser Stelle wurde seitdem geändert',
  moved: 'Die Stelle steht jetzt an einem anderen Ort',
  gone: 'Textstelle nicht mehr vorhanden',
};

/** What moderation reads while packages go out and answers come back. */
export const germanPackages = {
  title: 'Pakete für Institutionen ohne Verbindung',
  close: 'Schließen',
  send: 'Verschicken',
  sentTab: 'Verschickte Pakete',
  take: 'Antworten einlesen',
  noRound: 'Pakete gibt es, solange eine Runde offen ist. Öffnen Sie zuerst eine Beteiligungsrunde.',
  sendHint: (round: string): string =>
    `Jede Institution bekommt eine eigene Datei zur „${round}“, mit dem Text, ihren bisherigen Beiträgen und einem eigenen Schlüssel. Wer die Datei hat, kann für die Institution antworten.`,
  form: 'Art der Datei',
  forms: {
    html: 'Seite für jeden Browser (.html)',
    package: 'Paket für die Leitbild-Werkstatt (.leitbild-runde)',
  },
  institutions: 'Institutionen',
  chooseUnsent: 'Nur ohne Paket',
  sentOn: (name: string, day: string): string => `${name} (Paket vom ${day})`,
  make: (count: number): string => (count === 1 ? 'Paket erzeugen' : `${String(count)} Pakete erzeugen`),
  making: 'Pakete werden erzeugt …',
  made: (name: string): string => `Erzeugt: „${name}“. Schicken Sie jeder Institution ihre eigene Datei.`,
  saveAgain: 'Noch einmal speichern',
  cancel: 'Abbrechen',
  sentHint:
    'Hier steht, welche Pakete unterwegs sind und welche beantwortet wurden. Ist ein Paket verloren gegangen oder in falsche Hände geraten, sperren Sie es: Dann wird keine Antwort darauf mehr angenommen.',
  noneSent: 'Es wurde noch kein Paket erzeugt.',
  sentAt: 'Verschickt',
  state: 'Stand',
  action: 'Aktion',
  states: { out: 'Unterwegs', answered: 'Beantwortet', withdrawn: 'Gesperrt' },
  answeredOn: (when: string): string => `Zuletzt beantwortet ${when}`,
  withdraw: 'Sperren',
  withdrawOf: (name: string): string => `Paket für „${name}“ sperren`,
  withdrawAsk: (name: string): string => `Paket für „${name}“ sperren?`,
  withdrawText:
    'Antworten auf alle Pakete, die diese Institution zu dieser Runde bekommen hat, werden dann nicht mehr angenommen. Was schon übernommen wurde, bleibt. Das Sperren lässt sich nicht zurücknehmen, aber Sie können der Institution jederzeit ein neues Paket schicken.',
  withdrawn: (name: string): string =>
    `Das Paket für „${name}“ ist gesperrt. Antworten darauf werden abgelehnt. Damit die Institution weiter mitmachen kann, schicken Sie ihr ein neues Paket.`,
  anotherPackage: 'Neues Paket erzeugen',
  takeHint:
    'Wählen Sie eine Antwortdatei oder ein ZIP-Archiv mit mehreren. Sie sehen zuerst, was darin ist. Übernommen wird nichts, bevor Sie es sagen.',
  choose: 'Datei wählen',
  drop: 'Oder ziehen Sie die Datei hierher.',
  reading: 'Wird gelesen …',
  answers: 'Antworten',
  file: 'Datei',
  institution: 'Institution',
  content: 'Inhalt',
  notes: 'Hinweise',
  selectAnswer: (name: string): string => `„${name}“ übernehmen`,
  counts: {
    new: (count: number): string => `${String(count)} neu`,
    duplicate: (count: number): string => `${String(count)} schon vorhanden`,
    conflict: (count: number): string => `${String(count)} im Widerspruch`,
    foreign: (count: number): string => `${String(count)} für andere Institution`,
    refused: (count: number): string => `${String(count)} nicht übernehmbar`,
    unreadable: (count: number): string => `${String(count)} nicht lesbar`,
  },
  empty: 'Leer',
  late: 'Nach Ende der Runde eingegangen',
  outdated: 'Der Text wurde seit dem Paket geändert',
  replaced: (count: number): string =>
    count === 1
      ? '1 Stelle steht nicht mehr, wo sie stand'
      : `${String(count)} Stellen stehen nicht mehr, wo sie standen`,
  details: 'Einzeln ansehen',
  hideDetails: 'Schließen',
  detailsOf: (name: string): string => `Einträge von ${name}`,
  record: { position: 'Haltung', withdrawal: 'Rücknahme', answer: 'Antwort auf einen Vorschlag' },
  outcomes,
  places,
  goTo: 'Im Text zeigen',
  takeLate: 'Auch übernehmen, was nach Ende der Runde eingegangen ist (wird vermerkt)',
  apply: (count: number): string =>
    count === 1 ? '1 Antwort übernehmen' : `${String(count)} Antworten übernehmen`,
  applyEntries: (count: number): string =>
    count === 1 ? '1 Eintrag übernehmen' : `${String(count)} Einträge übernehmen`,
  applying: 'Wird übernommen …',
  applied: ({
    taken,
    known,
    refused,
    late,
  }: Readonly<Record<'taken' | 'known' | 'refused' | 'late', number>>): string =>
    [
      taken === 1 ? '1 Eintrag wurde übernommen.' : `${String(taken)} Einträge wurden übernommen.`,
      ...(known > 0 ? [`${String(known)} waren schon vorhanden.`] : []),
      ...(late > 0 ? [`${String(late)} wurden als verspätet nicht übernommen.`] : []),
      ...(refused > late ? [`${String(refused - late)} konnten nicht übernommen werden.`] : []),
    ].join(' '),
  another: 'Weitere Datei einlesen',
};
