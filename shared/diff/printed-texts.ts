import type { NodeId } from '../ids/ids.ts';
import { publicationLabels } from '../publication/publication-labels.ts';
import { createReferenceTexts } from '../publication/reference-text.ts';
import type { LeitbildDocument } from '../schema/document.ts';
import type { Profile } from '../schema/profile.ts';
import { numberDocument } from '../text/numbering.ts';
import { unitsOf } from './document-units.ts';

/**
 * The own text of every unit as its readers saw it, with what the references in it printed in that document
 * (rule PUB2).
 */
export function printedTexts(document: LeitbildDocument, profile: Profile): ReadonlyMap<NodeId, string> {
  const references = createReferenceTexts(document, profile, numberDocument(document, profile));
  const { missingReference } = publicationLabels[profile.language];
  const units = unitsOf(document, ({ target, form }) => references.textOf(target, form) ?? missingReference);
  return new Map(units.map(({ id, text }) => [id, text]));
}
