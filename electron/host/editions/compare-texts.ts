import type { ComparedText, TextComparison } from '../../../shared/api/history-calls.ts';
import { compareDocuments } from '../../../shared/diff/compare-documents.ts';
import type { Publishable } from '../../../shared/editions/edition.ts';

/** Two texts with what became of each unit from the one to the other. */
export function compareTexts(before: ComparedText, after: ComparedText): TextComparison {
  return { before, after, changes: compareDocuments(before.document, after.document).changes };
}

/** What is compared of an edition or draft. */
export function comparedTextOf(source: Publishable): ComparedText {
  const { title, subtitle, municipality, document, profile } =
    source.state === 'edition' ? source.edition.content : source.content;
  return { header: { title, subtitle, municipality }, document, profile };
}
