import { Node } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import { makeNodeAnchor } from '../contributions/make-anchor.ts';
import { appError } from '../errors/errors.ts';
import { fail, ok, type Result } from '../errors/result.ts';
import type { CreateId } from '../ids/ids.ts';
import type { LeitbildDocument } from '../schema/document.ts';
import { leitbildSchema } from '../schema/leitbild-schema.ts';
import { documentOf } from '../schema/parse-document.ts';
import { textFlowOf } from '../text/text-flow.ts';
import { applyWordings, type AppliedWordings, type PlacedWording } from './apply-wording.ts';
import type { TextChange } from './decision.ts';
import { rebaseWording } from './rebase-wording.ts';
import { findNode, putBack } from './strike-node.ts';
import { nodeWords } from './text-blocks.ts';

/**
 * Undoes changes of the text where their words still stand: nodes that were struck come back where they stood, with
 * their ids and footnotes, and words are merged with what was written elsewhere in the node since (rule DEC5).
 * Fails with `wording-outdated` where what was changed has been changed again or has gone, and as `applyWordings` does.
 */
export function takeBack(
  document: LeitbildDocument,
  changes: readonly TextChange[],
  createId: CreateId,
): Result<AppliedWordings> {
  const before = Node.fromJSON(leitbildSchema, document);
  const tr = new Transform(before);
  const wanted: { readonly change: TextChange; readonly words: string }[] = [];
  for (const change of changes.toReversed()) {
    const outdated = fail(appError('wording-outdated', { node: change.node }));
    const words = wordsBefore(before, change);
    if (words === null) return outdated;
    for (const struck of (change.struck ?? []).toReversed()) if (!putBack(tr, struck)) return outdated;
    wanted.push({ change, words });
  }
  const flow = textFlowOf(tr.doc);
  const wordings: PlacedWording[] = [];
  for (const { change, words } of wanted) {
    const anchor = makeNodeAnchor(flow, change.node);
    const node = findNode(tr.doc, change.node)?.node;
    if (!anchor || !node) return fail(appError('wording-outdated', { node: change.node }));
    if (nodeWords(node) !== words) wordings.push({ anchor, wording: words, keepsNode: true });
  }
  const applied = applyWordings(documentOf(tr.doc), wordings, createId);
  if (!applied.ok) return applied;
  const after = Node.fromJSON(leitbildSchema, applied.value.document);
  const told = wanted.toReversed().flatMap(({ change: { node } }): readonly TextChange[] => {
    const wordsOf = (doc: Node): string =>
      nodeWords(findNode(doc, node)?.node ?? leitbildSchema.node('leitbild'));
    const change = { node, before: wordsOf(before), after: wordsOf(after) };
    const struck = applied.value.changes.find((one) => one.node === node)?.struck;
    return change.before === change.after ? [] : [struck ? { ...change, struck } : change];
  });
  return ok({ document: applied.value.document, changes: told });
}

/** What a node shall read when the change is undone; `null` where that cannot be told any more. */
function wordsBefore(doc: Node, { node, before, after, struck }: TextChange): string | null {
  const found = findNode(doc, node)?.node;
  if (!found) return after === '' && struck?.some((one) => isOf(one.node, node)) ? before : null;
  const rebased = rebaseWording(after, before, nodeWords(found));
  return rebased.state === 'unchanged' || rebased.state === 'rebased' ? rebased.wording : null;
}

function isOf(json: string, id: string): boolean {
  return (JSON.parse(json) as { readonly attrs?: { readonly id?: unknown } }).attrs?.id === id;
}
