import type { Doc } from 'yjs';
import { z } from 'zod';
import { fail, ok, type Result } from '../errors/result.ts';
import type { ContributionId, InstitutionId, NodeId, RoundId } from '../ids/ids.ts';
import { performWrite } from '../rooms/named-writes.ts';
import { sharedTypes } from '../rooms/rooms.ts';
import { nodeAnchorSchema } from './anchor.ts';
import { parseContribution, stances, type ContributionFault, type Position } from './contribution.ts';
import { limits } from './limits.ts';
import { plainString } from './plain-string.ts';

const intendedSchema = z.strictObject({
  stance: z.enum(stances),
  /** The node with the words that it had when the stance was chosen. */
  anchor: nodeAnchorSchema,
  /** Why; may be empty. */
  body: plainString(limits.body, { lines: true }),
});

/** The stance that the delegates of an institution mean to take on one node; nobody else sees it before it is submitted. */
export type IntendedStance = Readonly<z.infer<typeof intendedSchema>>;

/** Chooses a stance for a node, in place of the one chosen before. Throws a `ZodError` where it does not fit. */
export function setStance(doc: Doc, intended: IntendedStance): void {
  const checked = intendedSchema.parse(intended);
  performWrite(doc, 'contribution.draft', () => stancesOf(doc).set(checked.anchor.nodeId, checked));
}

/** Takes the choice for a node back. False where there is none. */
export function clearStance(doc: Doc, node: NodeId): boolean {
  const map = stancesOf(doc);
  if (!map.has(node)) return false;
  performWrite(doc, 'contribution.draft', () => map.delete(node));
  return true;
}

/** All stances that were chosen and not submitted yet, by node id. What cannot be read is left out. */
export function listStances(doc: Doc): readonly IntendedStance[] {
  const map = stancesOf(doc);
  return [...map.keys()].sort().flatMap((node) => {
    const parsed = intendedSchema.safeParse(map.get(node));
    return parsed.success && parsed.data.anchor.nodeId === node ? [parsed.data] : [];
  });
}

/** Whose positions they become. */
export interface StanceSignature {
  readonly institution: InstitutionId;
  readonly round: RoundId;
  readonly author: string;
  readonly submittedAt: string;
}

/**
 * Submits the stances that were chosen, all or those on some nodes, as one record each, and takes the choices away, in one write. Fails with what
 * has to be mended first; then nothing is written. Gives the records, none where nothing was chosen.
 */
export function submitStances(
  doc: Doc,
  signature: StanceSignature,
  createId: () => ContributionId,
  nodes: 'all' | readonly NodeId[] = 'all',
): Result<readonly Position[], ContributionFault & { readonly node: NodeId }> {
  const records: Position[] = [];
  for (const { anchor, stance, body } of listStances(doc)) {
    if (nodes !== 'all' && !nodes.includes(anchor.nodeId)) continue;
    const parsed = parseContribution({
      ...{ type: 'position', id: createId(), ...signature },
      ...{ anchor, stance, body },
    });
    if (!parsed.ok) return fail({ ...parsed.error, node: anchor.nodeId });
    if (parsed.value.type === 'position') records.push(parsed.value);
  }
  if (records.length === 0) return ok(records);
  const submitted = doc.getMap<unknown>(sharedTypes.contributions.submitted);
  const taken = records.find(({ id }) => submitted.has(id));
  if (taken) throw new Error(`already submitted: ${taken.id}`);
  performWrite(doc, 'contribution.submit', () => {
    for (const record of records) {
      submitted.set(record.id, record);
      stancesOf(doc).delete(record.anchor.nodeId);
    }
  });
  return ok(records);
}

/** What a room's map offers here; Yjs types its values as `any`. */
interface StanceMap {
  has(node: string): boolean;
  get(node: string): unknown;
  set(node: string, value: IntendedStance): unknown;
  delete(node: string): void;
  keys(): IterableIterator<string>;
}

function stancesOf(doc: Doc): StanceMap {
  return doc.getMap(sharedTypes.contributions.stances);
}
