import type { Node } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import type { PassageAnchor } from '../../../shared/contributions/anchor.ts';
import { makeAnchor } from '../../../shared/contributions/make-anchor.ts';
import { resolveAnchor, type Resolution } from '../../../shared/contributions/resolve-anchor.ts';
import { createCountingIds } from '../../../shared/ids/ids.ts';
import { assignIds } from '../../../shared/schema/assign-ids.ts';
import { textFlowOf } from '../../../shared/text/text-flow.ts';

/** Two sentences to choose words from. */
export const first = 'Die Stadt fördert den Spracherwerb aller Menschen, die hier leben.';
export const second = 'Sie achtet darauf, dass Kurse zu jeder Tageszeit angeboten werden.';

/** Where words begin first; throws where they do not stand. */
export function positionOf(doc: Node, words: string): number {
  let at = -1;
  doc.descendants((node, from) => {
    if (at < 0 && node.isText && node.text?.includes(words)) at = from + node.text.indexOf(words);
  });
  if (at < 0) throw new Error(`no ${words}`);
  return at;
}

/** An anchor on the first place of words. */
export function anchorOn(doc: Node, words: string): PassageAnchor {
  const from = positionOf(doc, words);
  return madeAt(doc, from, from + words.length);
}

/** An anchor on a stretch; throws where none can be made. */
export function madeAt(doc: Node, from: number, to: number): PassageAnchor {
  const made = makeAnchor(textFlowOf(doc), from, to);
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

/** The document after an edit, with ids as the editor gives them. */
export function edited(doc: Node, edit: (transform: Transform) => void): Node {
  const transform = new Transform(doc);
  edit(transform);
  return assignIds(transform, createCountingIds('new')).doc;
}

/** Resolves an anchor against the flow of a document. */
export const resolve = (doc: Node, anchor: PassageAnchor): Resolution =>
  resolveAnchor(textFlowOf(doc), anchor);

/** State and words of a resolution, by the document's own reading of its positions. */
export function shown(doc: Node, anchor: PassageAnchor): string {
  const found = resolve(doc, anchor);
  if (found.state === 'document') return 'document';
  if (found.state === 'gone') return found.ambiguous ? 'ambiguous' : 'gone';
  return `${found.state} ${found.place.nodeId}: ${doc.textBetween(found.place.from, found.place.to)}`;
}
