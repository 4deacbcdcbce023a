/** What the projector view says. */
export const germanProjector = {
  title: 'Beameransicht',
  waiting: 'Gleich geht es weiter.',
  waitingHint: 'Die Moderation zeigt hier das Ziel, über das gesprochen wird.',
  gone: 'Diese Stelle gibt es im Text nicht mehr.',
  next: 'Nächstes Ziel',
  previous: 'Voriges Ziel',
  dark: 'Weiß auf Schwarz',
  light: 'Schwarz auf Weiß',
  fullScreen: 'Ganzer Bildschirm',
  close: 'Beameransicht schließen',
  controls: 'Steuerung',
  shown: (what: string): string => `${what} ist auf der Leinwand.`,
  missing: 'Noch ist keine Beameransicht geöffnet: Was Sie auf der Leinwand zeigen, sieht noch niemand.',
  open: 'Beameransicht öffnen',
  opened: 'Die Beameransicht ist in einem eigenen Fenster. Ziehen Sie es auf den Beamer.',
  blocked:
    'Der Browser hat das Fenster nicht geöffnet. Bitte erlauben Sie es für diese Adresse, oder zeigen Sie die Beameransicht hier.',
  here: 'Hier zeigen',
  offline: 'Keine Verbindung',
};
