/** What the editor shows or tells in words; the interface's language gives them. */
export interface EditorWords {
  /** Name of the text for screen readers. */
  readonly text: string;
  readonly goal: string;
  readonly footnote: string;
  readonly footnoteText: string;
  readonly footnoteHint: string;
  readonly missingReference: string;
  readonly unknownKind: string;
  readonly participants: string;
  readonly groupHeading: string;
  readonly signatureName: string;
  readonly signatureOffice: string;
  readonly headingOf: (label: string) => string;
  readonly suggestions: string;
  readonly noSuggestion: string;
  readonly dragHandle: string;
  readonly close: string;
}
