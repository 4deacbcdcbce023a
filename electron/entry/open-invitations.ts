import { randomBytes } from 'node:crypto';
import { createInvitations, type Invitations } from '../host/invitations/invitations.ts';
import type { Workspace } from '../host/workspace/workspace.ts';
import type { CommandContext } from './command-context.ts';

/** The invitations of a workspace that no host has open. */
export function openInvitations(workspace: Workspace, { ports }: CommandContext): Invitations {
  return createInvitations({ workspace, ports, randomBytes, monotonic: () => performance.now() });
}
