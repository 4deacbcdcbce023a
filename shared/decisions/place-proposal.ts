import type { Node } from '@tiptap/pm/model';
import { wordsOf, type Anchor, type NodeAnchor, type PassageAnchor } from '../contributions/anchor.ts';
import { hashOfText, makeAnchor, makeNodeAnchor } from '../contributions/make-anchor.ts';
import { resolveAnchor, type Resolution } from '../contributions/resolve-anchor.ts';
import type { NodeId } from '../ids/ids.ts';
import type { ReadText } from './read-text.ts';
import { rebaseWording, type RebasedWording } from './rebase-wording.ts';
import { findNode } from './strike-node.ts';
import { nodeWords } from './text-blocks.ts';

/** A proposed wording as it stands to the text of today. */
export interface PlacedProposal {
  readonly rebased: RebasedWording;
  /** Where the place is today; everything but `in-place` is to be shown as what it is. */
  readonly resolution: Resolution;
  /** What `wording` is for, pointing at today's text; `null` where the base is gone. */
  readonly anchor: PassageAnchor | NodeAnchor | null;
  /** The words that the author read: a passage, or a whole node. */
  readonly base: string;
  /** What stands there today; `null` where nothing does. */
  readonly today: string | null;
  /** The wording for all of `base`, as it was proposed. */
  readonly proposed: string;
}

/**
 * Puts a proposal to the text of today. A passage that still stands is replaced as it was proposed, also where it stands
 * elsewhere now. Where it does not, or where a whole node reads otherwise, the whole node is compared: what the author
 * read, from the anchor or the base of the round, what was proposed, and what stands there today (`rebaseWording`).
 * Without the words that the author read nothing is merged: `base-gone`.
 */
export function placeProposal(
  anchor: Anchor,
  wording: string,
  today: ReadText,
  base: ReadText | null,
): PlacedProposal {
  const resolution = resolveAnchor(today.flow, anchor);
  if (anchor.on === 'document') {
    const gone = { rebased: { state: 'base-gone' }, anchor: null, base: '', today: null } as const;
    return { ...gone, resolution, proposed: wording };
  }
  return anchor.on === 'passage' && 'place' in resolution
    ? placePassage(anchor, wording, resolution, today)
    : placeNode(anchor, wording, resolution, today, base);
}

function placePassage(
  anchor: PassageAnchor,
  wording: string,
  resolution: Extract<Resolution, { readonly place: object }>,
  { flow }: ReadText,
): PlacedProposal {
  const { place } = resolution;
  const made = makeAnchor(flow, place.from, place.to);
  return {
    rebased: { state: 'unchanged', wording },
    resolution,
    anchor: made.ok ? made.value : null,
    base: anchor.quote,
    today: anchor.quote,
    proposed: wording,
  };
}

function placeNode(
  anchor: PassageAnchor | NodeAnchor,
  wording: string,
  resolution: Resolution,
  today: ReadText,
  base: ReadText | null,
): PlacedProposal {
  const id = 'place' in resolution ? resolution.place.nodeId : anchor.nodeId;
  const node = findNode(today.doc, id)?.node;
  const words = node ? nodeWords(node) : null;
  if (anchor.on === 'node' && resolution.state === 'in-place' && words !== null) {
    const rebased = { state: 'unchanged', wording } as const;
    return { rebased, resolution, anchor, base: words, today: words, proposed: wording };
  }
  const read = wordsRead(anchor, base);
  const proposed = read === null ? null : proposedWords(anchor, wording, base, read);
  if (read === null || proposed === null || words === null) {
    const gone = { rebased: { state: 'base-gone' }, resolution, anchor: null } as const;
    return { ...gone, base: read ?? anchor.quote, today: words, proposed: proposed ?? wording };
  }
  return {
    rebased: rebaseWording(read, proposed, words),
    resolution,
    anchor: makeNodeAnchor(today.flow, id) ?? null,
    base: read,
    today: words,
    proposed,
  };
}

/** The words of the node as the author read them; `null` where neither anchor nor base has all of them. */
function wordsRead(anchor: PassageAnchor | NodeAnchor, base: ReadText | null): string | null {
  if (anchor.on === 'node' && hashOfText(wordsOf(anchor.quote)) === anchor.textHash) return anchor.quote;
  const node = base && findBase(base, anchor);
  return node ? nodeWords(node) : null;
}

/** The wording for the whole node that a passage stood in. */
function proposedWords(
  anchor: PassageAnchor | NodeAnchor,
  wording: string,
  base: ReadText | null,
  read: string,
): string | null {
  if (anchor.on === 'node') return wording;
  const span = base?.flow.spans.get(anchor.nodeId);
  // A block of nothing but a space counts in the flow, but is none of the words that are compared.
  if (!base || !span || span.end - span.start !== wordsOf(read).length) return null;
  return (
    read.slice(0, indexIn(read, anchor.from, false)) + wording + read.slice(indexIn(read, anchor.to, true))
  );
}

/** Where an offset into the flow stands among words with line feeds: before a break where it ends something. */
function indexIn(read: string, offset: number, isEnd: boolean): number {
  let index = 0;
  let left = offset;
  for (const { length } of read.split('\n')) {
    if (left < length || (isEnd && left === length)) return index + left;
    left -= length;
    index += length + 1;
  }
  return read.length;
}

/** The node in the base of the round, where it reads there as the author had it. */
function findBase(
  { doc, flow }: ReadText,
  { nodeId, textHash }: { nodeId: NodeId; textHash: string },
): Node | null {
  const span = flow.spans.get(nodeId);
  if (!span || hashOfText(flow.text.slice(span.start, span.end)) !== textHash) return null;
  return findNode(doc, nodeId)?.node ?? null;
}
