import type { RoundState } from '../../../shared/rounds/round.ts';
import type { AnswerState } from '../../../shared/overview/round-answers.ts';

const institutions = (count: number): string =>
  count === 1 ? '1 Institution' : `${String(count)} Institutionen`;

const states: Readonly<Record<RoundState, string>> = {
  planned: 'Geplant',
  open: 'Offen',
  answers: 'Antworten',
  closed: 'Geschlossen',
};

const answerStates: Readonly<Record<AnswerState, string>> = {
  silent: 'Noch nichts eingereicht',
  positions: 'Nur Haltungen',
  statements: 'Beiträge eingereicht',
};

/** What moderation reads while it plans, opens and closes rounds, and what everybody reads of the one that runs. */
export const germanRounds = {
  title: 'Beteiligungsrunden',
  close: 'Schließen',
  list: 'Alle Runden',
  create: 'Neue Runde',
  none: 'Noch keine Runde angelegt',
  noneText:
    'In einer Runde fragen Sie Institutionen nach dem Text oder nach Teilen davon. Legen Sie eine Runde an, laden Sie ein, und öffnen Sie sie, wenn es losgeht.',
  states,
  /** Below the name of a round in the list. */
  stateLine: {
    planned: (from: string | null): string => (from === null ? 'Geplant' : `Geplant ab ${from}`),
    open: (until: string | null): string => (until === null ? 'Offen' : `Offen bis ${until}`),
    answers: 'Institutionen antworten auf Vorschläge',
    closed: 'Geschlossen',
  },
  /** In the line below the text, for everybody. */
  sign: {
    open: (name: string, until: string | null): string =>
      until === null ? `„${name}“ ist offen` : `„${name}“ offen bis ${until}`,
    answers: (name: string): string => `„${name}“: Antworten auf Vorschläge`,
  },
  /** What has just become of a round, whoever did it. */
  told: {
    open: (name: string): string =>
      `„${name}“ ist jetzt offen. Eingeladene Institutionen können Beiträge einreichen.`,
    answers: (name: string): string =>
      `„${name}“ nimmt keine neuen Beiträge mehr an. Institutionen können auf Vorschläge antworten.`,
    closed: (name: string): string => `„${name}“ ist geschlossen. Entwürfe bleiben erhalten.`,
  },
  facts: {
    period: 'Zeitraum',
    invited: 'Eingeladen',
    places: 'Gefragt wird nach',
    visibility: 'Beiträge lesen',
    base: 'Grundlage',
  },
  period: (from: string | null, until: string | null): string =>
    from === null
      ? until === null
        ? 'Ohne festes Ende'
        : `Bis ${until}`
      : until === null
        ? `Ab ${from}, ohne festes Ende`
        : `${from} bis ${until}`,
  invitedAll: (count: number): string => `Alle Institutionen (zurzeit ${String(count)})`,
  invitedSome: institutions,
  placesAll: 'Dem ganzen Leitbild',
  placesGone: (count: number): string =>
    count === 1 ? '1 Stelle, die es nicht mehr gibt' : `${String(count)} Stellen, die es nicht mehr gibt`,
  nobody: 'Niemand. Bitte laden Sie Institutionen ein, bevor Sie die Runde öffnen.',
  nothingAsked: 'Nach nichts. Bitte wählen Sie, worum es geht.',
  visibilities: {
    own: 'Delegierte lesen nur die Beiträge ihrer eigenen Institution',
    all: 'Alle Delegierten lesen die Beiträge aller Institutionen',
  },
  base: (day: string): string => `Der Text, wie er am ${day} stand`,
  noBase: 'Wird festgehalten, wenn Sie die Runde öffnen',
  proof: (hash: string): string => `Prüfsumme ${hash}`,
  edit: 'Bearbeiten',
  open: 'Öffnen',
  reopen: 'Wieder öffnen',
  toAnswers: 'Zur Antwortphase',
  end: 'Runde schließen',
  remove: 'Entfernen',
  cancel: 'Abbrechen',
  askOpen: {
    title: (name: string): string => `„${name}“ öffnen?`,
    first:
      'Der Text wird so festgehalten, wie er jetzt ist: Darauf beziehen sich alle Beiträge. Worum es geht und ab wann, lässt sich danach nicht mehr ändern; einladen können Sie weitere Institutionen.',
    again:
      'Institutionen können wieder Beiträge einreichen. Es bleibt bei dem Text, der beim ersten Öffnen festgehalten wurde.',
    invited: (count: number): string => `Eingeladen: ${institutions(count)}.`,
    noEnd: 'Die Runde hat kein Ende. Sie schließen sie selbst.',
    until: (day: string): string => `Die Runde schließt am ${day} um 24 Uhr von selbst.`,
    confirm: 'Öffnen',
  },
  askAnswers: {
    title: (name: string): string => `„${name}“ zur Antwortphase führen?`,
    text: 'Neue Beiträge werden nicht mehr angenommen. Institutionen können auf Ihre Vorschläge antworten und eigene Beiträge zurücknehmen. Entwürfe bleiben bei ihnen erhalten.',
    confirm: 'Antwortphase beginnen',
  },
  askClose: {
    title: (name: string): string => `„${name}“ schließen?`,
    text: 'Das gilt sofort für alle, auch für die, die gerade schreiben. Entwürfe bleiben bei den Institutionen erhalten. Sie können die Runde wieder öffnen.',
    confirm: 'Runde schließen',
  },
  askRemove: {
    title: (name: string): string => `„${name}“ entfernen?`,
    text: 'Die Runde war noch nicht offen; es gibt keine Beiträge dazu.',
    confirm: 'Entfernen',
  },
  form: {
    create: 'Neue Runde',
    edit: (name: string): string => `„${name}“ bearbeiten`,
    name: 'Name',
    nameExample: 'Zum Beispiel „Revision 2025, erste Runde“',
    from: 'Erster Tag',
    fromHint: 'Öffnen müssen Sie die Runde selbst.',
    until: 'Letzter Tag',
    untilHint: 'Die Runde schließt am Ende dieses Tages von selbst.',
    invited: 'Wer ist eingeladen?',
    invitedAll: 'Alle Institutionen im Register',
    invitedSome: 'Ausgewählte Institutionen',
    search: 'Institution suchen',
    chooseAll: 'Alle auswählen',
    chooseFound: (count: number): string => `Gefundene auswählen (${String(count)})`,
    chooseNone: 'Keine',
    chosen: (count: number, all: number): string => `${String(count)} von ${String(all)} ausgewählt`,
    notFound: 'Keine Institution heißt so.',
    noInstitutions: 'Im Register stehen noch keine Institutionen.',
    places: 'Wonach wird gefragt?',
    placesAll: 'Nach dem ganzen Leitbild',
    placesSome: 'Nach einzelnen Handlungsfeldern',
    noFields: 'Der Text hat noch keine Handlungsfelder.',
    visibility: 'Wer liest die Beiträge, solange die Runde läuft?',
    begun:
      'Diese Runde war schon offen. Erster Tag und Handlungsfelder stehen fest; wer eingeladen ist, bleibt es.',
    save: 'Speichern',
    changed: {
      title: 'Jemand anders hat diese Runde inzwischen geändert',
      text: 'Es wurde noch nichts gespeichert. Was Sie nicht angefasst haben, zeigt jetzt den neuen Stand. Bitte prüfen Sie die Angaben und speichern Sie noch einmal.',
      now: (field: string, value: string): string => `${field}: jetzt „${value}“.`,
      kept: 'Hier steht weiter Ihre Angabe.',
      noDay: 'ohne festen Tag',
      fields: (count: number): string =>
        count === 1 ? '1 Handlungsfeld' : `${String(count)} Handlungsfelder`,
    },
    removed: {
      title: 'Jemand anders hat diese Runde inzwischen entfernt',
      text: 'Es wurde noch nichts gespeichert, und Ihre Angaben stehen noch hier. Wenn Sie speichern, entsteht daraus eine neue Runde.',
    },
    needed: 'Bitte füllen Sie dieses Feld aus.',
    chooseSome: 'Bitte wählen Sie mindestens eine Institution.',
    chooseField: 'Bitte wählen Sie mindestens ein Handlungsfeld.',
    backwards: 'Der letzte Tag liegt vor dem ersten.',
    over: 'Dieser Tag ist schon vorbei.',
  },
  faults: {
    invited: 'Es ist niemand eingeladen. Bitte wählen Sie Institutionen aus, bevor Sie die Runde öffnen.',
    places: 'Es wird nach nichts gefragt. Bitte wählen Sie Handlungsfelder aus, bevor Sie die Runde öffnen.',
    closesAt: 'Der letzte Tag ist schon vorbei oder liegt vor dem ersten. Bitte ändern Sie ihn.',
    base: 'Die Runde war noch nicht offen. Bitte öffnen Sie sie zuerst.',
  },
  answers: {
    title: 'Rückmeldungen',
    loading: 'Die Beiträge werden geladen …',
    states: answerStates,
    filter: 'Zeigen',
    all: (count: number): string => `Alle (${String(count)})`,
    of: {
      silent: (count: number): string => `Noch nichts (${String(count)})`,
      positions: (count: number): string => `Nur Haltungen (${String(count)})`,
      statements: (count: number): string => `Beiträge (${String(count)})`,
    },
    columns: {
      institution: 'Institution',
      state: 'Stand',
      statements: 'Beiträge',
      positions: 'Haltungen',
      received: 'Zuletzt eingegangen',
      seen: 'Zuletzt geöffnet',
      email: 'E-Mail',
    },
    takenBack: 'Hat alles zurückgenommen',
    neverSeen: 'nie',
    notInvited: 'kein Zugang',
    withoutAccess: (count: number): string =>
      count === 1
        ? 'Eine eingeladene Institution hat noch keinen Zugang: Geben Sie ihr unter „Freigabe“ einen Einladungslink, oder schicken Sie ihr ein Paket.'
        : `${String(count)} eingeladene Institutionen haben noch keinen Zugang: Geben Sie ihnen unter „Freigabe“ Einladungslinks, oder schicken Sie ihnen Pakete.`,
    toSharing: 'Freigabe öffnen',
    toPackages: 'Pakete öffnen',
    noAddress: 'keine Adresse',
    never: '–',
    nobody: 'Hier steht niemand.',
    copy: (count: number): string =>
      count === 1 ? '1 E-Mail-Adresse kopieren' : `${String(count)} E-Mail-Adressen kopieren`,
    copied: (count: number, without: number): string => {
      const taken = count === 1 ? '1 Adresse ist kopiert.' : `${String(count)} Adressen sind kopiert.`;
      return without === 0 ? taken : `${taken} Von ${institutions(without)} ist keine Adresse bekannt.`;
    },
    save: 'Als Tabelle speichern (CSV)',
    file: (name: string): string => `Rückmeldungen ${name}.csv`,
  },
};
