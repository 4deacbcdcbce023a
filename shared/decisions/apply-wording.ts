import { Node } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import type { Anchor } from '../contributions/anchor.ts';
import { resolveAnchor, type AnchorPlace } from '../contributions/resolve-anchor.ts';
import { appError, type ErrorDetails } from '../errors/errors.ts';
import { fail, ok, type Result } from '../errors/result.ts';
import { isNodeId, type CreateId, type NodeId } from '../ids/ids.ts';
import type { LeitbildDocument } from '../schema/document.ts';
import { leitbildSchema } from '../schema/leitbild-schema.ts';
import { documentOf } from '../schema/parse-document.ts';
import { textFlowOf, type TextFlow } from '../text/text-flow.ts';
import { MOST_STRUCK, type TextChange } from './decision.ts';
import {
  rewordNode,
  rewordStretch,
  strikeStretch,
  type StretchPart,
  type StruckNodes,
  type WordingFault,
} from './reword-blocks.ts';
import { strikeNode, strikeTargetAt, type StruckNode } from './strike-node.ts';
import { linesOf, textBlocksOf, type TextBlock } from './text-blocks.ts';
import { changesBetween } from './text-changes.ts';

/** Another wording for what an anchor points at: plain text, a line feed between blocks; empty strikes the place. */
export interface PlacedWording {
  readonly anchor: Anchor;
  readonly wording: string;
  /** An empty wording leaves the node empty instead of striking it. */
  readonly keepsNode?: boolean;
}

/** A document in which wordings stand, and what exactly has changed: the words of nodes before and after. */
export interface AppliedWordings {
  readonly document: LeitbildDocument;
  readonly changes: readonly TextChange[];
}

/**
 * Applies wordings to what their anchors point at, all of them or none, each as the smallest edit of words: marks,
 * footnotes, references and ids of what does not change stay (rules WRD1 to WRD7). The result is a valid document, and
 * fits the profile that the document fitted.
 * Fails with `wording-outdated` where an anchor is not in place, and with `wording-not-applicable`.
 */
export function applyWordings(
  document: LeitbildDocument,
  wordings: readonly PlacedWording[],
  createId: CreateId,
): Result<AppliedWordings> {
  const before = Node.fromJSON(leitbildSchema, document);
  const flow = textFlowOf(before);
  const all: Target[] = [];
  for (const { anchor, wording, keepsNode = false } of wordings) {
    const found = resolveAnchor(flow, anchor);
    const node = anchor.on === 'document' ? '' : anchor.nodeId;
    if (found.state !== 'in-place') return fail(appError('wording-outdated', { node }));
    if (UNFIT.test(wording)) return notApplicable(found.place.nodeId, 'characters');
    const lines = linesOf(wording);
    const kept = keepsNode && lines.length === 0 ? [''] : lines;
    all.push(
      anchor.on === 'node'
        ? { nodeId: anchor.nodeId, from: found.place.from, to: found.place.to, isNode: true, lines: kept }
        : stretchTarget(before, flow, found.place, kept),
    );
  }
  // Who proposes the same for the same place asks for one change.
  const targets = all
    .filter((target, index) => all.findIndex((other) => isSameTarget(target, other)) === index)
    .sort((one, other) => other.from - one.from);
  const meeting = targets.find(({ to }, index) => to > (targets[index - 1]?.from ?? Infinity));
  if (meeting) return notApplicable(meeting.nodeId, 'overlap');

  const tr = new Transform(before);
  const struck: (StruckNode | null)[] = [];
  for (const target of targets) {
    const done = applyTo(tr, target, createId);
    if (typeof done === 'string') return notApplicable(target.nodeId, done);
    struck.push(...done);
  }
  const nodes = targets.map(({ nodeId }) => nodeId);
  const changes = changesBetween(before, tr.doc, nodes, struck);
  const long = changes.find(isTooLong);
  if (long) return notApplicable(long.node, 'too-long');
  return ok({ document: documentOf(tr.doc), changes });
}

interface Target {
  /** The node whose words it changes. */
  readonly nodeId: NodeId;
  readonly from: number;
  readonly to: number;
  readonly isNode: boolean;
  readonly lines: readonly string[];
}

