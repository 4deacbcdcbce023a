import type { HistoryState } from '../../../shared/overview/state-history.ts';
import type { Dissent } from '../../../shared/overview/dissent.ts';

const one = (count: number, single: string, several: string): string =>
  count === 1 ? `1 ${single}` : `${String(count)} ${several}`;

const states: Readonly<Record<HistoryState, string>> = {
  decided: 'Entschieden',
  proposed: 'Vorschlag liegt bei der Institution',
  deferred: 'Zurückgestellt',
  open: 'Offen',
  withdrawn: 'Zurückgenommen oder ersetzt',
};

const why: Readonly<Record<Dissent['why'], string>> = {
  undecided: 'Einwand, noch nicht entschieden',
  upheld: 'Institution bleibt bei ihrem Beitrag',
};

/** What moderation reads of how participation stands. */
export const germanOverview = {
  title: 'Überblick über die Beteiligung',
  close: 'Schließen',
  loading: 'Die Beiträge werden geladen …',
  round: 'Runde',
  allRounds: 'Alle Runden',
  print: 'Drucken',
  asOf: (when: string): string => `Stand: ${when}`,
  figures: {
    title: 'Auf einen Blick',
    invited: 'Eingeladene Institutionen',
    taking: 'Davon beteiligt',
    silent: 'Davon still',
    statements: 'Geltende Beiträge',
    positions: 'Geltende Haltungen',
    open: 'Noch nicht endgültig entschieden',
    dissents: 'Offene Einwände',
  },
  participation: {
    title: 'Wer hat sich wozu geäußert?',
    hint: 'Gezählt wird, was gilt: Beiträge, die weder zurückgenommen noch ersetzt sind, und die letzte Haltung zu jedem Ziel. Der Balken zeigt, wie viel es im Vergleich ist.',
    table: 'Institutionen nach Handlungsfeldern',
    counted: 'Gezählt werden',
    both: 'Beiträge und Haltungen',
    statements: 'Nur Beiträge',
    positions: 'Nur Haltungen',
    bothHint: 'Beiträge + Haltungen',
    institution: 'Institution',
    sum: 'Summe',
    rest: 'Übriger Text',
    document: 'Ganzes Leitbild',
    gone: 'Stelle nicht mehr vorhanden',
    notInvited: 'nicht eingeladen',
    notAsked: 'nicht gefragt',
    cell: (statements: number, positions: number): string =>
      `${one(statements, 'Beitrag', 'Beiträge')}, ${one(positions, 'Haltung', 'Haltungen')}`,
    empty: 'Es ist niemand eingeladen, und niemand hat etwas eingereicht.',
  },
  history: {
    title: 'Beiträge nach Stand im Lauf der Zeit',
    hint: 'Nach dem Tag des Eingangs und der Entscheidung.',
    chart: (first: string, last: string, all: number, decided: number): string =>
      `Diagramm von ${first} bis ${last}: ${one(all, 'Beitrag', 'Beiträge')} am Ende, davon ${String(decided)} entschieden. Die Zahlen stehen in der Tabelle.`,
    showTable: 'Tabelle zeigen',
    hideTable: 'Tabelle schließen',
    table: 'Beiträge nach Stand am Ende jedes Tages, an dem sich etwas geändert hat',
    day: 'Tag',
    all: 'Alle',
    empty: 'Noch ist kein Beitrag eingegangen.',
    states,
  },
  dissents: {
    title: 'Offene Einwände',
    hint: 'Einwände ohne endgültige Entscheidung, und Beiträge, bei denen eine Institution trotz Ihres Vorschlags bleibt.',
    empty: 'Kein Einwand ist offen.',
    number: 'Stelle',
    institution: 'Institution',
    text: 'Was sie sagt',
    why: 'Warum offen',
    whyOf: why,
    proposed: (outcome: string): string => `Vorschlag: ${outcome}`,
    decided: (outcome: string): string => `Entschieden: ${outcome}`,
    answer: (words: string): string => `Antwort: ${words}`,
    received: (day: string): string => `eingegangen am ${day}`,
    document: 'Das ganze Leitbild',
    gone: 'Textstelle nicht mehr vorhanden',
    show: (place: string): string => `${place} im Text zeigen`,
  },
  silent: {
    title: 'Stille Institutionen',
    hint: 'Eingeladen, aber ohne Beitrag und ohne Haltung, die gilt.',
    empty: 'Von jeder eingeladenen Institution gilt ein Beitrag oder eine Haltung.',
    nobody: 'Es ist niemand eingeladen.',
  },
};
