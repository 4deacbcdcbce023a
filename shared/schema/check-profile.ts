import { appError } from '../errors/errors.ts';
import { fail, ok, type Result } from '../errors/result.ts';
import type { LeitbildDocument } from './document.ts';
import { goalKindOf, type Profile } from './profile.ts';
import { walk } from './walk.ts';

/**
 * Whether every goal kind of the document exists in the profile and stands where the profile allows it (rules PRO2
 * and PRO3). Fails with `profile-mismatch`, naming the kind and the id of the group.
 */
export function checkProfile(document: LeitbildDocument, profile: Profile): Result<void> {
  let mismatch: { kind: string; place: string } | undefined;
  walk(document, (node, ancestors) => {
    if (mismatch || node.type !== 'goalGroup') return;
    const above = ancestors.findLast((ancestor) => ancestor.type === 'goalGroup');
    const kind = goalKindOf(profile, node.attrs.kind);
    const allowed = kind && (above ? kind.under.includes(above.attrs.kind) : kind.under.length === 0);
    if (!allowed) mismatch = { kind: node.attrs.kind, place: node.attrs.id };
  });
  return mismatch ? fail(appError('profile-mismatch', mismatch)) : ok(undefined);
}
