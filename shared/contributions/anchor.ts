import { z } from 'zod';
import { ID_PATTERN, SHA256_PATTERN, nodeId, sha256 } from '../ids/ids.ts';
import { limits } from './limits.ts';
import { plainString } from './plain-string.ts';

const node = z.string().regex(ID_PATTERN).transform(nodeId);
const hash = z.string().regex(SHA256_PATTERN).transform(sha256);
const offset = z.int().min(0).max(10_000_000);

/**
 * Points at some words of one node. `from` and `to` are offsets into the node's text as `textFlowOf` gives it, in
 * UTF-16 code units; `textHash` is the SHA-256 of that text in UTF-8.
 */
const passageAnchorSchema = z
  .strictObject({
    on: z.literal('passage'),
    nodeId: node,
    from: offset,
    to: offset,
    /** The words, with a line feed where one block ends and the next begins. */
    quote: plainString(limits.quote, { lines: true }).min(1),
    /** Up to `limits.context` characters before and after, within the node. */
    prefix: plainString(limits.context),
    suffix: plainString(limits.context),
    textHash: hash,
  })
  .refine(
    ({ from, to, quote }) => to - from === wordsOf(quote).length,
    'the quote is not as long as its place',
  )
  .refine(({ from, prefix }) => prefix.length <= from, 'the prefix begins before the node');

/** Points at a whole node: a goal, an action field, a chapter. The quote is its beginning, for when it is gone. */
export const nodeAnchorSchema = z.strictObject({
  on: z.literal('node'),
  nodeId: node,
  quote: plainString(limits.quote, { lines: true }),
  textHash: hash,
});

const documentAnchorSchema = z.strictObject({ on: z.literal('document') });

/** What a contribution is about: some words, a whole node, or the whole document. */
export const anchorSchema = z.discriminatedUnion('on', [
  passageAnchorSchema,
  nodeAnchorSchema,
  documentAnchorSchema,
]);

export type PassageAnchor = Readonly<z.infer<typeof passageAnchorSchema>>;
export type NodeAnchor = Readonly<z.infer<typeof nodeAnchorSchema>>;
export type Anchor = Readonly<z.infer<typeof anchorSchema>>;

/** The words of a quote as they stand in a flow, where blocks follow each other without anything between. */
export function wordsOf(quote: string): string {
  return quote.replaceAll('\n', '');
}
