import type { Node } from '@tiptap/pm/model';
import { goalKindOf, type Profile } from '../../../shared/schema/profile.ts';

/** Whether the groups under a goal may stay there when it becomes one of this kind; subpoints always may. */
export function mayBecome(goal: Node, kind: string, profile: Profile): boolean {
  return goal.children.every(
    (child) =>
      child.type.name !== 'goalGroup' ||
      goalKindOf(profile, String(child.attrs['kind']))?.under.includes(kind) === true,
  );
}

/** The kinds that may stand under a goal of this kind, in the profile's order. */
export function kindsUnder(kind: string, profile: Profile): readonly string[] {
  return profile.goalKinds.filter(({ under }) => under.includes(kind)).map(({ id }) => id);
}
