import type { ContentMatch } from '@tiptap/pm/model';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { leitbildSchema } from '../../../shared/schema/leitbild-schema.ts';
import { goalKindOf, type Profile } from '../../../shared/schema/profile.ts';
import type { MoveTarget, OutlineType } from '../../editor/index.ts';
import type { OutlineLine } from './outline-lines.ts';

/** Where a dragged line would land, and between which lines that is shown. */
export interface DropPlace {
  readonly target: MoveTarget;
  /** Index of the visible line above which the indicator stands; the number of lines for the very end. */
  readonly gap: number;
  /** How deep it would stand. */
  readonly level: number;
}

/** What a drop is judged by. */
export interface DropContext {
  /** The visible lines, in order. */
  readonly visible: readonly OutlineLine[];
  /** All lines by id. */
  readonly byId: ReadonlyMap<NodeId, OutlineLine>;
  readonly profile: Profile;
}

/**
 * Where a line that is held over another one would go: `half` says over which half. Of all places at that gap it takes
 * the one at its own depth, else the deepest, that schema and profile allow; null where there is none, or it would
 * stay where it is.
 */
export function dropPlace(
  dragged: OutlineLine,
  over: number,
  half: 'upper' | 'lower',
  context: DropContext,
): DropPlace | null {
  const { visible, byId } = context;
  const gap = half === 'upper' ? over : over + 1;
  const above = visible[gap - 1];
  const below = visible[gap];
  const places: DropPlace[] = [];
  const add = (target: MoveTarget, level: number): void => void places.push({ target, gap, level });

  if (above && below?.parent === above.id) add({ before: below.id }, below.level);
  else if (above && above.children === 0) add({ into: above.id }, above.level + 1);
  for (let at = above; at; at = at.parent === null ? undefined : byId.get(at.parent)) {
    if (below && below.level > at.level) break;
    add({ after: at.id }, at.level);
  }
  if (above === undefined && below) add({ before: below.id }, below.level);
  const possible = places.filter(
    ({ target }) => isAllowed(dragged, target, context) && !isSamePlace(dragged, target, context),
  );
  return possible.find(({ level }) => level === dragged.level) ?? possible[0] ?? null;
}

/** Whether schema and profile let a node stand there. A node never moves into itself. */
export function isAllowed(
  moved: OutlineLine,
  target: MoveTarget,
  { byId, profile }: Omit<DropContext, 'visible'>,
): boolean {
  const parent = parentOf(target, byId);
  if (parent === undefined) return false;
  for (let at = parent; at !== null; at = at.parent === null ? null : (byId.get(at.parent) ?? null)) {
    if (at.id === moved.id) return false;
  }
  if (!childTypes(parent?.type ?? 'leitbild').has(moved.type)) return false;
  if (moved.type !== 'goalGroup') return true;
  const under = goalKindOf(profile, moved.kind ?? '')?.under ?? [];
  if (parent?.type !== 'goal') return under.length === 0;
  return under.includes(parent.kind ?? '');
}

/** The line in which the target lies: null for the document, undefined where the target is gone. */
function parentOf(
  target: MoveTarget,
  byId: ReadonlyMap<NodeId, OutlineLine>,
): OutlineLine | null | undefined {
  if ('into' in target) return byId.get(target.into);
  const beside = byId.get('before' in target ? target.before : target.after);
  if (beside === undefined) return undefined;
  return beside.parent === null ? null : byId.get(beside.parent);
}

function isSamePlace(moved: OutlineLine, target: MoveTarget, { byId }: DropContext): boolean {
  if ('into' in target) return false;
  const besideId = 'before' in target ? target.before : target.after;
  if (besideId === moved.id) return true;
  const beside = byId.get(besideId);
  if (beside?.parent !== moved.parent) return false;
  return 'before' in target ? beside.position === moved.position + 1 : beside.position === moved.position - 1;
}

/** What a node may hold, as the schema says. */
function childTypes(parent: OutlineType | 'leitbild'): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<ContentMatch>();
  const visit = (match: ContentMatch): void => {
    if (seen.has(match)) return;
    seen.add(match);
    for (let index = 0; index < match.edgeCount; index += 1) {
      const { type, next } = match.edge(index);
      found.add(type.name);
      visit(next);
    }
  };
  visit(leitbildSchema.nodes[parent].contentMatch);
  return found;
}

/**
 * Where a line goes with one press of Alt+Up or Alt+Down: past its neighbour, or, at the edge, to the near end of the
 * next place of the same sort. Null where there is none.
 */
export function stepTarget(
  moved: OutlineLine,
  direction: 'up' | 'down',
  entries: readonly OutlineLine[],
  context: Omit<DropContext, 'visible'>,
): MoveTarget | null {
  const siblings = entries.filter(({ parent }) => parent === moved.parent);
  const neighbour = siblings[moved.position - 1 + (direction === 'up' ? -1 : 1)];
  if (neighbour) {
    const target = direction === 'up' ? { before: neighbour.id } : { after: neighbour.id };
    if (isAllowed(moved, target, context)) return target;
  }
  const own = moved.parent === null ? undefined : context.byId.get(moved.parent);
  if (own === undefined) return null;
  const alike = entries.filter(
    ({ type, kind }) => type === own.type && (own.type !== 'goalGroup' || kind === own.kind),
  );
  const next = alike[alike.indexOf(own) + (direction === 'up' ? -1 : 1)];
  if (!next) return null;
  const first = entries.find(({ parent, type }) => parent === next.id && type === moved.type);
  const target: MoveTarget = direction === 'down' && first ? { before: first.id } : { into: next.id };
  return isAllowed(moved, target, context) ? target : null;
}
