import type { MomentCause } from '../../../shared/history/moment.ts';

const causes: Readonly<Record<MomentCause, (label: string) => string>> = {
  edit: () => 'Bearbeitet',
  freeze: (label) => `Edition ${label} festgeschrieben`,
  import: () => 'Dokument übernommen',
  'import-undone': () => 'Übernahme zurückgenommen',
  decision: () => 'Beiträge abgewogen',
  'decision-reopened': () => 'Abwägung zurückgenommen',
  close: () => 'Bearbeitet',
  found: () => 'Stand beim Öffnen',
};

/** What the version history says. */
export const germanHistory = {
  title: 'Versionsverlauf',
  timeline: 'Zeitpunkte',
  empty: 'Noch keine früheren Stände',
  emptyText: 'Sobald am Text geschrieben wurde, erscheint hier, wer wann was geändert hat.',
  more: 'Ältere anzeigen',
  causes,
  by: (names: string): string => `von ${names}`,
  nobody: 'ohne Namen',
  host: 'Programm',
  removedParts: (count: number): string => (count === 1 ? '1 gelöscht' : `${count} gelöscht`),
  header: 'Titel oder Stadt',
  compare: 'Vergleichen mit',
  withBefore: 'Stand davor',
  withNow: 'Stand jetzt',
  plain: 'Ohne Markierung',
  noBefore: 'Davor gibt es keinen Stand.',
  inserted: 'Eingefügt',
  deleted: 'Gelöscht',
  unchanged: 'Zwischen diesen beiden Ständen ändert sich am Text nichts.',
  dropped: 'Nicht mehr im Text',
  restoreAll: 'Diesen Stand wiederherstellen',
  restoreAsk: 'Den ganzen Text auf diesen Stand zurücksetzen?',
  restoreHint:
    'Das ist eine Bearbeitung wie jede andere: Alle sehen sie sofort, und Sie können sie rückgängig machen. Nichts geht verloren, der Stand von jetzt bleibt im Verlauf.',
  restored: 'Der Text steht wieder auf dem gewählten Stand.',
  restoreGoal: (what: string): string => `${what} auf diesen Wortlaut zurücksetzen`,
  restoredGoal: (what: string): string => `${what} hat wieder den früheren Wortlaut.`,
  restoreGone:
    'Diese Stelle gibt es im heutigen Text nicht mehr. Stellen Sie den ganzen Stand wieder her, oder kopieren Sie den Wortlaut.',
  restoreSame: 'Der Wortlaut ist heute derselbe.',
  undo: 'Rückgängig',
  locked: 'Der Text ist gesperrt. Zum Wiederherstellen öffnen Sie ihn zuerst.',
  textOf: (when: string): string => `Text vom ${when}`,
};
