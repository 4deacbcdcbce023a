/** What is left of a pasted document: blocks of text in their order. */
export type PastedBlock =
  | { readonly kind: 'paragraph'; readonly content: readonly PastedInline[] }
  | { readonly kind: 'heading'; readonly level: number; readonly content: readonly PastedInline[] }
  | {
      readonly kind: 'item';
      /** 1 for the outermost list. */
      readonly level: number;
      readonly ordered: boolean;
      readonly content: readonly PastedInline[];
    };

export type PastedInline =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly strong?: boolean;
      readonly emphasis?: boolean;
      readonly href?: string;
    }
  | { readonly kind: 'break' }
  | { readonly kind: 'footnote'; readonly content: readonly PastedInline[] };

/** Text without what no document may hold; a tab is a space. */
export function cleanText(text: string): string {
  return text
    .replaceAll(/[\t\u2028\u2029]/gu, ' ')
    .replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff\ufeff\u200b]/gu, '')
    .normalize('NFC');
}
