/** The page that an institution gets by mail, and the file from which the app takes part. */
export const germanOffline = {
  documentTitle: (round: string, institution: string): string => `${round} – ${institution}`,
  round: (round: string, institution: string): string => `${round} · ${institution}`,
  until: (day: string): string => `Antwort erbeten bis ${day}`,
  late: 'Nach der Uhr dieses Rechners ist die Frist vorbei. Sie können trotzdem antworten; ob es noch zählt, entscheidet die Moderation.',
  contents: 'Inhalt',
  text: 'Text',
  panel: 'Beiträge',
  choose: 'Wählen Sie links oder im Text ein Ziel. Hier schreiben Sie dann, was Ihre Institution dazu sagt.',
  all: 'Alle Beiträge',
  answer: 'Antwort erzeugen',
  answerTitle: 'Antwort erzeugen',
  answerHolds: (count: number): string =>
    count === 1 ? 'Die Antwort enthält 1 Eintrag.' : `Die Antwort enthält ${String(count)} Einträge.`,
  answerEmpty: 'Noch ist nichts eingereicht. Reichen Sie erst Beiträge oder Haltungen ein.',
  draftsLeft: (count: number): string =>
    count === 1
      ? '1 Entwurf ist noch nicht eingereicht und kommt nicht in die Antwort.'
      : `${String(count)} Entwürfe sind noch nicht eingereicht und kommen nicht in die Antwort.`,
  stancesLeft: (count: number): string =>
    count === 1
      ? '1 Haltung ist gewählt, aber noch nicht eingereicht.'
      : `${String(count)} Haltungen sind gewählt, aber noch nicht eingereicht.`,
  answerHow: [
    'Die Datei wird auf diesem Rechner gespeichert, meist im Ordner „Downloads“.',
    'Schicken Sie sie als Anhang an die Stelle, die Ihnen die Unterlagen geschickt hat.',
    'Schreiben Sie später noch etwas, erzeugen Sie die Antwort neu: Sie enthält immer alles.',
  ],
  answerSave: 'Antwort speichern',
  answerSaved: (name: string): string => `Gespeichert als „${name}“. Schicken Sie diese Datei zurück.`,
  cancel: 'Abbrechen',
  close: 'Schließen',
  more: 'Zwischenstand',
  save: 'Zwischenstand sichern',
  load: 'Zwischenstand laden',
  saved: (name: string): string => `Gesichert als „${name}“. Das ist noch keine Antwort.`,
  loaded: 'Der Zwischenstand ist geladen.',
  loadFaults: {
    damaged: 'Diese Datei ist kein Zwischenstand oder wurde beschädigt. Geladen wurde nichts.',
    'other-package': 'Dieser Zwischenstand gehört zu einem anderen Rundenpaket. Geladen wurde nichts.',
  },
  kept: 'Was Sie schreiben, bleibt in diesem Browser auf diesem Rechner gespeichert.',
  notKept:
    'Dieser Browser speichert nichts für diese Seite. Sichern Sie den Zwischenstand als Datei, bevor Sie das Fenster schließen.',
  nothingSent: 'Diese Seite sendet nichts ins Internet.',
  answersOnly: 'In dieser Runde werden nur noch Antworten auf die Vorschläge der Moderation angenommen.',
  brokenTitle: 'Diese Seite lässt sich nicht verwenden',
  broken:
    'Das Rundenpaket in dieser Seite fehlt oder wurde verändert. Bitte lassen Sie sich die Seite noch einmal schicken und speichern Sie den Anhang, bevor Sie ihn öffnen.',
};
