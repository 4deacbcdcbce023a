import type { WarningWords } from '../words.ts';

export const englishWarnings: WarningWords = {
  'encoding-detected': ({ detail }) => `The file is not written in UTF-8 but in ${detail}; it was converted.`,
  'tracked-changes-accepted': ({ detail }) =>
    `Tracked changes were read as accepted (${detail.replace(/^\+(\d+) −(\d+)$/, '$1 inserted, $2 deleted')}).`,
  'image-left-out': ({ detail }, format) =>
    format === 'pdf'
      ? `Pictures on page ${detail} were left out.`
      : `A picture was left out${detail === '' ? '' : ` (“${detail}”)`}.`,
  'table-flattened': ({ detail }) => `A table was turned into paragraphs (“${detail}”).`,
  'comment-left-out': ({ detail }) => `A comment was left out${detail === '' ? '' : ` (“${detail}”)`}.`,
  'footnote-without-mark': ({ detail }) =>
    `Footnote ${detail} has no mark in the text; it was put at the end.`,
  'mark-without-footnote': ({ detail }) => `There is no footnote for the mark “${detail}”.`,
  'hyphen-uncertain': ({ detail }) => `Hyphenated word: please check whether “${detail}” is right.`,
  'style-unknown': ({ detail }) => `The style “${detail}” is not known; the paragraph was read as text.`,
  'no-structure-found': () => 'Neither action fields nor goals were found.',
  'reference-unresolved': ({ detail }) => `The reference “${detail}” leads nowhere in the text.`,
  'ocr-missing-pages': ({ detail }) =>
    `Page ${detail} has no text, only pictures; perhaps text recognition (OCR) is missing.`,
};
