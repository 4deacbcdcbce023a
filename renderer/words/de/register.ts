import type { DelegateRole } from '../../../shared/register/delegate.ts';
import type { InstitutionKind } from '../../../shared/register/institution.ts';
import type { CandidateReason } from '../../../shared/register/register-candidates.ts';

const kinds: Readonly<Record<InstitutionKind, string>> = {
  association: 'Verein oder Verband',
  migrantOrganisation: 'Migrantenorganisation',
  religiousCommunity: 'Religionsgemeinschaft',
  office: 'Amt oder Behörde',
  school: 'Schule oder Kita',
  university: 'Hochschule',
  company: 'Unternehmen oder Kammer',
  party: 'Partei oder Fraktion',
  initiative: 'Initiative oder Netzwerk',
  other: 'Sonstige',
};

const roles: Readonly<Record<DelegateRole, string>> = {
  delegate: 'Delegierte Person',
  deputy: 'Stellvertretung',
  head: 'Leitung',
};

const why: Readonly<Record<CandidateReason, string>> = {
  form: 'gleich bis auf Rechtsform, Ort oder Schreibweise',
  initials: 'könnte die Abkürzung sein',
  part: 'der eine Name ist im anderen enthalten',
  spelling: 'ähnlich geschrieben',
  'former-name': 'hieß früher so oder ähnlich',
  merged: 'darin ist die genannte Institution aufgegangen',
  left: 'nimmt zurzeit nicht mehr teil; mit der Übernahme wieder',
};

const some = (count: number, one: string, many: string): string => (count === 1 ? one : `${count} ${many}`);

