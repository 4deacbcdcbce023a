/** Words that stand in print, in the language of the document. UI words are in `renderer/words`. */
export interface PublicationLabels {
  readonly contents: string;
  readonly imprint: string;
  readonly edition: string;
  readonly draft: string;
  readonly draftNote: string;
  readonly adoptedBy: string;
  readonly paper: string;
  readonly frozenAt: string;
  readonly draftAsOf: string;
  readonly proof: string;
  readonly proofNote: string;
  readonly publisher: string;
  readonly footnote: string;
  readonly footnotes: string;
  readonly backToText: string;
  readonly workingCopy: string;
  readonly workingCopyNote: string;
  readonly notes: string;
  readonly missingReference: string;
  readonly skipToContent: string;
  /** Stands before what a link leads to: "Link auf Teilziel 6.4.T3". */
  readonly linkTo: string;
  /** Printed where a draft has an empty heading. */
  readonly untitled: string;
  /** Before the names of the typefaces in a PDF's imprint. */
  readonly typefaces: string;
  /** Before the standard that a PDF was checked against. */
  readonly conformance: string;
  /** Before the date of a working copy. */
  readonly asOf: string;
  readonly line: string;
  readonly page: string;
}

const german: PublicationLabels = {
  contents: 'Inhalt',
  imprint: 'Impressum',
  edition: 'Edition',
  draft: 'ENTWURF',
  draftNote: 'Dieser Text ist ein Entwurf und nicht beschlossen.',
  adoptedBy: 'Beschlossen durch',
  paper: 'Vorlage',
  frozenAt: 'Festgeschrieben am',
  draftAsOf: 'Stand des Entwurfs',
  proof: 'Prüfsumme (SHA-256)',
  proofNote:
    'Die Prüfsumme gehört zum vollständigen Inhalt dieser Edition. Stimmt sie mit der Prüfsumme der JSON-Ausgabe überein, ist der Text unverändert.',
  publisher: 'Herausgeberin',
  footnote: 'Fußnote',
  footnotes: 'Fußnoten',
  backToText: 'zurück zum Text',
  workingCopy: 'Arbeitsfassung',
  workingCopyNote: 'Zitierweise: zuerst die Nummer des Ziels, dann Seite und Zeile.',
  notes: 'Notizen',
  missingReference: '[Verweisziel nicht mehr vorhanden]',
  skipToContent: 'Zum Inhalt springen',
  linkTo: 'Link auf',
  untitled: '[ohne Überschrift]',
  typefaces: 'Schriften',
  conformance: 'Barrierefrei ausgezeichnet und geprüft nach',
  asOf: 'Stand',
  line: 'Zeile',
  page: 'Seite',
};

const english: PublicationLabels = {
  contents: 'Contents',
  imprint: 'Imprint',
  edition: 'Edition',
  draft: 'DRAFT',
  draftNote: 'This text is a draft and has not been adopted.',
  adoptedBy: 'Adopted by',
  paper: 'Paper',
  frozenAt: 'Frozen on',
  draftAsOf: 'Draft as of',
  proof: 'Checksum (SHA-256)',
  proofNote:
    'The checksum covers the whole content of this edition. If it equals the checksum of the JSON export, the text is unchanged.',
  publisher: 'Publisher',
  footnote: 'Footnote',
  footnotes: 'Footnotes',
  backToText: 'back to the text',
  workingCopy: 'Working copy',
  workingCopyNote: 'Cite the number of the goal first, then page and line.',
  notes: 'Notes',
  missingReference: '[target no longer present]',
  skipToContent: 'Skip to content',
  linkTo: 'Link to',
  untitled: '[no heading]',
  typefaces: 'Typefaces',
  conformance: 'Tagged for accessibility and checked against',
  asOf: 'as of',
  line: 'Line',
  page: 'Page',
};

export const publicationLabels: Readonly<Record<'de' | 'en', PublicationLabels>> = {
  de: german,
  en: english,
};
