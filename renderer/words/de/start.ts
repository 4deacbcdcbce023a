/** What the start screen says. */
export const germanStart = {
  name: 'Leitbild-Werkstatt',
  lead: 'Ein Leitbild gemeinsam schreiben, mit vielen Institutionen beraten und als Edition veröffentlichen.',
  local: 'Alles bleibt auf diesem Rechner, bis Sie andere einladen.',
  version: (version: string) => `Version ${version}`,
  begin: 'Womit möchten Sie beginnen?',
  busy: 'Wird geöffnet',
  actions: {
    sample: {
      title: 'Beispiel ansehen',
      text: 'Ein fertiges Leitbild einer erfundenen Stadt, mit drei Editionen. Zum Umsehen und Ausprobieren.',
    },
    create: {
      title: 'Neues Leitbild',
      text: 'Mit einem leeren Text beginnen, der schon weiß, welche Arten von Zielen es gibt.',
    },
    importDocument: {
      title: 'Dokument importieren',
      text: 'Ein vorhandenes Leitbild aus Word, PDF oder einer Textdatei übernehmen.',
    },
    open: {
      title: 'Datei öffnen',
      text: 'Eine Leitbild-Datei (.leitbild) oder ein Paket zu einer Runde (.leitbild-runde), das Sie per Mail bekommen haben.',
    },
    join: {
      title: 'Einer Einladung folgen',
      text: 'Mit dem Link, den Sie von der Moderation bekommen haben.',
    },
  },
  recent: 'Zuletzt geöffnet',
  recentNone:
    'Hier stehen später die Leitbilder, mit denen Sie gearbeitet haben. Wenn Sie zum ersten Mal hier sind, sehen Sie sich am besten das Beispiel an.',
  opened: (when: string) => `geöffnet ${when}`,
  isOpen: 'ist gerade offen',
  missing: 'Datei nicht gefunden',
  missingHelp: (place: string) =>
    `Die Datei liegt nicht mehr in „${place}“. Vielleicht wurde sie verschoben oder umbenannt, oder das Laufwerk ist nicht verbunden. Mit „Datei öffnen“ können Sie sie suchen.`,
  forget: (name: string) => `„${name}“ aus der Liste nehmen`,
  forgotten: (name: string) => `„${name}“ steht nicht mehr in der Liste. Die Datei selbst ist noch da.`,
  drop: 'Datei hier ablegen, um sie zu öffnen oder zu importieren',
  dropUnknownTitle: 'Diese Datei kann hier nicht geöffnet werden',
  dropUnknown: (name: string) =>
    `„${name}“ ist weder eine Leitbild-Datei (.leitbild) noch ein Dokument, das eingelesen werden kann. Möglich sind Word (.docx), PDF, Text (.txt) und Markdown (.md).`,
  dropManyTitle: 'Bitte nur eine Datei ablegen',
  dropMany: 'Es kann immer nur eine Datei auf einmal geöffnet oder importiert werden.',
  dropInBrowserTitle: 'Diese Datei bitte über „Datei öffnen“ wählen',
  dropInBrowser: (name: string) =>
    `Im Browser ist nicht zu erkennen, in welchem Ordner „${name}“ liegt. Suchen Sie die Datei bitte über „Datei öffnen“; dann wird sie dort bearbeitet, wo sie liegt.`,
  packageExistsTitle: 'Zu diesem Paket gibt es schon eine Datei gleichen Namens',
  packageExists: (name: string, there: string) =>
    `Neben „${name}“ liegt „${there}“. Sie stammt aus einem anderen Paket, zum Beispiel aus einer früheren Zusendung. Öffnen Sie diese Datei, wenn Sie darin weiterarbeiten möchten, oder legen Sie für das neue Paket eine eigene an. In keinem Fall geht etwas verloren.`,
  openThere: 'Vorhandene Datei öffnen',
  openLeitbild: 'Dieses Leitbild öffnen',
  openAnew: 'Unter anderem Namen anlegen und öffnen',
  answerTitle: 'Das ist die Antwort einer Institution',
  answer: (name: string, file: string | null) =>
    `„${name}“ enthält Beiträge zu einer Beteiligungsrunde. Sie werden in dem Leitbild eingelesen, aus dem das Paket verschickt wurde. ${
      file === null
        ? 'Dieses Leitbild wurde auf diesem Rechner noch nicht geöffnet. Öffnen Sie zuerst seine Datei'
        : `Das ist „${file}“. Öffnen Sie es`
    }, und wählen Sie dort „Pakete verschicken und einlesen“ und „Antworten einlesen“.`,
  newTitle: 'Neues Leitbild',
  importTitle: 'Dokument importieren',
  importLead: (name: string) =>
    `„${name}“ wird in ein neues Leitbild übernommen. Vorher sehen Sie eine Vorschau; die Vorlage selbst bleibt unverändert.`,
  fieldTitle: 'Titel des Leitbilds',
  fieldTitleExample: 'zum Beispiel: Leitbild Zusammenleben in Vielfalt',
  fieldTitleMissing: 'Bitte geben Sie einen Titel an. Er lässt sich später ändern.',
  fieldMunicipality: 'Kommune',
  fieldMunicipalityExample: 'zum Beispiel: Stadt Musterfurt; steht später im Impressum',
  fieldProfile: 'Welche Arten von Zielen hat das Leitbild?',
  profileKinds: (kinds: readonly string[]) => `Ziele: ${kinds.join(', ')}`,
  profileTexts: {
    standard:
      'Jedes Handlungsfeld hat Leitziele, die sagen, was erreicht werden soll, und Teilziele, die sagen, wie. Das passt für die meisten Leitbilder.',
    'vier-ebenen':
      'Für Leitbilder mit mehr Ebenen: Unter jedem Leitziel stehen weitere, immer genauere Ziele.',
  } as Readonly<Record<string, string>>,
  fieldPlace: 'Speicherort',
  fieldPlaceHelp: 'Alles wird in dieser einen Datei gespeichert. Sie können sie kopieren und weitergeben.',
  fieldFolder: 'Ordner',
  fieldFile: 'Dateiname',
  fieldFileMissing: 'Bitte geben Sie einen Dateinamen an.',
  fieldFileCharacters: 'Diese Zeichen sind in Dateinamen nicht erlaubt: \\ / : * ? " < > |',
  choosePlace: 'Ordner wählen …',
  create: 'Leitbild anlegen',
  createAndImport: 'Anlegen und weiter',
  cancel: 'Abbrechen',
  close: 'Schließen',
  joinTitle: 'Einer Einladung folgen',
  joinLead:
    'Fügen Sie den Einladungslink ein. Auf diesem Rechner wird eine Datei mit Ihrer eigenen Fassung angelegt; sie gleicht sich ab, sobald der andere Rechner erreichbar ist.',
  joinLink: 'Einladungslink',
  joinLinkExample: 'beginnt mit http:// oder https:// und enthält /join#token=…',
  joinLinkMissing: 'Bitte fügen Sie den Link aus der Einladung ein.',
  joinLinkNewer:
    'Dieser Link stammt von einer neueren Version. Bitte aktualisieren Sie dieses Programm und versuchen Sie es dann noch einmal.',
  joinLinkInvalid:
    'Das ist kein vollständiger Einladungslink. Er endet mit einer langen Zeichenfolge hinter „#token=“; vielleicht wurde er beim Kopieren abgeschnitten oder umbrochen. Kopieren Sie ihn bitte noch einmal ganz aus der Einladung.',
  joinFile: 'Meine Fassung',
  join: 'Einladung annehmen',
  openTitle: 'Leitbild-Datei öffnen',
  chooseFolderTitle: 'Ordner wählen',
  folderUp: 'Übergeordneter Ordner',
  folderEmpty: 'In diesem Ordner liegen keine Ordner und keine Leitbild-Dateien.',
  folderMore: 'Der Ordner enthält noch mehr; nicht alles wird gezeigt.',
  folderReadOnly: 'In diesem Ordner dürfen Sie nichts speichern. Bitte wählen Sie einen anderen.',
  folderContents: (folder: string) => `Inhalt von ${folder}`,
  folderKinds: { folder: 'Ordner', workspace: 'Leitbild-Datei' },
  places: { home: 'Persönlicher Ordner', documents: 'Dokumente', desktop: 'Schreibtisch', drive: 'Laufwerk' },
  placesLabel: 'Orte',
  chooseThisFolder: 'Diesen Ordner nehmen',
  reading: 'Wird gelesen',
  fileKind: 'Leitbild',
  theme: 'Darstellung',
  themes: { auto: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  notOpened: 'Das ging nicht',
  tryAgain: 'Noch einmal versuchen',
  deskGone: 'Die Leitbild-Werkstatt antwortet nicht',
};
