import type { InstitutionId, NodeId } from '../ids/ids.ts';
import type { Institution } from '../register/institution.ts';
import type { TextFlow } from '../text/text-flow.ts';
import type { Position } from './contribution.ts';
import { hashOfText } from './make-anchor.ts';
import type { ListedVoice } from './voices-room.ts';

/** A position as it was taken. */
export type PositionVoice = ListedVoice & { readonly record: Position };

/** Where institutions stand; silence is the absence of a position. */
export interface Positions {
  /** The position of an institution on a node; `undefined` where it is silent. */
  of(institution: InstitutionId, node: NodeId): PositionVoice | undefined;
  /** All positions on a node, in the order in which the host took them. */
  on(node: NodeId): readonly PositionVoice[];
  /** All positions of an institution, in the order in which the host took them. */
  by(institution: InstitutionId): readonly PositionVoice[];
}

/**
 * Reads the positions that hold, from all voices in the order of `listVoices`: of each institution on each node the
 * one that the host took last. One that was withdrawn is gone, and no earlier one comes back for it: the institution
 * is silent.
 */
export function positionsOf(voices: readonly ListedVoice[]): Positions {
  const withdrawn = new Set<string>();
  const latest = new Map<string, PositionVoice>();
  for (const { record, receipt } of voices) {
    if (record.type === 'withdrawal') withdrawn.add(record.withdraws);
    if (record.type !== 'position') continue;
    const key = keyOf(record.institution, record.anchor.nodeId);
    latest.delete(key);
    latest.set(key, { record, receipt });
  }
  const byNode = new Map<NodeId, PositionVoice[]>();
  const byInstitution = new Map<InstitutionId, PositionVoice[]>();
  for (const [key, voice] of latest) {
    if (withdrawn.has(voice.record.id)) {
      latest.delete(key);
      continue;
    }
    const { institution, anchor } = voice.record;
    push(byNode, anchor.nodeId, voice);
    push(byInstitution, institution, voice);
  }
  return {
    of: (institution, node) => latest.get(keyOf(institution, node)),
    on: (node) => byNode.get(node) ?? [],
    by: (institution) => byInstitution.get(institution) ?? [],
  };
}

/** Where one institution stands on one node. */
export interface PositionLine {
  readonly institution: Institution;
  /** `null`: it was asked and is silent. */
  readonly position: PositionVoice | null;
  /** Whether the node reads today as it did when the position was taken; false where there is no position or no node. */
  readonly isCurrent: boolean;
}

/** One line for each institution that was asked (`invitedTo`), in the order given, silent ones too. */
export function positionLines(
  positions: Positions,
  node: NodeId,
  invited: readonly Institution[],
  words: NodeWords,
): readonly PositionLine[] {
  return invited.map((institution) => {
    const position = positions.of(institution.id, node) ?? null;
    return { institution, position, isCurrent: position !== null && words.isAsRead(position.record) };
  });
}

/** What nodes read today, for many positions. */
export interface NodeWords {
  /** Whether the node of a position has the very words that it was taken on. */
  isAsRead(position: Pick<Position, 'anchor'>): boolean;
}

/** Reads the words of nodes from the text of today, each node once. */
export function nodeWordsIn(flow: TextFlow): NodeWords {
  const hashes = new Map<NodeId, string | null>();
  const hashOf = (node: NodeId): string | null => {
    const known = hashes.get(node);
    if (known !== undefined) return known;
    const span = flow.spans.get(node);
    const hash = span ? hashOfText(flow.text.slice(span.start, span.end)) : null;
    hashes.set(node, hash);
    return hash;
  };
  return { isAsRead: ({ anchor }) => hashOf(anchor.nodeId) === anchor.textHash };
}

function keyOf(institution: InstitutionId, node: NodeId): string {
  return `${institution} ${node}`;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
