import type { ContributionKind, Reply, Stance } from '../contributions/contribution.ts';
import type { Source } from '../contributions/receipt.ts';
import type { Outcome } from '../decisions/decision.ts';

/** The columns of the table, in their order (PEERS rule 18). */
export const assessmentColumns = [
  'number',
  'text',
  'institution',
  'contribution',
  'decision',
  'reason',
  'newText',
  'workshop',
  'date',
] as const;

export type AssessmentColumn = (typeof assessmentColumns)[number];

/** Words that stand in assessment tables and letters, in the language of the document. */
export interface AssessmentLabels {
  readonly table: string;
  readonly columns: Readonly<Record<AssessmentColumn, string>>;
  readonly wholeDocument: string;
  readonly placeGone: string;
  /** Stands for a part that has neither number nor heading. */
  readonly untitled: string;
  readonly others: string;
  readonly kinds: Readonly<Record<ContributionKind, string>>;
  readonly stances: Readonly<Record<Stance, string>>;
  readonly replies: Readonly<Record<Reply, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly sources: Readonly<Record<Source, string>>;
  readonly position: string;
  readonly answer: string;
  readonly withdrawal: string;
  readonly notLatest: string;
  readonly open: string;
  readonly undecided: string;
  readonly proposed: (outcome: string) => string;
  readonly proposedWording: string;
  readonly proposesToStrike: string;
  readonly struck: string;
  readonly answered: (reply: string) => string;
  readonly withdrawn: string;
  readonly replaced: string;
  readonly replacedBy: (row: number) => string;
  readonly replaces: (row: number) => string;
  readonly withdraws: (row: number) => string;
  readonly row: (row: number) => string;
  readonly changed: string;
  readonly moved: string;
  readonly gone: string;
  readonly received: (day: string) => string;
  readonly byPackage: string;
  readonly late: string;
  /** Entered by moderation: from what, of which day, where the original lies. */
  readonly entered: (source: string, day: string, reference: string) => string;
  readonly agreedIn: (title: string, day: string) => string;
  readonly institutionNumber: (number: number) => string;
  readonly nameOmitted: string;
  readonly emailOmitted: string;
  readonly anonymised: string;
  readonly draft: string;
  readonly draftNote: string;
  readonly legend: string;
  readonly inserted: string;
  readonly deleted: string;
  readonly asAbove: string;
  readonly counted: (rows: number) => string;
  readonly empty: string;
  readonly asOf: string;
  readonly page: (page: string, of: string) => string;
  readonly unprintable: string;
  readonly unprintableNote: string;
  readonly letter: {
    readonly subject: string;
    readonly introduction: string;
    readonly contributions: string;
    readonly yours: string;
    readonly about: string;
    readonly result: string;
    readonly reason: string;
    readonly newText: string;
    readonly others: string;
    readonly closing: string;
  };
}

const german: AssessmentLabels = {
  table: 'Abwägungstabelle',
  columns: {
    number: 'Nr.',
    text: 'Text',
    institution: 'Institution',
    contribution: 'Beitrag',
    decision: 'Entscheidung',
    reason: 'Begründung',
    newText: 'Neuer Text',
    workshop: 'Arbeitstreffen',
    date: 'Datum',
  },
  wholeDocument: 'Zum gesamten Text',
  placeGone: 'Textstelle nicht mehr vorhanden',
  untitled: '[ohne Überschrift]',
  others: 'Positionen, Antworten und Rücknahmen',
  kinds: {
    comment: 'Anmerkung',
    proposal: 'Vorschlag',
    question: 'Frage',
    approval: 'Zustimmung',
    objection: 'Einwand',
  },
  stances: {
    agree: 'stimmt zu',
    agreeWithChange: 'stimmt mit Änderung zu',
    object: 'lehnt ab',
    noStatement: 'keine Aussage',
  },
  replies: { agrees: 'ist einverstanden', keepsObjection: 'hält den Einwand aufrecht' },
  outcomes: {
    adopted: 'Übernommen',
    adoptedInPart: 'Teilweise übernommen',
    rejected: 'Nicht übernommen',
    noted: 'Zur Kenntnis genommen',
    deferred: 'Zurückgestellt',
  },
  sources: { letter: 'Brief', email: 'E-Mail', phone: 'Anruf', conversation: 'Gespräch' },
  position: 'Position',
  answer: 'Antwort',
  withdrawal: 'Rücknahme',
  notLatest: 'später durch eine neuere Angabe ersetzt',
  open: 'Offen',
  undecided: 'Nicht entschieden',
  proposed: (outcome) => `Vorgeschlagen: ${outcome}`,
  proposedWording: 'Vorgeschlagener Wortlaut',
  proposesToStrike: 'Schlägt vor, die Stelle zu streichen',
  struck: 'Gestrichen',
  answered: (reply) => `Die Institution ${reply}`,
  withdrawn: 'Zurückgezogen',
  replaced: 'Durch einen neueren Beitrag ersetzt',
  replacedBy: (row) => `Ersetzt durch Beitrag ${String(row)}`,
  replaces: (row) => `Ersetzt Beitrag ${String(row)}`,
  withdraws: (row) => `Nimmt Beitrag ${String(row)} zurück`,
  row: (row) => `Beitrag ${String(row)}`,
  changed: 'Text seither geändert',
  moved: 'Text steht jetzt an anderer Stelle',
  gone: 'Textstelle nicht mehr vorhanden',
  received: (day) => `Eingegangen am ${day}`,
  byPackage: 'als Antwortpaket',
  late: 'nach Ablauf der Frist',
  entered: (source, day, reference) =>
    `Von der Moderation eingetragen: ${source} vom ${day}${reference === '' ? '' : `, ${reference}`}`,
  agreedIn: (title, day) => `${title}, ${day}`,
  institutionNumber: (number) => `Institution ${String(number)}`,
  nameOmitted: '[Name]',
  emailOmitted: '[E-Mail-Adresse]',
  anonymised: 'Anonymisiert',
  draft: 'ENTWURF',
  draftNote: 'Über einige Beiträge ist noch nicht endgültig entschieden.',
  legend: 'Änderungen am Wortlaut:',
  inserted: 'eingefügt',
  deleted: 'gestrichen',
  asAbove: 'wie zuvor',
  counted: (rows) => (rows === 1 ? '1 Beitrag' : `${String(rows)} Beiträge`),
  empty: 'Es gibt keine Beiträge.',
  asOf: 'Stand',
  page: (page, of) => `Seite ${page} von ${of}`,
  unprintable: 'Ersetzte Zeichen',
  unprintableNote:
    'Diese Zeichen enthält keine der Schriften dieses Dokuments. Sie sind durch ihre Unicode-Nummern in eckigen Klammern ersetzt. In den Ausgaben als Word-, Excel- und CSV-Datei stehen sie unverändert.',
  letter: {
    subject: 'Was aus Ihren Beiträgen wurde',
    introduction:
      'Sehr geehrte Damen und Herren,\n\nvielen Dank, dass Sie sich an der Fortschreibung des Leitbilds beteiligt haben. Auf den folgenden Seiten lesen Sie, was aus Ihren Beiträgen geworden ist.',
    contributions: 'Ihre Beiträge im Einzelnen',
    yours: 'Ihr Beitrag',
    about: 'Bezug',
    result: 'Ergebnis',
    reason: 'Begründung',
    newText: 'Neuer Wortlaut',
    others: 'Ihre Positionen und Antworten',
    closing: 'Mit freundlichen Grüßen',
  },
};

