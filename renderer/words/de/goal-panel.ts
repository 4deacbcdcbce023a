/** What the side panel says. */
export const germanGoalPanel = {
  title: 'Zur Auswahl',
  nothing: 'Nichts ausgewählt',
  nothingText:
    'Setzen Sie die Schreibmarke in ein Ziel oder wählen Sie es in der Gliederung. Hier steht dann, was dazu gehört.',
  path: 'Steht in',
  id: 'Kennung',
  idHint: 'Bleibt gleich, auch wenn sich die Nummer ändert.',
  copyId: 'Kennung kopieren',
  words: (count: number): string => (count === 1 ? '1 Wort' : `${count} Wörter`),
  here: 'Gerade hier',
  footnotes: 'Fußnoten',
  references: 'Querverweise',
  refersTo: 'Verweist auf',
  referredFrom: 'Darauf verweisen',
  missing: 'Ziel des Verweises fehlt',
  origin: 'Herkunft',
  noEdition: 'Noch wurde keine Edition festgeschrieben.',
  originOf: {
    kept: (edition: string, number: string): string =>
      `${edition}: ${number === '' ? '' : `${number}, `}unverändert`,
    changed: (edition: string, number: string): string =>
      `${edition}: ${number === '' ? '' : `${number}, `}umformuliert`,
    reformatted: (edition: string, number: string): string =>
      `${edition}: ${number === '' ? '' : `${number}, `}Auszeichnung geändert`,
    moved: 'an anderer Stelle',
    kindChanged: 'andere Art',
    new: (edition: string): string => `Neu seit der Edition ${edition}`,
    split: (edition: string, from: string): string => `${edition}: hervorgegangen aus ${from}`,
    merged: (edition: string, from: string): string => `${edition}: zusammengeführt aus ${from}`,
  },
  showDiff: 'Was sich geändert hat',
  hideDiff: 'Weniger',
  history: 'Verlauf',
  noHistory: 'Seit Beginn der Aufzeichnung wurde hier nichts geändert.',
  loading: 'Wird nachgesehen …',
  show: 'Wortlaut damals',
  restore: 'Diesen Wortlaut wiederherstellen',
  openHistory: 'Ganzen Verlauf öffnen',
  project: 'Auf Leinwand zeigen',
  stopProject: 'Leinwand leeren',
  projected: 'Auf der Leinwand',
};
