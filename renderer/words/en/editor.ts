import type { EditorWords } from '../../editor/editor-words.ts';
import type { germanNotices } from '../de/editor.ts';

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

/** What the window tells of the text while it is written. */
export const englishNotices: typeof germanNotices = {
  pasteTooLong: (length, most) =>
    `That was too long to paste: ${length.toLocaleString('en')} characters, at most ${most.toLocaleString('en')} at once. The text was not changed. Paste it in parts, or read the file in by “Import”.`,
  contentUnknown:
    'Somebody writes with a newer version of the program. This text can only be read here until you update the program; nothing is lost.',
  unknownKinds: (kinds) =>
    `The text has goals of a kind that the profile of this file does not know: ${kinds.map((kind) => `“${kind}”`).join(', ')}. Nothing is lost: they stand in the text without a number and can be read and changed. Give them a kind that exists, or read the text in by “Import” with the fitting profile; no edition can be frozen before.`,
  deletedCameBack:
    'While you were deleting, somebody wrote there. So that nothing is lost, the passage is in the text again. If it is to go, agree on it and delete it once more.',
  writtenCameBack:
    'Somebody deleted the passage in which you were writing. It is in the text again, with your words.',
};
