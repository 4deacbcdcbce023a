import type { ListedVoice } from '../contributions/voices-room.ts';
import type { EditionDecision } from '../editions/edition.ts';
import type { LeitbildDocument } from '../schema/document.ts';
import type { Decision, DecisionRecord } from './decision.ts';
import { decidedBy } from './decisions-room.ts';
import { documentNodes } from './document-nodes.ts';

/**
 * What was decided on the way to a text, as an edition of it keeps it: final decisions that hold, or whose changes of the
 * text stand, and that concern nodes of the text (rule DEC9). `kept` are the ids of those that earlier editions keep. In
 * the order of the records; nodes in that of the document. Whose contributions they were about stays in the rooms.
 */
export function editionDecisions(
  document: LeitbildDocument,
  records: readonly DecisionRecord[],
  voices: readonly ListedVoice[],
  kept: ReadonlySet<string>,
): readonly EditionDecision[] {
  const decided = decidedBy(records);
  const anchors = new Map(
    voices.flatMap(({ record }) =>
      record.type === 'statement' && record.anchor.on !== 'document'
        ? [[record.id, record.anchor.nodeId] as const]
        : [],
    ),
  );
  const { ids } = documentNodes(document);
  const counts = (record: DecisionRecord): record is Decision =>
    record.type === 'decision' &&
    record.stage === 'final' &&
    !kept.has(record.id) &&
    !decided.reopened.has(record.id) &&
    (record.changes.length > 0 || record.contributions.some((id) => decided.holding(id)?.id === record.id));
  return records.filter(counts).flatMap(({ id, outcome, reason, changes, contributions }) => {
    const concerned = new Set([
      ...changes.flatMap(({ node, struck }) => [node, ...(struck ?? []).map(({ under }) => under)]),
      ...contributions.map((contribution) => anchors.get(contribution)),
    ]);
    const nodes = ids.filter((node) => concerned.has(node));
    return nodes.length === 0 ? [] : [{ id, nodes, outcome, reason }];
  });
}
