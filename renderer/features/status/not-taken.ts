import { applyUpdate, Doc } from 'yjs';
import { compareDocuments } from '../../../shared/diff/compare-documents.ts';
import type { WordChange } from '../../../shared/diff/word-diff.ts';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { createReferenceTexts } from '../../../shared/publication/reference-text.ts';
import { readDocument } from '../../../shared/rooms/text-room.ts';
import type { LeitbildDocument } from '../../../shared/schema/document.ts';
import type { Profile } from '../../../shared/schema/profile.ts';
import { numberDocument } from '../../../shared/text/numbering.ts';

/** Something that was written here and is not in the text of the host. */
export interface NotTaken {
  readonly id: NodeId;
  /** "Leitziel 6.4.L1", or the first words of what it stands in. */
  readonly name: string;
  /** The words as they were here; empty for what was deleted here. */
  readonly own: string;
  /** From the host's words to these. */
  readonly words: readonly WordChange[];
}

/** Reads the text that an update holds; null where it is not valid. */
export function documentOfUpdate(update: Uint8Array): LeitbildDocument | null {
  const doc = new Doc();
  applyUpdate(doc, update);
  const read = readDocument(doc);
  doc.destroy();
  return read.ok ? read.value : null;
}

/** What the text of this window said that the host's does not. What stands elsewhere with the same words is not told. */
export function notTaken(
  own: LeitbildDocument,
  host: LeitbildDocument,
  profile: Profile,
): readonly NotTaken[] {
  const references = createReferenceTexts(own, profile, numberDocument(own, profile));
  return compareDocuments(host, own).changes.flatMap(({ id, after, before, reworded, words, status }) => {
    const isGone = status === 'dropped' && before !== null && before.text !== '';
    const isNew = status === 'new' && after !== null && after.text !== '';
    if (!reworded && !isGone && !isNew) return [];
    const name = references.textOf(id, 'label') ?? references.labelOf(id);
    return [{ id, name, own: after?.text ?? '', words }];
  });
}