const english: AssessmentLabels = {
  table: 'Assessment table',
  columns: {
    number: 'No.',
    text: 'Text',
    institution: 'Institution',
    contribution: 'Contribution',
    decision: 'Decision',
    reason: 'Reason',
    newText: 'New text',
    workshop: 'Workshop',
    date: 'Date',
  },
  wholeDocument: 'On the whole text',
  placeGone: 'Place in the text no longer present',
  untitled: '[no heading]',
  others: 'Positions, answers and withdrawals',
  kinds: {
    comment: 'Comment',
    proposal: 'Proposal',
    question: 'Question',
    approval: 'Approval',
    objection: 'Objection',
  },
  stances: {
    agree: 'agrees',
    agreeWithChange: 'agrees with a change',
    object: 'objects',
    noStatement: 'no statement',
  },
  replies: { agrees: 'agrees', keepsObjection: 'keeps its objection' },
  outcomes: {
    adopted: 'Adopted',
    adoptedInPart: 'Adopted in part',
    rejected: 'Not adopted',
    noted: 'Noted',
    deferred: 'Deferred',
  },
  sources: { letter: 'letter', email: 'e-mail', phone: 'phone call', conversation: 'conversation' },
  position: 'Position',
  answer: 'Answer',
  withdrawal: 'Withdrawal',
  notLatest: 'later replaced by a newer one',
  open: 'Open',
  undecided: 'Not decided',
  proposed: (outcome) => `Proposed: ${outcome}`,
  proposedWording: 'Proposed wording',
  proposesToStrike: 'Proposes to strike these words',
  struck: 'Struck',
  answered: (reply) => `The institution ${reply}`,
  withdrawn: 'Withdrawn',
  replaced: 'Replaced by a newer contribution',
  replacedBy: (row) => `Replaced by contribution ${String(row)}`,
  replaces: (row) => `Replaces contribution ${String(row)}`,
  withdraws: (row) => `Withdraws contribution ${String(row)}`,
  row: (row) => `Contribution ${String(row)}`,
  changed: 'Text changed since',
  moved: 'Text now stands elsewhere',
  gone: 'Place in the text no longer present',
  received: (day) => `Received on ${day}`,
  byPackage: 'as an answer package',
  late: 'after the deadline',
  entered: (source, day, reference) =>
    `Entered by moderation: ${source} of ${day}${reference === '' ? '' : `, ${reference}`}`,
  agreedIn: (title, day) => `${title}, ${day}`,
  institutionNumber: (number) => `Institution ${String(number)}`,
  nameOmitted: '[name]',
  emailOmitted: '[e-mail address]',
  anonymised: 'Anonymised',
  draft: 'DRAFT',
  draftNote: 'Some contributions have not been decided finally.',
  legend: 'Changes of wording:',
  inserted: 'inserted',
  deleted: 'deleted',
  asAbove: 'as before',
  counted: (rows) => (rows === 1 ? '1 contribution' : `${String(rows)} contributions`),
  empty: 'There are no contributions.',
  asOf: 'As of',
  page: (page, of) => `Page ${page} of ${of}`,
  unprintable: 'Replaced characters',
  unprintableNote:
    'None of the typefaces of this document has these characters. They are replaced by their Unicode numbers in square brackets. The Word, Excel and CSV files hold them unchanged.',
  letter: {
    subject: 'What became of your contributions',
    introduction:
      'Dear Sir or Madam,\n\nThank you for taking part in the revision of the Leitbild. The following pages tell you what became of your contributions.',
    contributions: 'Your contributions one by one',
    yours: 'Your contribution',
    about: 'About',
    result: 'Result',
    reason: 'Reason',
    newText: 'New wording',
    others: 'Your positions and answers',
    closing: 'Yours faithfully',
  },
};

/** The words of a language. */
export const assessmentLabels: Readonly<Record<'de' | 'en', AssessmentLabels>> = { de: german, en: english };
