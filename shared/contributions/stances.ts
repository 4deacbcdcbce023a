import type { Doc, Map as SharedMap } from 'yjs';
import { z } from 'zod';
import { isNodeId, type ContributionId, type NodeId } from '../ids/ids.ts';
import { performWrite } from '../rooms/named-writes.ts';
import { sharedTypes } from '../rooms/rooms.ts';
import { nodeAnchorSchema } from './anchor.ts';
import { parseContribution, stances, type Position } from './contribution.ts';
import { limits } from './limits.ts';
import { plainString } from './plain-string.ts';

const stanceSchema = z.strictObject({
  stance: z.enum(stances),
  anchor: nodeAnchorSchema,
  body: plainString(limits.body, { lines: true }),
});

/** The side that delegates mean to take on a node, before they submit it. */
export type StanceDraft = Readonly<z.infer<typeof stanceSchema>>;

/** What delegates mean to say, by node. What cannot be read is left out. */
export function listStances(doc: Doc): ReadonlyMap<NodeId, StanceDraft> {
  const found = new Map<NodeId, StanceDraft>();
  for (const [node, value] of stancesOf(doc).entries()) {
    const parsed = stanceSchema.safeParse(value);
    if (isNodeId(node) && parsed.success && parsed.data.anchor.nodeId === node) found.set(node, parsed.data);
  }
  return found;
}

/** Means a side on a node, in place of what was meant before. Throws a `ZodError` where it does not fit. */
export function setStance(doc: Doc, stance: StanceDraft): void {
  const checked = stanceSchema.parse(stance);
  performWrite(doc, 'contribution.draft', () => stancesOf(doc).set(checked.anchor.nodeId, checked));
}

/** Means no side any more. False where none was meant. */
export function clearStance(doc: Doc, node: NodeId): boolean {
  const map = stancesOf(doc);
  if (!map.has(node)) return false;
  performWrite(doc, 'contribution.draft', () => map.delete(node));
  return true;
}

/** Submits what is meant about these nodes as positions, in one write; gives the records. Others stay drafts. */
export function submitStances(
  doc: Doc,
  nodes: readonly NodeId[],
  signature: Pick<Position, 'institution' | 'round' | 'author' | 'submittedAt'>,
  createId: () => ContributionId,
): readonly Position[] {
  const meant = listStances(doc);
  const records = nodes.flatMap((node): Position[] => {
    const draft = meant.get(node);
    if (draft === undefined) return [];
    const parsed = parseContribution({ type: 'position', id: createId(), ...signature, ...draft });
    return parsed.ok && parsed.value.type === 'position' ? [parsed.value] : [];
  });
  if (records.length === 0) return records;
  const submitted = doc.getMap<unknown>(sharedTypes.contributions.submitted);
  performWrite(doc, 'contribution.submit', () => {
    for (const record of records) {
      submitted.set(record.id, record);
      stancesOf(doc).delete(record.anchor.nodeId);
    }
  });
  return records;
}

function stancesOf(doc: Doc): SharedMap<unknown> {
  return doc.getMap<unknown>(sharedTypes.contributions.stances);
}