/** What is said around the register of institutions. */
export const germanRegister = {
  title: 'Register der Institutionen',
  close: 'Register schließen',
  list: 'Institutionen',
  search: 'Suchen',
  searchHint: 'Name, Art oder Person',
  shown: (shown: number, all: number) =>
    shown === all ? some(all, 'Eine Institution', 'Institutionen') : `${shown} von ${all} Institutionen`,
  nothingFound: 'Dazu steht nichts im Register.',
  empty:
    'Das Register ist noch leer. Nehmen Sie Institutionen einzeln auf, oder lesen Sie eine Liste aus Excel oder CSV ein.',
  emptyForGuests: 'Im Register steht noch keine Institution.',
  choose: 'Wählen Sie links eine Institution.',
  tabs: { institutions: 'Institutionen', consent: 'Nennung in der Edition' },
  view: 'Ansicht',
  add: 'Institution aufnehmen …',
  import: 'Liste einlesen …',
  export: 'Ausgeben',
  exportAs: { csv: 'Als CSV (für jede Tabelle)', xlsx: 'Als Excel (XLSX)' },
  exported: (name: string) => `Das Register ist ausgegeben: ${name}`,
  gone: 'Nicht mehr dabei',
  kinds,
  people: (count: number) => some(count, 'eine Person', 'Personen'),
  contributions: (count: number) => some(count, 'ein Eintrag', 'Einträge'),
  invited: { none: 'nicht eingeladen', valid: 'eingeladen', over: 'Einladung abgelaufen' },
  leftOn: (day: string) => `ausgeschieden am ${day}`,
  mergedInto: (name: string) => `aufgegangen in: ${name}`,
  mergedUnknown: 'in einer anderen aufgegangen',
  absorbed: 'Hierin aufgegangen',
  formerNames: 'Frühere Namen',
  formerName: (name: string, day: string) => `${name} (bis ${day})`,
  contact: 'Ansprechperson',
  noContact: 'Es ist niemand hinterlegt.',
  facts: { kind: 'Art', seats: 'Sitze', said: 'Eingereicht', id: 'Kennung' },
  cancel: 'Abbrechen',
  save: 'Speichern',
  needed: 'Bitte ausfüllen.',
  emailWrong: 'Das ist keine E-Mail-Adresse.',
  tooLong: 'Das ist zu lang.',
  edit: {
    button: 'Bearbeiten …',
    title: 'Angaben ändern',
    addTitle: 'Institution aufnehmen',
    name: 'Name',
    nameHint: 'So wird sie im Kapitel der Beteiligten gedruckt.',
    kind: 'Art',
    seats: 'Sitze',
    seatsHint: 'Wie viele Delegierte sie senden kann',
    contact: 'Ansprechperson',
    contactHint: 'Nur die Moderation sieht diese Angaben.',
    person: 'Name der Person',
    email: 'E-Mail',
    phone: 'Telefon',
    like: (names: string) => `Ähnlich heißt schon: ${names}. Ist dieselbe gemeint?`,
    taken: 'Eine Institution mit diesem Namen steht schon im Register.',
    added: (name: string) => `„${name}“ ist aufgenommen.`,
  },
  rename: {
    button: 'Umbenennen …',
    title: (name: string) => `„${name}“ umbenennen`,
    text: 'Alles, was die Institution gesagt hat, bleibt bei ihr. Ihr früherer Name wird aufgehoben; festgeschriebene Editionen ändern sich nicht.',
    name: 'Neuer Name',
    lastDay: 'Letzter Tag des bisherigen Namens',
    save: 'Umbenennen',
    done: (name: string) => `Die Institution heißt jetzt „${name}“.`,
    back: 'Letzte Umbenennung zurücknehmen',
    backDone: (name: string) => `Die Institution heißt wieder „${name}“.`,
  },
  merge: {
    button: 'Zusammenlegen …',
    title: (name: string) => `„${name}“ mit einer anderen zusammenlegen`,
    into: 'Geht auf in',
    intoHint: 'Diese Institution bleibt und nimmt weiter teil.',
    missing: 'Bitte wählen Sie die Institution, die bleibt.',
    movePeople: (count: number) =>
      count === 1
        ? 'Die eine Person für die andere eintragen'
        : `Die ${count} Personen für die andere eintragen`,
    happens: 'Das geschieht',
    said: (name: string, count: number) =>
      count === 0
        ? `„${name}“ hat noch nichts eingereicht.`
        : `${some(count, 'Der eine Eintrag', 'Einträge')} von „${name}“ ${count === 1 ? 'bleibt' : 'bleiben'} unter diesem Namen.`,
    asked: (name: string) =>
      `„${name}“ wird nicht mehr zu Runden eingeladen und in neuen Editionen nicht mehr genannt.`,
    revoke: (count: number) =>
      count === 1 ? 'Die eine gültige Einladung widerrufen' : `Die ${count} gültigen Einladungen widerrufen`,
    drafts: (name: string) => `Entwürfe, die Delegierte von „${name}“ begonnen haben, bleiben erhalten.`,
    invitations: (count: number, into: string, revoke: boolean) => {
      const again = `Für „${into}“ laden Sie die Personen bitte neu ein.`;
      if (count === 0) return 'Es gibt keine gültigen Einladungen.';
      const links = count === 1 ? 'dem einen gültigen Link' : `den ${count} gültigen Links`;
      return revoke
        ? `Mit ${links} kommt ab sofort niemand mehr herein; Rückgängig machen ändert daran nichts. ${again}`
        : `Mit ${links} lassen sich der Text, die Beiträge und die Entwürfe weiter lesen, aber keine neuen Beiträge mehr einreichen. ${again}`;
    },
    other: 'die andere',
    save: 'Zusammenlegen',
    done: (from: string, into: string) => `„${from}“ ist in „${into}“ aufgegangen.`,
    faults: {
      unknown: 'Eine der beiden steht nicht mehr im Register.',
      same: 'Eine Institution kann nicht in sich selbst aufgehen.',
      'not-taking-part': 'Eine der beiden nimmt nicht mehr teil.',
    },
    back: 'Zusammenlegung aufheben',
    backDone: (name: string) =>
      `„${name}“ nimmt wieder für sich teil. Personen, die übertragen wurden, bleiben bei der anderen.`,
  },
  leave: {
    button: 'Austragen …',
    title: (name: string) => `Nimmt „${name}“ nicht mehr teil?`,
    text: 'Sie wird nicht mehr zu Runden eingeladen und in neuen Editionen nicht mehr genannt. Was sie gesagt hat, bleibt.',
    day: 'Ab welchem Tag?',
    save: 'Austragen',
    done: (name: string) => `„${name}“ nimmt nicht mehr teil.`,
    back: 'Nimmt wieder teil',
    backDone: (name: string) => `„${name}“ nimmt wieder teil.`,
  },
  remove: {
    button: 'Löschen …',
    title: (name: string) => `„${name}“ aus dem Register löschen?`,
    text: 'Ansprechperson und Delegierte werden mit gelöscht.',
    why: 'Löschen geht nur, solange eine Institution nichts eingereicht hat und nicht eingeladen wurde. Diese können Sie austragen.',
    save: 'Löschen',
    done: (name: string) => `„${name}“ ist gelöscht.`,
  },
  undo: 'Rückgängig',
  undone: 'Es ist wieder wie vorher.',
  notUndone: 'Inzwischen wurde daran etwas geändert. Es blieb deshalb, wie es jetzt ist.',
  person: {
    section: 'Delegierte und Leitung',
    none: 'Noch ist niemand eingetragen.',
    add: 'Person eintragen …',
    addTitle: 'Person eintragen',
    editTitle: 'Person ändern',
    change: 'Ändern',
    changeOf: (name: string) => `${name} ändern`,
    name: 'Name',
    role: 'Aufgabe',
    roles,
    from: 'Spricht ab',
    until: 'Letzter Tag',
    open: 'leer: ohne Ende',
    fromOpen: 'leer: von Anfang an',
    orderWrong: 'Der letzte Tag liegt vor dem ersten.',
    term: (from: string | null, until: string | null) =>
      from === null
        ? until === null
          ? 'ohne Befristung'
          : `bis ${until}`
        : until === null
          ? `seit ${from}`
          : `${from} bis ${until}`,
    over: 'beendet',
    later: 'noch nicht',
    end: 'Heute beenden',
    endOf: (name: string) => `Amt von ${name} heute beenden`,
    remove: 'Löschen',
    removeOf: (name: string) => `${name} löschen`,
    removed: (name: string) => `${name} ist gelöscht.`,
    invite: 'Einladen',
    inviteOf: (name: string) => `${name} einladen`,
    invitation: { valid: 'eingeladen', expired: 'Einladung abgelaufen', revoked: 'Einladung widerrufen' },
  },
  invitation: {
    section: 'Einladungen',
    none: 'Für diese Institution gibt es noch keine Einladung.',
    create: 'Einladungslink erstellen',
    hint: 'Der Link gilt einen Monat, mindestens aber bis zum Ende der laufenden Beteiligungsrunde. Neu ausstellen und widerrufen können Sie ihn unter „Freigabe“.',
    states: { valid: 'gültig', expired: 'abgelaufen', revoked: 'widerrufen' },
    until: (day: string) => `bis ${day}`,
    neverSeen: 'noch nicht benutzt',
    seen: (day: string) => `zuletzt benutzt ${day}`,
    who: (institution: string) => institution,
    forPerson: (person: string, institution: string) => `${person}, ${institution}`,
  },
  consent: {
    edition: 'Für welche Edition?',
    editionHint: 'Die Bezeichnung, unter der Sie festschreiben, zum Beispiel 2026',
    frozen: 'Diese Edition ist schon festgeschrieben. Angaben hier ändern an ihr nichts mehr.',
    text: 'Wer nicht widerspricht, wird im Kapitel der Beteiligten genannt.',
    summary: (yes: number, no: number, open: number) =>
      `${yes} einverstanden · ${no} nicht einverstanden · ${open} nicht gefragt`,
    said: { yes: 'Ja', no: 'Nein', open: 'Nicht gefragt' },
    group: (name: string) => `Nennung von ${name}`,
    bulk: 'Für alle angezeigten:',
    bulkSay: { yes: 'Ja', no: 'Nein', open: 'Nicht gefragt' },
    bulkDone: (count: number) =>
      count === 1 ? 'Für eine Institution eingetragen.' : `Für ${count} Institutionen eingetragen.`,
    only: 'Nur nicht gefragte zeigen',
  },
  importing: {
    title: 'Liste einlesen',
    lead: 'Gelesen werden Excel (XLSX) und CSV. Die erste Zeile enthält die Überschriften, gebraucht wird mindestens „Name“. Sie sehen zuerst, was geschehen würde.',
    choose: 'Datei wählen …',
    another: 'Andere Datei wählen …',
    reading: 'Wird gelesen',
    file: (name: string) => `Aus „${name}“`,
    outcomes: {
      similar: 'Bitte entscheiden',
      invalid: 'Nicht gültig',
      new: 'Neu',
      changed: 'Geändert',
      unchanged: 'Unverändert',
    },
    rowOf: (row: number) => `Zeile ${row}`,
    columns: (columns: string) => `geändert: ${columns}`,
    unknownHeadings: (headings: string) =>
      `Diese Spalten haben im Register keine Bedeutung und werden weggelassen: ${headings}.`,
    mapped: (pairs: string) => `Arten in anderen Worten: ${pairs}.`,
    mappedPair: (written: string, readAs: string) => `„${written}“ gilt als „${readAs}“`,
    question: (name: string) => `Wer ist „${name}“?`,
    same: (name: string) => `Dieselbe wie „${name}“; der Name im Register bleibt`,
    sameRenamed: (name: string, now: string) => `Dieselbe wie „${name}“; sie heißt jetzt „${now}“`,
    asNew: 'Eine andere: neu aufnehmen',
    skip: 'Diese Zeile nicht übernehmen',
    double: (row: number, name: string) => `Dieselbe wie Zeile ${row}, „${name}“: nicht doppelt übernehmen`,
    why,
    allNew: 'Alle offenen neu aufnehmen',
    stillOpen: (count: number) =>
      count === 1 ? 'Eine Zeile ist noch zu entscheiden.' : `${count} Zeilen sind noch zu entscheiden.`,
    fixFirst: 'Bitte berichtigen Sie die ungültigen Zeilen in der Datei und lesen Sie sie noch einmal ein.',
    missing: (count: number) =>
      count === 1
        ? 'Eine Institution des Registers steht nicht in der Datei'
        : `${count} Institutionen des Registers stehen nicht in der Datei`,
    removeMissing: 'Diese entfernen: Die Datei ist das ganze Register',
    removeMissingHint:
      'Ohne Häkchen bleiben sie, wie sie sind. Mit Häkchen wird, wer schon etwas gesagt hat oder eingeladen wurde, nicht gelöscht, sondern ausgetragen.',
    nothing: 'Die Datei sagt nichts Neues. Es ist nichts zu übernehmen.',
    apply: 'Übernehmen',
    applied: (written: number, removed: number, left: number) =>
      [
        `${written} übernommen`,
        ...(removed > 0 ? [`${removed} gelöscht`] : []),
        ...(left > 0 ? [`${left} ausgetragen`] : []),
      ].join(', ') + '.',
    columnNames: {
      name: 'Name',
      kind: 'Art',
      seats: 'Sitze',
      person: 'Ansprechperson',
      email: 'E-Mail',
      phone: 'Telefon',
      id: 'Kennung',
      formerNames: 'Frühere Namen',
      mergedInto: 'Aufgegangen in',
      left: 'Ausgeschieden am',
    },
  },
};
