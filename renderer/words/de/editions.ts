/** What is said of editions: the list, freezing, reading and comparing. */
export const germanEditions = {
  title: 'Editionen',
  close: 'Editionen schließen',
  list: 'Editionen dieses Leitbilds',
  loading: 'Wird geladen',
  draft: 'Entwurf',
  draftText: 'wird noch bearbeitet',
  edition: (label: string) => `Edition ${label}`,
  frozen: (day: string) => `festgeschrieben am ${day}`,
  none: 'Es gibt noch keine Edition. Eine Edition ist eine festgeschriebene Fassung, zum Beispiel die vom Rat beschlossene; sie ändert sich danach nie mehr.',
  noneForGuests: 'Es ist noch keine Edition veröffentlicht.',
  untitled: '(ohne Titel)',
  adoption: 'Beschluss',
  adopted: (body: string, day: string, paper: string) =>
    `${body}, ${day}${paper === '' ? '' : `, Vorlage ${paper}`}`,
  notAdopted: 'keiner angegeben',
  frozenAt: 'Festgeschrieben am',
  hash: 'Prüfsumme (SHA-256)',
  copyHash: 'Ganze Prüfsumme kopieren',
  copied: 'Kopiert',
  previous: 'Vorige Edition',
  first: 'keine, dies ist die erste',
  participants: 'Beteiligte',
  participantsCount: (count: number) => (count === 1 ? 'eine Institution' : `${count} Institutionen`),
  verify: 'Prüfen',
  verifying: 'Wird geprüft',
  verified: 'Unverändert. Die Prüfsumme stimmt, und die Kette zu den früheren Editionen ist lückenlos.',
  notVerified: 'Die Prüfung ist fehlgeschlagen',
  exportIt: 'Exportieren …',
  read: 'Lesen',
  compare: 'Vergleichen',
  mode: 'Ansicht',
  emptyDraft: 'Der Entwurf ist noch leer.',
  missingReference: '[Verweisziel nicht mehr vorhanden]',
  freeze: 'Als Edition festschreiben …',
  freezeTitle: 'Entwurf als Edition festschreiben',
  freezeLead:
    'Der Text, wie er jetzt ist, wird als Edition festgeschrieben und bekommt eine Prüfsumme. Am Entwurf können Sie danach weiterarbeiten.',
  fieldLabel: 'Bezeichnung',
  fieldLabelHelp: 'meist das Jahr, zum Beispiel 2026; steht auf dem Deckblatt und in Dateinamen',
  fieldTitle: 'Titel',
  fieldSubtitle: 'Untertitel',
  fieldMunicipality: 'Kommune',
  hasAdoption: 'Der Text ist beschlossen',
  hasAdoptionHelp: 'Gremium, Tag und Vorlage stehen dann im Impressum.',
  fieldBody: 'Beschließendes Gremium',
  fieldBodyExample: 'zum Beispiel: Rat der Stadt Musterfurt',
  fieldDate: 'Tag des Beschlusses',
  fieldPaper: 'Nummer der Vorlage',
  fieldPaperExample: 'zum Beispiel: V/0815/2026',
  needed: 'Bitte ausfüllen.',
  labelTaken: (label: string) => `Eine Edition „${label}“ gibt es schon.`,
  labelForm:
    'Erlaubt sind Buchstaben, Ziffern, Leerzeichen, Punkt, Binde- und Unterstrich, am Anfang und Ende ein Buchstabe oder eine Ziffer, höchstens 40 Zeichen.',
  labelReserved: 'Dieser Name hat schon eine andere Bedeutung. Wählen Sie zum Beispiel ein Jahr.',
  checks: 'Prüfung vor dem Festschreiben',
  checkTitle: (title: string) => (title === '' ? 'Der Titel fehlt.' : `Titel: „${title}“`),
  checkText: (empty: boolean): string => (empty ? 'Der Text ist leer.' : 'Der Text ist da.'),
  checkGoals: (counts: string) => (counts === '' ? 'Der Text enthält noch keine Ziele.' : `Ziele: ${counts}`),
  checkEmpty: (count: number) =>
    count === 0
      ? 'Keine leeren Überschriften und Ziele'
      : `${count === 1 ? 'Eine Überschrift oder ein Ziel ist' : `${count} Überschriften oder Ziele sind`} leer.`,
  checkReferences: (count: number) =>
    count === 0
      ? 'Alle Verweise führen zu einer Stelle'
      : `${count === 1 ? 'Ein Verweis führt' : `${count} Verweise führen`} ins Leere.`,
  checkParticipants: (count: number) =>
    count === 0
      ? 'Im Register stehen keine Institutionen; es werden keine Beteiligten abgedruckt.'
      : `${count} Institutionen werden als Beteiligte abgedruckt`,
  checkConsent: (refused: number, notAsked: number) =>
    [
      ...(refused === 0
        ? []
        : [
            `${refused === 1 ? 'Eine Institution möchte' : `${refused} Institutionen möchten`} nicht genannt werden und ${refused === 1 ? 'fehlt' : 'fehlen'} darin.`,
          ]),
      notAsked === 0
        ? 'Alle sind gefragt, ob sie genannt werden möchten.'
        : `${notAsked === 1 ? 'Eine ist' : `${notAsked} sind`} nicht gefragt, ob sie genannt werden ${notAsked === 1 ? 'möchte' : 'möchten'} (im Register unter „Nennung in der Edition“).`,
    ].join(' '),
  checkWeighing: (open: number, running: string | null) =>
    [
      open === 0
        ? 'Alle Beiträge sind abgewogen.'
        : `${open === 1 ? 'Ein Beitrag ist' : `${open} Beiträge sind`} noch nicht endgültig abgewogen (unter „Beteiligung“, „Abwägung der Beiträge“).`,
      ...(running === null ? [] : [`Die Runde „${running}“ läuft noch.`]),
    ].join(' '),
  checkUnchanged: (label: string) => `Der Text ist derselbe wie in der Edition ${label}.`,
  checkPrintable: {
    running: 'Es wird geprüft, ob sich alles drucken lässt …',
    done: (pages: number) => `Alles lässt sich drucken (${pages} Seiten)`,
    failed: 'So lässt sich der Text nicht drucken.',
  },
  checkLevels: { fine: 'in Ordnung', hint: 'Hinweis', stop: 'Bitte beheben' },
  showPlace: (number: number) => `Zur Stelle ${number}`,
  dateInFuture: 'Dieser Tag liegt in der Zukunft. Bitte prüfen Sie ihn.',
  forGood: 'Eine Edition lässt sich danach nicht mehr ändern',
  forGoodText:
    'Weder Text noch Angaben können später berichtigt werden. Für eine Berichtigung wird eine neue Edition festgeschrieben.',
  understood: 'Ich habe die Angaben geprüft',
  freezeNow: (label: string) => (label === '' ? 'Festschreiben' : `Edition ${label} festschreiben`),
  frozenNow: (label: string) => `Die Edition ${label} ist festgeschrieben.`,
  notFrozen: 'Es wurde nichts festgeschrieben',
  compareFrom: 'Frühere Fassung',
  compareTo: 'Spätere Fassung',
  compareNeedsTwo: 'Zum Vergleichen braucht es zwei Fassungen.',
  comparing: 'Wird verglichen',
  noDifferences: 'Die beiden Fassungen sind gleich.',
  nothingShown: 'Zu dieser Auswahl gibt es nichts zu zeigen.',
  changes: 'Änderung',
  filter: 'Zeigen',
  filterAll: 'Alle Änderungen',
  only: 'Nur Ziele',
  search: 'Im Vergleich suchen',
  states: {
    kept: 'unverändert',
    reworded: 'neu formuliert',
    moved: 'verschoben',
    kindChanged: 'andere Art',
    reformatted: 'anders ausgezeichnet',
    split: 'geteilt',
    merged: 'zusammengeführt',
    new: 'neu',
    dropped: 'entfallen',
  },
  count: (state: string, count: number) => `${state}: ${count}`,
  notThere: 'nicht vorhanden',
  legend: 'Gestrichenes und Eingefügtes ist farbig markiert.',
};
