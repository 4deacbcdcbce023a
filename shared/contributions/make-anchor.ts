import { utf8ToBytes } from '@noble/hashes/utils.js';
import { hashOfBytes } from '../editions/hash.ts';
import { fail, ok, type Result } from '../errors/result.ts';
import type { NodeId, Sha256 } from '../ids/ids.ts';
import type { TextFlow } from '../text/text-flow.ts';
import type { NodeAnchor, PassageAnchor } from './anchor.ts';
import { limits } from './limits.ts';

/** Why a selection cannot be pointed at: it holds no words, more than may be quoted, or parts of several chapters. */
export type AnchorProblem = 'empty' | 'too-long' | 'no-common-node';

/** Points at the words between two positions of the document, by the smallest node that holds them all. */
export function makeAnchor(flow: TextFlow, from: number, to: number): Result<PassageAnchor, AnchorProblem> {
  const range = flow.offsetsOf(Math.min(from, to), Math.max(from, to));
  const start = range.start - (isWithinPair(flow.text, range.start) ? 1 : 0);
  const end = range.end + (isWithinPair(flow.text, range.end) ? 1 : 0);
  if (start >= end) return fail('empty');
  const holder = flow.holderOf(start, end);
  if (!holder) return fail('no-common-node');
  const quote = quoteOf(flow, start, end);
  if (quote.length > limits.quote) return fail('too-long');
  return ok({
    on: 'passage',
    nodeId: holder.id,
    from: start - holder.start,
    to: end - holder.start,
    quote,
    prefix: flow.text.slice(contextStart(flow.text, start, holder.start), start),
    suffix: flow.text.slice(end, contextEnd(flow.text, end, holder.end)),
    textHash: hashOfText(flow.text.slice(holder.start, holder.end)),
  });
}

/** Points at a whole node; `undefined` where the document has no such node. */
export function makeNodeAnchor(flow: TextFlow, id: NodeId): NodeAnchor | undefined {
  const span = flow.spans.get(id);
  if (!span) return undefined;
  const text = flow.text.slice(span.start, span.end);
  const longest = limits.quote / 2;
  const cut = span.start + Math.min(text.length, longest);
  const end = isWithinPair(flow.text, cut) ? cut - 1 : cut;
  return { on: 'node', nodeId: id, quote: quoteOf(flow, span.start, end), textHash: hashOfText(text) };
}

/** The hash by which an anchor knows that a node's text is what it was. */
export function hashOfText(text: string): Sha256 {
  return hashOfBytes(utf8ToBytes(text));
}

/** All words of a node, with a line feed where one block ends and the next begins; empty where it is gone. */
export function quoteOfNode(flow: TextFlow, id: NodeId): string {
  const span = flow.spans.get(id);
  return span === undefined ? '' : quoteOf(flow, span.start, span.end);
}

function quoteOf(flow: TextFlow, start: number, end: number): string {
  const breaks = [...new Set(flow.blocks.filter((offset) => offset > start && offset < end))];
  return [start, ...breaks].map((offset, index) => flow.text.slice(offset, breaks[index] ?? end)).join('\n');
}

function contextStart(text: string, start: number, least: number): number {
  const cut = Math.max(least, start - limits.context);
  return isWithinPair(text, cut) ? cut + 1 : cut;
}

function contextEnd(text: string, end: number, most: number): number {
  const cut = Math.min(most, end + limits.context);
  return isWithinPair(text, cut) ? cut - 1 : cut;
}

function isWithinPair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}
