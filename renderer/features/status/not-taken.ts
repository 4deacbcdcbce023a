import { applyUpdate, Doc } from 'yjs';
import { compareDocuments } from '../../../shared/diff/compare-documents.ts';
import type { WordChange } from '../../../shared/diff/word-diff.ts';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { createReferenceTexts } from '../../../shared/publication/reference-text.ts';
import { readDocument } from '../../../shared/rooms/text-room.ts';
import type { LeitbildDocument } from '../../../shared/schema/document.ts';
import type { Profile } from '../../../shared/schema/profile.ts';
import { isIdentified, walk } from '../../../shared/schema/walk.ts';
import { numberDocument } from '../../../shared/text/numbering.ts';

/** Something that was written here and is not in the text of the host. */
export interface NotTaken {
  readonly id: NodeId;
  /** "Leitziel 6.4.L1", or the name of what it stands in. */
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
  const ownNames = namesOf(own, profile);
  const hostNames = namesOf(host, profile);
  return compareDocuments(host, own).changes.flatMap(({ id, after, before, reworded, words, status }) => {
    const isGone = status === 'dropped' && before !== null && before.text !== '';
    const isNew = status === 'new' && after !== null && after.text !== '';
    if (!reworded && !isGone && !isNew) return [];
    // What was deleted here stands only there.
    const name = (isGone ? hostNames : ownNames).get(id) ?? '';
    return [{ id, name, own: after?.text ?? '', words }];
  });
}

/** What each node is called: by its own number or title, else by that of what it stands in. */
function namesOf(document: LeitbildDocument, profile: Profile): ReadonlyMap<NodeId, string> {
  const references = createReferenceTexts(document, profile, numberDocument(document, profile));
  const names = new Map<NodeId, string>();
  walk(document, (node, ancestors) => {
    if (!isIdentified(node)) return;
    const { id } = node.attrs;
    const around = ancestors.findLast(isIdentified)?.attrs.id;
    const own = references.textOf(id, 'label') ?? references.labelOf(id);
    names.set(id, own === '' && around !== undefined ? (names.get(around) ?? '') : own);
  });
  return names;
}
