import type { ContributionKind, Reply, Stance } from '../../../shared/contributions/contribution.ts';
import type { Source } from '../../../shared/contributions/receipt.ts';
import type { Outcome } from '../../../shared/decisions/decision.ts';
import { germanRefusals } from './refusals.ts';

const kinds: Readonly<Record<ContributionKind, string>> = {
  comment: 'Anmerkung',
  proposal: 'Formulierungsvorschlag',
  question: 'Frage',
  approval: 'Zustimmung',
  objection: 'Einwand',
};

const stances: Readonly<Record<Stance, string>> = {
  agree: 'Zustimmung',
  agreeWithChange: 'Zustimmung mit Änderung',
  object: 'Ablehnung',
  noStatement: 'Keine Stellungnahme',
};

const outcomes: Readonly<Record<Outcome, string>> = {
  adopted: 'Übernommen',
  adoptedInPart: 'Teilweise übernommen',
  rejected: 'Nicht übernommen',
  noted: 'Zur Kenntnis genommen',
  deferred: 'Zurückgestellt',
};

const replies: Readonly<Record<Reply, string>> = {
  agrees: 'Einverstanden',
  keepsObjection: 'Wir bleiben bei unserem Beitrag',
};

const sources: Readonly<Record<Source, string>> = {
  letter: 'Brief',
  email: 'E-Mail',
  phone: 'Telefonat',
  conversation: 'Gespräch',
};

