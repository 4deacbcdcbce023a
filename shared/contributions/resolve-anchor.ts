import type { NodeId, Sha256 } from '../ids/ids.ts';
import type { TextFlow, TextSpan } from '../text/text-flow.ts';
import { wordsOf, type Anchor, type NodeAnchor, type PassageAnchor } from './anchor.ts';
import { limits } from './limits.ts';
import { hashOfText } from './make-anchor.ts';

/** A place in a document: a node, offsets into its text, and the positions in the document. */
export interface AnchorPlace {
  readonly nodeId: NodeId;
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Where an anchor points today.
 * - `in-place`: its node holds the words with the same surroundings, and only there.
 * - `changed`: its node holds the words, but around them the text is another; or the whole node it points at changed.
 * - `moved`: the words stand in another node.
 * - `gone`: they stand nowhere, or in several places that cannot be told apart (`ambiguous`).
 *
 * Everything but `in-place` has to be shown as what it is: nothing moves silently (DESIGN §3).
 */
export type Resolution =
  | { readonly state: 'document' }
  | { readonly state: 'in-place' | 'changed' | 'moved'; readonly place: AnchorPlace }
  | {
      readonly state: 'gone';
      readonly quote: string;
      readonly ambiguous: boolean;
      /** The node that held the words, or the first of its parts, where that still stands. */
      readonly within: NodeId | null;
    };

/** The node that a resolution leads to: where the words stand, or where they stood. */
export function nodeOfResolution(resolution: Resolution): NodeId | null {
  if ('place' in resolution) return resolution.place.nodeId;
  return resolution.state === 'gone' ? resolution.within : null;
}

/** Finds what an anchor points at: in its node, else in the parts that came from it, else in the whole document. */
export function resolveAnchor(flow: TextFlow, anchor: Anchor): Resolution {
  return anchorResolver(flow)(anchor);
}

/** `resolveAnchor` for many anchors of one text: what it has to know of a node is computed once. */
export function anchorResolver(flow: TextFlow): (anchor: Anchor) => Resolution {
  const looked: LookedUp = {
    flow,
    hashOf: onceFor(
      (span) => hashOfText(flow.text.slice(span.start, span.end)),
      ({ id }) => id,
    ),
    descendantsOf: onceFor(
      (id) => descendantsOf(flow, id),
      (id) => id,
    ),
  };
  return (anchor) => {
    if (anchor.on === 'document') return { state: 'document' };
    return anchor.on === 'node' ? resolveNode(looked, anchor) : resolvePassage(looked, anchor);
  };
}

/** A text with what was found out about its nodes. */
interface LookedUp {
  readonly flow: TextFlow;
  readonly hashOf: (span: TextSpan) => Sha256;
  readonly descendantsOf: (id: NodeId) => readonly TextSpan[];
}

function onceFor<A, T>(make: (about: A) => T, keyOf: (about: A) => NodeId): (about: A) => T {
  const known = new Map<NodeId, T>();
  return (about) => {
    const key = keyOf(about);
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(about);
    known.set(key, made);
    return made;
  };
}

function resolveNode({ flow, hashOf, descendantsOf: heirsOf }: LookedUp, anchor: NodeAnchor): Resolution {
  const span = flow.spans.get(anchor.nodeId);
  if (span) {
    return { state: hashOf(span) === anchor.textHash ? 'in-place' : 'changed', place: wholePlace(span) };
  }
  const heirs = heirsOf(anchor.nodeId);
  const [heir] = heirs;
  if (heir && heirs.length === 1) return { state: 'moved', place: wholePlace(heir) };
  return { state: 'gone', quote: anchor.quote, ambiguous: heirs.length > 1, within: heir?.id ?? null };
}

function resolvePassage(looked: LookedUp, anchor: PassageAnchor): Resolution {
  const { flow } = looked;
  const words = wordsOf(anchor.quote);
  const own = flow.spans.get(anchor.nodeId);
  if (own) {
    const text = flow.text.slice(own.start, own.end);
    if (text.slice(anchor.from, anchor.to) === words && looked.hashOf(own) === anchor.textHash) {
      return { state: 'in-place', place: placeOf(flow, own, own.start + anchor.from, words.length) };
    }
    const found = occurrences(flow.text, words, own);
    const unmistakable = found.filter((start) => hasSameSurroundings(flow.text, own, start, anchor));
    const [same] = unmistakable;
    if (same !== undefined && unmistakable.length === 1) {
      return { state: 'in-place', place: placeOf(flow, own, same, words.length) };
    }
    const chosen = chooseByContext(flow.text, found, anchor);
    if (chosen !== undefined) return { state: 'changed', place: placeOf(flow, own, chosen, words.length) };
    if (found.length > 0) return { state: 'gone', quote: anchor.quote, ambiguous: true, within: own.id };
  }
  return resolveElsewhere(looked, anchor, words);
}

function resolveElsewhere(looked: LookedUp, anchor: PassageAnchor, words: string): Resolution {
  const { flow } = looked;
  const parts = looked.descendantsOf(anchor.nodeId);
  const inParts = [...new Set(parts.flatMap((part) => occurrences(flow.text, words, part)))];
  const inAll = inParts.length > 0 ? [] : occurrences(flow.text, words, { start: 0, end: flow.text.length });
  const chosen =
    inParts.length > 0
      ? chooseByContext(flow.text, inParts, anchor)
      : chooseByContext(
          flow.text,
          inAll.filter((start) => isTelling(flow.text, start, anchor)),
          anchor,
        );
  const holder = chosen === undefined ? undefined : flow.holderOf(chosen, chosen + words.length);
  if (chosen !== undefined && holder) {
    return { state: 'moved', place: placeOf(flow, holder, chosen, words.length) };
  }
  const within = flow.spans.has(anchor.nodeId) ? anchor.nodeId : (parts[0]?.id ?? null);
  return { state: 'gone', quote: anchor.quote, ambiguous: inParts.length + inAll.length > 1, within };
}

/** Quote and surroundings of this many characters together are taken to be more than chance, wherever they stand. */
const TELLING = 24;

function isTelling(text: string, start: number, anchor: PassageAnchor): boolean {
  const words = wordsOf(anchor.quote);
  const before = text.endsWith(anchor.prefix, start) ? anchor.prefix.length : 0;
  const after = text.startsWith(anchor.suffix, start + words.length) ? anchor.suffix.length : 0;
  return before + words.length + after >= TELLING;
}

/**
 * The one place with both surroundings; else, where no place has both, the only place there is; else the one with
 * one of them. `undefined` where that leaves a choice.
 */
function chooseByContext(
  text: string,
  found: readonly number[],
  { prefix, suffix, quote }: PassageAnchor,
): number | undefined {
  const { length } = wordsOf(quote);
  const before = found.filter((start) => prefix !== '' && text.endsWith(prefix, start));
  const after = found.filter((start) => suffix !== '' && text.startsWith(suffix, start + length));
  const both = before.filter((start) => after.includes(start));
  const candidates =
    both.length > 0 ? both : found.length === 1 ? found : [...new Set([...before, ...after])];
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** Whether a node's text around a place is what it was, up to the node's ends where the surroundings reached them. */
function hasSameSurroundings(text: string, own: TextSpan, start: number, anchor: PassageAnchor): boolean {
  const { prefix, suffix } = anchor;
  const end = start + wordsOf(anchor.quote).length;
  if (start - prefix.length < own.start || !text.endsWith(prefix, start)) return false;
  if (end + suffix.length > own.end || !text.startsWith(suffix, end)) return false;
  const startsNode = anchor.from === prefix.length;
  const endsNode = suffix.length < limits.context - 1;
  return (
    (!startsNode || start - prefix.length === own.start) && (!endsNode || end + suffix.length === own.end)
  );
}

/** Nodes that came from a node by splits and joins, over any number of steps, in document order. */
function descendantsOf(flow: TextFlow, id: NodeId): readonly TextSpan[] {
  const family = new Set([id]);
  const spans = [...flow.spans.values()];
  for (let known = 0; known < family.size;) {
    known = family.size;
    for (const span of spans) if (span.origins.some((origin) => family.has(origin))) family.add(span.id);
  }
  return spans.filter((span) => span.id !== id && family.has(span.id));
}

/** Offsets at which the words stand within a span, overlapping ones too. */
function occurrences(text: string, words: string, span: Pick<TextSpan, 'start' | 'end'>): readonly number[] {
  const found: number[] = [];
  let at = text.indexOf(words, span.start);
  while (at >= 0 && at + words.length <= span.end) {
    found.push(at);
    at = text.indexOf(words, at + 1);
  }
  return found;
}

function placeOf(flow: TextFlow, span: TextSpan, start: number, length: number): AnchorPlace {
  return {
    nodeId: span.id,
    start: start - span.start,
    end: start - span.start + length,
    ...flow.positionsOf(start, start + length),
  };
}

function wholePlace({ id, start, end, from, to }: TextSpan): AnchorPlace {
  return { nodeId: id, start: 0, end: end - start, from, to };
}
