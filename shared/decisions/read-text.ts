import { Node } from '@tiptap/pm/model';
import type { LeitbildDocument } from '../schema/document.ts';
import { leitbildSchema } from '../schema/leitbild-schema.ts';
import { textFlowOf, type TextFlow } from '../text/text-flow.ts';

/** A text to look proposals up in: the draft of today, or the base of a round. */
export interface ReadText {
  readonly doc: Node;
  readonly flow: TextFlow;
}

/** Reads a document, once for many proposals. Throws a `RangeError` where it does not fit the schema. */
export function readText(document: LeitbildDocument): ReadText {
  const doc = Node.fromJSON(leitbildSchema, document);
  return { doc, flow: textFlowOf(doc) };
}
