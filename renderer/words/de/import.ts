import type { BlockKind, BlockRole } from '../../../shared/import/import-view.ts';

/** What kinds of blocks are called that no profile names. */
const kinds: Readonly<Record<Exclude<BlockKind, 'goal' | 'goalGroup'>, string>> = {
  foreword: 'Grußwort',
  preface: 'Vorbemerkung',
  chapter: 'Kapitel',
  section: 'Abschnitt',
  actionField: 'Handlungsfeld',
  goalParagraph: 'Fortsetzung des Ziels',
  subpoint: 'Unterpunkt',
  paragraph: 'Absatz',
  listItem: 'Listenpunkt',
  footnote: 'Fußnote',
  leftOut: 'Nicht übernehmen',
};

const roles: Readonly<Record<Exclude<BlockRole, BlockKind>, string>> = {
  signature: 'Unterschrift',
  participants: 'Beteiligte',
  unplaced: 'nicht zugeordnet',
};

/** What is said while a text that was written elsewhere is taken over. */
export const germanImport = {
  title: 'Dokument importieren',
  titleOf: (name: string) => `„${name}“ importieren`,
  close: 'Import schließen',
  chooseTitle: 'Welches Dokument soll übernommen werden?',
  chooseText:
    'Möglich sind Word (.docx), PDF, Text (.txt) und Markdown (.md). Vor der Übernahme sehen Sie eine Vorschau; die Vorlage bleibt unverändert.',
  choose: 'Dokument wählen …',
  drop: 'oder ziehen Sie es hierher',
  dropNow: 'Hier ablegen',
  dropMany: 'Bitte nur ein Dokument auf einmal.',
  reading: (name: string) => `„${name}“ wird gelesen`,
  sending: (percent: number) => `Wird übertragen: ${percent} %`,
  brokenOff: (name: string) =>
    `Die Übertragung von „${name}“ ist abgebrochen, weil die Verbindung unterbrochen war. Es wurde nichts geändert.`,
  sendAgain: 'Noch einmal versuchen',
  phases: {
    waiting: 'Wartet',
    import: 'Text und Aufbau werden erkannt',
    reading: 'Text wird gelesen',
    structuring: 'Aufbau wird erkannt',
    applying: 'Wird übernommen',
  } as Readonly<Record<string, string>>,
  cancel: 'Abbrechen',
  failed: 'Das Dokument kann nicht übernommen werden',
  another: 'Anderes Dokument wählen',
  trackedTitle: 'Das Dokument enthält nachverfolgte Änderungen',
  trackedText: (insertions: number, deletions: number) =>
    `In Word wurden Änderungen aufgezeichnet: ${insertions} ${insertions === 1 ? 'Einfügung' : 'Einfügungen'} und ${deletions} ${deletions === 1 ? 'Löschung' : 'Löschungen'}. Wie soll der Text gelesen werden?`,
  trackedAccept: 'So lesen, als wären alle angenommen',
  trackedOther: 'Erst in Word klären und neu wählen',
  sourcePane: 'Vorlage',
  structurePane: 'So wird es übernommen',
  kindsPane: 'Art ändern',
  kindsHelp: 'Links auswählen und hier anklicken, oder hierher ziehen.',
  kindGroups: { heading: 'Überschriften', goal: 'Ziele', text: 'Text', none: '' },
  kinds,
  roles,
  goalHeading: (plural: string) => `Überschrift „${plural}“`,
  page: (page: number) => `S. ${page}`,
  line: (line: number) => `Z. ${line}`,
  paragraphNumber: (line: number) => `Abs. ${line}`,
  selected: (count: number) => (count === 1 ? 'Ein Abschnitt ausgewählt' : `${count} Abschnitte ausgewählt`),
  changedByYou: 'von Ihnen geändert',
  undoChange: 'Letzte Umordnung zurücknehmen',
  resetChanges: 'Alle Umordnungen verwerfen',
  replanning: 'Der Aufbau wird neu berechnet',
  noGoalsIn: (part: string) =>
    `In „${part}“ kann kein Ziel stehen, darum wurde nichts geändert. Soll dort ein Ziel hin, machen Sie zuerst die Überschrift darüber zu einem Kapitel.`,
  replanned: (kind: string) => `Umgeordnet: ${kind}. Der Aufbau ist neu berechnet.`,
  found: 'Gefunden',
  counts: {
    forewords: ['Grußwort', 'Grußworte'],
    chapters: ['Kapitel', 'Kapitel'],
    actionFields: ['Handlungsfeld', 'Handlungsfelder'],
    subpoints: ['Unterpunkt', 'Unterpunkte'],
    footnotes: ['Fußnote', 'Fußnoten'],
    institutions: ['Institution', 'Institutionen'],
  } as Readonly<Record<string, readonly [one: string, many: string]>>,
  nothingFound: 'Keine Überschriften, Ziele oder Fußnoten gefunden.',
  allPlaced: (count: number, total: string) =>
    count === 1
      ? 'Das eine Wort der Vorlage ist zugeordnet.'
      : `Alle ${total} Wörter der Vorlage sind zugeordnet.`,
  unplaced: (count: number, counted: string, total: string) =>
    `${counted} von ${total} Wörtern ${count === 1 ? 'ist' : 'sind'} nicht zugeordnet.`,
  showUnplaced: 'Zur ersten Stelle',
  noLeitbild:
    'Dieses Dokument sieht nicht wie ein Leitbild aus: Es wurden keine Ziele gefunden, und es wurden keine erfunden. Sie können Abschnitte von Hand zuordnen.',
  warnings: (count: number) => (count === 1 ? 'Ein Hinweis' : `${count} Hinweise`),
  warningsTitle: 'Hinweise',
  noWarnings: 'Keine Hinweise',
  against: 'Gegenüber dem jetzigen Text',
  same: 'Der Text ist schon genau so. Es gibt nichts zu ändern.',
  changes: {
    kept: (count: number) => `${count} ${count === 1 ? 'Ziel bleibt' : 'Ziele bleiben'} unverändert`,
    reworded: (count: number) => `${count} ${count === 1 ? 'wird' : 'werden'} neu formuliert`,
    moved: (count: number) => `${count} ${count === 1 ? 'wird' : 'werden'} verschoben`,
    new: (count: number) => `${count} ${count === 1 ? 'kommt' : 'kommen'} hinzu`,
    dropped: (count: number) => `${count} ${count === 1 ? 'entfällt' : 'entfallen'}`,
    other: (count: number) =>
      `${count} ${count === 1 ? 'anderer Textteil ändert' : 'andere Textteile ändern'} sich`,
  },
  apply: 'Übernehmen',
  applying: 'Wird übernommen',
  replaceTitle: 'Der jetzige Text wird ersetzt',
  replaceText: (goals: number) =>
    goals === 0
      ? 'Was jetzt im Leitbild steht, wird durch diesen Text ersetzt.'
      : `Das Leitbild hat jetzt ${goals === 1 ? 'ein Ziel. An seine' : `${goals} Ziele. An ihre`} Stelle tritt dieser Text. Ziele, die wiedererkannt werden, behalten ihre Kennung und ihre Geschichte.`,
  replaceWithoutGoals: (goals: number) =>
    `In dem Dokument wurden keine Ziele gefunden. ${goals === 1 ? 'Das eine Ziel, das jetzt im Leitbild steht, würde' : `Die ${goals} Ziele, die jetzt im Leitbild stehen, würden`} entfallen.`,
  replaceUndo: 'Sie können das danach rückgängig machen, solange niemand weiterschreibt.',
  replace: 'Text ersetzen',
  keep: 'Nichts ändern',
  appliedTitle: 'Der Text ist übernommen',
  unchangedTitle: 'Es war nichts zu ändern',
  unchangedText: 'Das Leitbild enthält diesen Text schon genau so.',
  addedInstitutions: (count: number) =>
    `${count === 1 ? 'Eine Institution wurde' : `${count} Institutionen wurden`} in das Register aufgenommen.`,
  keptHeader: (parts: readonly string[]) =>
    `In der Vorlage lautet anders: ${parts.join(', ')}. Es bleibt, was hier schon eingetragen war. Ändern können Sie es mit dem Befehl „Titel und Stadt ändern …“.`,
  headerParts: { title: 'Titel', subtitle: 'Untertitel', municipality: 'Kommune' },
  undo: 'Übernahme rückgängig machen',
  undoneTitle: 'Die Übernahme ist rückgängig gemacht',
  undoneText: 'Der Text ist wieder, wie er vorher war.',
  toText: 'Zum Text',
  notApplied: 'Es wurde nichts übernommen',
};
