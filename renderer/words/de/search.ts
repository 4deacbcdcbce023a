/** What the bar for find and replace says. */
export const germanSearch = {
  title: 'Suchen und ersetzen',
  find: 'Suchen',
  replace: 'Ersetzen durch',
  next: 'Nächste Fundstelle',
  previous: 'Vorige Fundstelle',
  close: 'Suche schließen',
  showReplace: 'Ersetzen einblenden',
  hideReplace: 'Ersetzen ausblenden',
  replaceOne: 'Ersetzen',
  replaceAll: 'Alle ersetzen',
  count: (at: number, of: number): string => (at === 0 ? `${of} Fundstellen` : `${at} von ${of}`),
  none: 'Keine Fundstelle',
  replaced: (count: number): string => (count === 1 ? '1 Stelle ersetzt.' : `${count} Stellen ersetzt.`),
  matchCase: 'Groß- und Kleinschreibung beachten',
  wholeWords: 'Nur ganze Wörter',
};
