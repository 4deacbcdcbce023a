import type { EditorWords } from '../../editor/editor-words.ts';

/** What the text itself says while it is written. */
export const germanEditor: EditorWords = {
  text: 'Text des Leitbilds',
  goal: 'Ziel',
  footnote: 'Fußnote',
  footnoteText: 'Text der Fußnote',
  footnoteHint: 'Escape schließt',
  missingReference: 'Verweis ins Leere',
  unknownKind:
    'Diese Art von Ziel gibt es im Profil dieses Leitbilds nicht. Es bleibt alles erhalten; verschieben Sie die Ziele in eine andere Gruppe.',
  participants: 'Hier werden die beteiligten Institutionen aus dem Verzeichnis gedruckt.',
  groupHeading: 'Bezeichnung der Gruppe',
  signatureName: 'Name',
  signatureOffice: 'Amt',
  headingOf,
  suggestions: 'Vorschläge für den Verweis',
  noSuggestion: 'Nichts gefunden',
  dragHandle: 'Verschieben',
  close: 'Schließen',
};

/** "Überschrift des Kapitels"; only "Überschrift" where the genitive of a profile's word cannot be told. */
function headingOf(label: string): string {
  if (/^\p{L}*(?:kapitel|abschnitt|feld|wort|teil)$/iu.test(label)) return `Überschrift des ${label}s`;
  if (/^\p{Lu}\p{Ll}+(?:ung|heit|keit|schaft)$/u.test(label)) return `Überschrift der ${label}`;
  return 'Überschrift';
}

/** What the window tells of the text while it is written. */
export const germanNotices = {
  pasteTooLong: (length: number, most: number): string =>
    `Das war zu lang zum Einfügen: ${length.toLocaleString('de')} Zeichen, höchstens ${most.toLocaleString('de')} gehen auf einmal. Am Text wurde nichts geändert. Fügen Sie ihn in Teilen ein, oder lesen Sie die Datei über „Importieren“ ein.`,
  contentUnknown:
    'Jemand schreibt mit einer neueren Version des Programms. Dieser Text kann hier nur noch gelesen werden, bis Sie das Programm aktualisieren; verloren geht nichts.',
  unknownKinds: (kinds: readonly string[]): string =>
    `Im Text stehen Ziele einer Art, die das Profil dieser Datei nicht kennt: ${kinds.map((kind) => `„${kind}“`).join(', ')}. Nichts ist verloren: Sie stehen ohne Nummer im Text und lassen sich lesen und ändern. Geben Sie ihnen eine Zielart, die es gibt, oder lesen Sie den Text über „Importieren“ mit dem passenden Profil ein; vorher lässt sich keine Edition festschreiben.`,
  deletedCameBack:
    'Während Sie gelöscht haben, hat jemand darin geschrieben. Damit nichts verloren geht, steht die Stelle wieder im Text. Wenn sie weg soll, sprechen Sie sich ab und löschen Sie sie noch einmal.',
  writtenCameBack:
    'Jemand hat die Stelle gelöscht, in der Sie gerade geschrieben haben. Sie steht mit Ihren Worten wieder im Text.',
};