function isSameTarget(one: Target, other: Target): boolean {
  const isSamePlace = one.from === other.from && one.to === other.to && one.isNode === other.isNode;
  return isSamePlace && one.lines.join('\n') === other.lines.join('\n');
}

/** What no text may hold, besides the line feed. */
const UNFIT = /(?!\n)[\p{Cc}\p{Cs}\u2028\u2029\ufffe\uffff]/u;
/** In UTF-16 code units; see `decision.ts`. */
const LONGEST = 100_000;

function isTooLong({ before, after, struck }: TextChange): boolean {
  if ((struck?.length ?? 0) > MOST_STRUCK) return true;
  return [before, after, ...(struck ?? []).map(({ node }) => node)].some(({ length }) => length > LONGEST);
}

function notApplicable(
  node: NodeId,
  reason: ErrorDetails['wording-not-applicable']['reason'],
): Result<never> {
  return fail(appError('wording-not-applicable', { node, reason }));
}

/** Words within a node; all words of a goal or subpoint count as that node, where it may get more or fewer blocks. */
function stretchTarget(doc: Node, flow: TextFlow, place: AnchorPlace, lines: readonly string[]): Target {
  const { nodeId, from, to } = place;
  const isOther = lines.length > 0 && partsOf(doc, place).length !== lines.length;
  const whole = isOther ? wholeNodeAt(doc, flow, place) : null;
  const node = whole === null ? null : doc.nodeAt(whole);
  if (whole === null || !node) return { nodeId, from, to, isNode: false, lines };
  const id: unknown = node.attrs['id'];
  return { nodeId: isNodeId(id) ? id : nodeId, from: whole, to: whole + node.nodeSize, isNode: true, lines };
}

/** Changes nothing before the place, so that the places of what comes earlier in the document stay what they were. */
function applyTo(
  tr: Transform,
  { isNode, lines, ...place }: Target,
  createId: CreateId,
): StruckNodes | WordingFault {
  if (isNode && lines.length > 0) return rewordNode(tr, place.from, lines, createId);
  if (isNode) {
    const target = strikeTargetAt(tr.doc, place.from);
    return target === null ? 'needed' : [strikeNode(tr, target)];
  }
  const parts = partsOf(tr.doc, place);
  return lines.length === 0 ? strikeStretch(tr, parts) : rewordStretch(tr, parts, lines);
}

/** The stretches of blocks between the two positions of a place. */
function partsOf(doc: Node, { from, to }: Pick<AnchorPlace, 'from' | 'to'>): readonly StretchPart[] {
  return blocksBetween(doc, from, to).flatMap((block): readonly StretchPart[] => {
    const flow = textFlowOf(block.node);
    const offset = (position: number): number => {
      const within = Math.max(0, Math.min(block.node.content.size, position - block.from - 1));
      return Math.min(flow.offsetsOf(0, within).end, block.words.length);
    };
    const part = { block, start: offset(from), end: offset(to) };
    return part.start < part.end && block.words.trim() !== '' ? [part] : [];
  });
}

/** A place lies in one footnote, or in blocks of the main text. */
function blocksBetween(doc: Node, from: number, to: number): readonly TextBlock[] {
  const place = doc.resolve(from);
  if (place.parent.type.name === 'footnote') return textBlocksOf(place.parent, place.before());
  const blocks: TextBlock[] = [];
  doc.nodesBetween(from, to, (node, at) => {
    if (!node.isTextblock) return true;
    blocks.push(...textBlocksOf(node, at));
    return false;
  });
  return blocks;
}

/** Position of the goal, subpoint or item whose words a place holds from the first to the last; `null` for others. */
function wholeNodeAt(doc: Node, flow: TextFlow, place: AnchorPlace): number | null {
  const span = flow.spans.get(place.nodeId);
  if (!span || place.start !== 0 || place.end !== span.end - span.start) return null;
  let at = span.from;
  for (;;) {
    const { parent, depth } = doc.resolve(at);
    if (
      parent.childCount > 1 ||
      depth === 0 ||
      !['goal', 'subpoint', 'listItem'].includes(parent.type.name)
    ) {
      return at;
    }
    at = doc.resolve(at).before();
  }
}
