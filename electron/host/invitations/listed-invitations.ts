import type { ListedInvitation } from '../../../shared/api/contract.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Invitations } from './invitations.ts';

/** All invitations, each with whether an institution speaks as it in packages; throws `AppFailure`. */
export function listedInvitations(
  { packages }: Pick<Workspace, 'packages'>,
  invitations: Pick<Invitations, 'list'>,
): readonly ListedInvitation[] {
  const packaged = new Set(packages.sent().map(({ invitation }) => invitation));
  return invitations.list().map((one) => ({ ...one, forPackage: packaged.has(one.id) }));
}
