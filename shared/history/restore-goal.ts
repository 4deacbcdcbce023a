import type { CreateId, NodeId } from '../ids/ids.ts';
import type { Goal, GoalGroup, LeitbildDocument, LeitbildNode } from '../schema/document.ts';
import { childrenOf, isIdentified, walk } from '../schema/walk.ts';

/**
 * Puts the earlier wording of a goal back: in its present place, or at its old one where it is gone, with its id.
 * Goals that stand under it stay as they are today; where it was gone, those of them that are gone come back with it.
 * Subpoints and footnotes of the earlier wording that have moved elsewhere come as copies with ids of their own, which
 * name where they came from. Nothing else of the document changes.
 *
 * `null` where the earlier document has no such goal, or nothing is left of the part that it stood in.
 */
export function restoreGoal(
  document: LeitbildDocument,
  from: LeitbildDocument,
  goalId: NodeId,
  createId: CreateId,
): LeitbildDocument | null {
  const earlier = pathTo(from, goalId);
  const goal = earlier?.at(-1);
  if (earlier === null || goal?.type !== 'goal') return null;
  const present = pathTo(document, goalId)?.at(-1);
  if (present?.type === 'goal') {
    const own = new Set(wordingOf(present).flatMap(idsIn));
    const taken = difference(idsOf(document), own);
    const wording = wordingOf(goal).map((node) => withFreeIds(node, taken, createId));
    const restored = { ...present, content: [...wording, ...groupsOf(present)] } as Goal;
    return replace(document, goalId, restored);
  }
  // Another node that bears the id today is no goal; two must not bear it.
  if (present !== undefined) return null;
  return bringBack(document, earlier, goal, createId);
}

/** Paragraphs and subpoints, in their order; goal groups are goals of their own. */
function wordingOf(goal: Goal): readonly LeitbildNode[] {
  return (goal.content ?? []).filter(({ type }) => type !== 'goalGroup');
}

function groupsOf(goal: Goal): readonly GoalGroup[] {
  return (goal.content ?? []).filter((node) => node.type === 'goalGroup');
}

function bringBack(
  document: LeitbildDocument,
  path: readonly LeitbildNode[],
  goal: Goal,
  createId: CreateId,
): LeitbildDocument | null {
  const taken = idsOf(document);
  const whole = withoutLiving(goal, taken, createId);
  const group = path.at(-2);
  if (group?.type !== 'goalGroup') return null;
  if (taken.has(group.attrs.id)) {
    const living = pathTo(document, group.attrs.id)?.at(-1);
    if (living?.type !== 'goalGroup') return null;
    return replace(document, group.attrs.id, insertBeside(living, group, whole));
  }
  const heading = (group.content ?? [])
    .filter(({ type }) => type === 'heading')
    .map((node) => withFreeIds(node, taken, createId));
  const revived = { ...group, content: [...heading, whole] } as GoalGroup;
  for (const above of path.slice(0, -2).toReversed()) {
    if (!isIdentified(above)) continue;
    const living = pathTo(document, above.attrs.id)?.at(-1);
    if (living?.type !== above.type || !holdsGroups(living)) continue;
    return replace(document, above.attrs.id, insertBeside(living, above, revived));
  }
  return null;
}

function holdsGroups(node: LeitbildNode): boolean {
  return ['chapter', 'section', 'actionField', 'goal'].includes(node.type);
}

/** Puts a node behind the nearest one before it that is still there, else before the nearest behind it, else last. */
function insertBeside<T extends LeitbildNode>(living: T, former: LeitbildNode, node: LeitbildNode): T {
  const children = childrenOf(living);
  const indexOf = (sibling: LeitbildNode): number =>
    children.findIndex(
      (child) => isIdentified(child) && isIdentified(sibling) && child.attrs.id === sibling.attrs.id,
    );
  const siblings = childrenOf(former);
  const place = siblings.findIndex(
    (child) => isIdentified(child) && isIdentified(node) && child.attrs.id === node.attrs.id,
  );
  const before = siblings
    .slice(0, Math.max(place, 0))
    .map(indexOf)
    .findLast((index) => index >= 0);
  const behind = siblings
    .slice(place + 1)
    .map(indexOf)
    .find((index) => index >= 0);
  const at = before !== undefined ? before + 1 : (behind ?? children.length);
  return { ...living, content: children.toSpliced(at, 0, node) };
}

/** The goal without those goals below it that live on elsewhere, and with ids that are free. */
function withoutLiving(goal: Goal, taken: Set<NodeId>, createId: CreateId): Goal {
  const groups = groupsOf(goal).flatMap((group) => {
    const goals = (group.content ?? []).filter((child) => child.type === 'goal');
    const gone = goals.filter(({ attrs }) => !taken.has(attrs.id));
    if (gone.length === 0 && goals.length > 0) return [];
    const heading = (group.content ?? []).filter(({ type }) => type === 'heading');
    const own = withFreeIds<GoalGroup>({ ...group, content: heading }, taken, createId);
    const below = gone.map((one) => withoutLiving(one, taken, createId));
    return [{ ...own, content: [...(own.content ?? []), ...below] }];
  });
  taken.add(goal.attrs.id);
  const wording = wordingOf(goal).map((node) => withFreeIds(node, taken, createId));
  return { ...goal, content: [...wording, ...groups] } as Goal;
}

/** A copy whose ids nobody has; `taken` grows by them. A node that needs another id names the one it had as its origin. */
function withFreeIds<T extends LeitbildNode>(node: T, taken: Set<NodeId>, createId: CreateId): T {
  let copy: LeitbildNode = node;
  if (isIdentified(copy)) {
    const { id } = copy.attrs;
    if (taken.has(id)) {
      let fresh = createId();
      while (taken.has(fresh)) fresh = createId();
      copy = { ...copy, attrs: { ...copy.attrs, id: fresh, origins: [id] } } as LeitbildNode;
      taken.add(fresh);
    } else taken.add(id);
  }
  if (!('content' in copy)) return copy as T;
  return {
    ...copy,
    content: copy.content.map((child) => withFreeIds(child, taken, createId)),
  } as LeitbildNode as T;
}

function replace(document: LeitbildDocument, id: NodeId, by: LeitbildNode): LeitbildDocument {
  const visit = (node: LeitbildNode): LeitbildNode => {
    if (isIdentified(node) && node.attrs.id === id) return by;
    if (!('content' in node)) return node;
    const former = childrenOf(node);
    const content = former.map(visit);
    const isSame = content.every((child, index) => child === former[index]);
    return isSame ? node : ({ ...node, content } as LeitbildNode);
  };
  return visit(document) as LeitbildDocument;
}

/** From the root to the node with this id; null where there is none. */
function pathTo(document: LeitbildDocument, id: NodeId): readonly LeitbildNode[] | null {
  let found: readonly LeitbildNode[] | null = null;
  walk(document, (node, ancestors) => {
    if (found === null && isIdentified(node) && node.attrs.id === id) found = [...ancestors, node];
  });
  return found;
}

function idsOf(document: LeitbildDocument): Set<NodeId> {
  return new Set(idsIn(document));
}

function idsIn(node: LeitbildNode): readonly NodeId[] {
  const ids: NodeId[] = [];
  walk(node, (each) => {
    if (isIdentified(each)) ids.push(each.attrs.id);
  });
  return ids;
}

function difference(ids: ReadonlySet<NodeId>, without: ReadonlySet<NodeId>): Set<NodeId> {
  return new Set([...ids].filter((id) => !without.has(id)));
}
