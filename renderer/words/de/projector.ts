/** What the projector says. */
export const germanProjector = {
  title: 'Beamer',
  waiting: 'Gleich geht es weiter.',
  waitingHint: 'Die Moderation zeigt hier das Ziel, über das gesprochen wird.',
  gone: 'Diese Stelle gibt es im Text nicht mehr.',
  next: 'Nächstes Ziel',
  previous: 'Voriges Ziel',
  dark: 'Weiß auf Schwarz',
  light: 'Schwarz auf Weiß',
  fullScreen: 'Ganzer Bildschirm',
  close: 'Beamer schließen',
  controls: 'Steuerung',
  missing: 'Noch ist kein Beamer geöffnet: Was Sie zeigen, sieht noch niemand.',
  open: 'Beamer öffnen',
  opened: 'Was der Beamer zeigt, steht in einem eigenen Fenster. Ziehen Sie es auf den zweiten Bildschirm.',
  blocked:
    'Der Browser hat das Fenster nicht geöffnet. Bitte erlauben Sie es für diese Adresse, oder zeigen Sie den Beamer hier.',
  here: 'Hier zeigen',
  offline: 'Keine Verbindung',
};
