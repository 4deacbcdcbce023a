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
  headingOf: (label) => `Überschrift: ${label}`,
  suggestions: 'Vorschläge für den Verweis',
  noSuggestion: 'Nichts gefunden',
  dragHandle: 'Verschieben',
  close: 'Schließen',
};
