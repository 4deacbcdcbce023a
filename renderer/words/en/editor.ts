import type { EditorWords } from '../../editor/editor-words.ts';

/** What the text itself says while it is written. */
export const englishEditor: EditorWords = {
  text: 'Text of the Leitbild',
  goal: 'Goal',
  footnote: 'Footnote',
  footnoteText: 'Text of the footnote',
  footnoteHint: 'Escape closes',
  missingReference: 'reference to nothing',
  unknownKind:
    'The profile of this Leitbild has no such kind of goal. Nothing is lost; move the goals to another group.',
  participants: 'The participating institutions of the register are printed here.',
  groupHeading: 'Name of the group',
  signatureName: 'Name',
  signatureOffice: 'Office',
  headingOf: (label) => `Heading: ${label}`,
  suggestions: 'Suggestions for the reference',
  noSuggestion: 'Nothing found',
  dragHandle: 'Move',
  close: 'Close',
};