/** What delegates read while they take part, and what all call the kinds of contributions. */
export const germanContributions = {
  kinds,
  stances,
  outcomes,
  replies,
  sources,
  refusals: germanRefusals,
  position: 'Haltung Ihrer Institution',
  positionHint: (goal: string): string => `Wie steht Ihre Institution zu ${goal}?`,
  silent: 'Noch keine Haltung eingereicht.',
  given: (stance: string, day: string): string => `${stance}, eingegangen am ${day}`,
  positionChanged: 'Der Wortlaut wurde seitdem geändert.',
  withdrawPosition: 'Zurücknehmen',
  clearStance: 'Auswahl aufheben',
  contributions: 'Beiträge Ihrer Institution',
  none: 'Zu dieser Stelle hat Ihre Institution noch nichts geschrieben.',
  write: 'Beitrag schreiben',
  about: { passage: 'Zur markierten Stelle schreiben', document: 'Zum ganzen Leitbild schreiben' },
  wholeDocument: 'Das ganze Leitbild',
  others: (count: number): string =>
    count === 1 ? '1 Beitrag anderer Institutionen' : `${String(count)} Beiträge anderer Institutionen`,
  formerInstitution: 'Institution, die nicht mehr im Register steht',
  selectHint:
    'Markieren Sie Wörter im Text, wenn Sie zu einer bestimmten Stelle schreiben möchten: mit der Maus oder mit Umschalt und Pfeiltasten.',
  draft: 'Entwurf',
  kind: 'Art des Beitrags',
  bodyOf: {
    comment: 'Anmerkung',
    proposal: 'Begründung (freiwillig)',
    question: 'Frage',
    approval: 'Bemerkung (freiwillig)',
    objection: 'Einwand',
  } satisfies Readonly<Record<ContributionKind, string>>,
  wording: 'Ihr Vorschlag für den Wortlaut',
  wordingHint: 'Ändern Sie den Wortlaut so, wie er lauten soll. Leer heißt: streichen.',
  difference: 'Was sich gegenüber dem Text ändert',
  strike: 'Die Stelle soll gestrichen werden.',
  quote: 'Stelle',
  left: (count: number): string => `noch ${String(count)} Zeichen`,
  submit: 'Einreichen',
  submitAsk: {
    title: 'Beitrag einreichen?',
    text: 'Danach lässt sich der Beitrag nicht mehr ändern. Sie können ihn aber zurücknehmen oder durch einen neuen ersetzen.',
    confirm: 'Einreichen',
  },
  discard: 'Entwurf verwerfen',
  discardAsk: {
    title: 'Entwurf verwerfen?',
    text: 'Der Entwurf wird auch bei den anderen Delegierten Ihrer Institution gelöscht.',
    confirm: 'Verwerfen',
  },
  close: 'Schließen',
  together: 'Diesen Entwurf schreiben alle Delegierten Ihrer Institution gemeinsam.',
  correct: 'Ersetzen',
  withdraw: 'Zurücknehmen',
  withdrawAsk: {
    title: 'Beitrag zurücknehmen?',
    text: 'Er bleibt mit dem Vermerk „zurückgenommen“ erhalten und wird nicht mehr abgewogen.',
    reason: 'Warum? (freiwillig)',
    confirm: 'Zurücknehmen',
  },
  states: {
    forAnswer: 'Kommt in die Antwort',
    waiting: 'Wird übermittelt, sobald eine Verbindung besteht',
    taken: (day: string): string => `Eingegangen am ${day}`,
    refused: 'Nicht aufgenommen',
    withdrawn: 'Zurückgenommen',
    replaced: 'Durch einen neuen Beitrag ersetzt',
  },
  via: {
    package: 'mit einem Antwortpaket',
    late: 'nach Ablauf der Frist',
    moderation: (source: string, day: string): string =>
      `${source} vom ${day}, eingetragen von der Moderation`,
  },
  replaces: 'Ersetzt einen früheren Beitrag Ihrer Institution.',
  decision: 'Abwägung',
  proposedDecision: 'Vorschlag der Moderation',
  /** Proposed decisions that the institution has not answered yet. */
  awaiting: {
    banner: (count: number): string =>
      count === 1
        ? 'Zu einem Beitrag Ihrer Institution liegt ein Vorschlag der Moderation vor. Sie wartet auf Ihre Antwort.'
        : `Zu ${String(count)} Beiträgen Ihrer Institution liegen Vorschläge der Moderation vor. Sie wartet auf Ihre Antworten.`,
    show: 'Ansehen und antworten',
    title: (count: number): string =>
      count === 1 ? '1 Beitrag wartet auf Ihre Antwort' : `${String(count)} Beiträge warten auf Ihre Antwort`,
  },
  reply: 'Ihre Antwort',
  replyBody: 'Begründung (freiwillig)',
  replied: (reply: string, day: string): string => `${reply} (${day})`,
  sendReply: 'Antwort einreichen',
  anchorStates: {
    changed: 'Der Text um diese Stelle wurde geändert.',
    moved: 'Die Stelle steht jetzt an einem anderen Ort.',
    gone: 'Textstelle nicht mehr vorhanden.',
    ambiguous: 'Die Stelle ist im Text nicht mehr eindeutig zu finden.',
  },
  closed: 'Zurzeit läuft keine Beteiligungsrunde. Sie können lesen, was Ihre Institution eingereicht hat.',
  answersOnly:
    'Die Runde nimmt keine neuen Beiträge mehr an. Sie können auf die Vorschläge der Moderation antworten.',
  open: (name: string, until: string | null): string =>
    until === null ? `Es läuft: ${name}` : `Es läuft: ${name}, bis ${until}`,
  closesIn: (days: number): string =>
    days <= 0 ? 'schließt heute' : days === 1 ? 'schließt morgen' : `schließt in ${String(days)} Tagen`,
  somePlaces: 'Gefragt wird nur nach einzelnen Handlungsfeldern.',
  notAsked: 'Nach dieser Stelle wird in dieser Runde nicht gefragt.',
  draftNotAsked:
    'Nach dieser Stelle wird in dieser Runde nicht gefragt. Der Entwurf bleibt erhalten, lässt sich aber jetzt nicht einreichen.',
  notInvited: 'Ihre Institution ist zu dieser Runde nicht eingeladen.',
  takesNoPart:
    'Ihre Institution nimmt nicht mehr teil. Was Sie geschrieben haben, bleibt hier lesbar. Wenn das nicht stimmt, wenden Sie sich bitte an die Moderation.',
  merged: (name: string): string =>
    `Ihre Institution ist in „${name}“ aufgegangen. Was Sie geschrieben haben, bleibt hier lesbar. Für neue Beiträge brauchen Sie eine Einladung für „${name}“; bitte wenden Sie sich an die Moderation.`,
  all: 'Alle Beiträge Ihrer Institution',
  allHint: 'Entwürfe sehen nur die Delegierten Ihrer Institution. Eingereichtes sieht auch die Moderation.',
  drafts: (count: number): string => (count === 1 ? '1 Entwurf' : `${String(count)} Entwürfe`),
  submittedCount: (count: number): string =>
    count === 1 ? '1 eingereichter Beitrag' : `${String(count)} eingereichte Beiträge`,
  stanceDrafts: (count: number): string =>
    count === 1 ? '1 Haltung noch nicht eingereicht' : `${String(count)} Haltungen noch nicht eingereicht`,
  submitStances: (count: number): string =>
    count === 1 ? 'Haltung einreichen' : `${String(count)} Haltungen einreichen`,
  stancesSent: (count: number): string =>
    count === 1 ? '1 Haltung wird übermittelt.' : `${String(count)} Haltungen werden übermittelt.`,
  sent: 'Der Beitrag wird übermittelt.',
  /** Where it goes back in a file, which somebody has to send. */
  sentIntoAnswer:
    'Das kommt in die Antwort. Erzeugen Sie die Antwort, wenn Sie fertig sind, und schicken Sie sie zurück.',
  empty: 'Noch ist nichts geschrieben. Wählen Sie im Text ein Ziel, und schreiben Sie rechts daneben.',
  faults: {
    'too-large': 'Der Text ist zu lang.',
    body: 'Bitte schreiben Sie etwas.',
    wording: 'Bitte schreiben Sie, wie der Wortlaut lauten soll.',
    other: 'Der Text enthält Zeichen, die sich nicht drucken lassen.',
  },
  anchorProblems: {
    empty: 'Bitte markieren Sie Wörter im Text.',
    'too-long': 'Die Markierung ist zu lang. Bitte wählen Sie das ganze Ziel.',
    'no-common-node': 'Die Markierung reicht über mehrere Kapitel. Bitte markieren Sie weniger.',
  },
};
