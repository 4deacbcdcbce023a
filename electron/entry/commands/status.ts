import type { Command } from 'commander';
import type { ApiClient } from '../../../shared/api/client.ts';
import type {
  HostStatus,
  Invitation,
  ListedInvitation,
  SharingStatus,
} from '../../../shared/api/contract.ts';
import type { ReplicaStatus } from '../../../shared/api/replica-calls.ts';
import { AppFailure } from '../../../shared/errors/errors.ts';
import type { Result } from '../../../shared/errors/result.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import type { Phase } from '../../../shared/rights/rights.ts';
import { readPhase } from '../../../shared/rooms/phase-room.ts';
import { listedInvitations } from '../../host/invitations/listed-invitations.ts';
import { statusOfFile } from '../../host/replica/status-of-file.ts';
import type { CommandContext } from '../command-context.ts';
import { addHostOptions, withFileOrHost, type HostOptions } from '../host-target.ts';
import { openInvitations } from '../open-invitations.ts';
import type { RunCommand } from '../program.ts';

/**
 * What `status` tells; `host` and `sharing` only where a host was asked, and nothing that the one who asks may not
 * know: on a delegate's own machine there are no invitations.
 */
interface StatusReport {
  readonly phase: Phase;
  readonly invitations: readonly Invitation[] | null;
  readonly host: HostStatus | null;
  readonly sharing: SharingStatus | null;
  readonly replica: ReplicaStatus | null;
}

export function addStatus(program: Command, { words }: CommandContext, run: RunCommand): void {
  const { help } = words.commands;
  const command = program
    .command('status')
    .description(help.status)
    .argument('<file>')
    .option('--json', help.json);
  addHostOptions(command, words).action((path: string, options: HostOptions & { json?: true }) =>
    run(async (context) => {
      const report = await withFileOrHost<StatusReport>(path, options, context, 'read', {
        onHost: askHost,
        onFile: (workspace) => {
          const process = workspace.rooms.load('process');
          const phase = readPhase(process);
          process.destroy();
          const replica = statusOfFile(workspace);
          const isGuest = replica.state !== 'none' && replica.role !== 'moderator';
          const invitations = isGuest
            ? null
            : linksIn(listedInvitations(workspace, openInvitations(workspace, context)));
          return { phase, invitations, replica, host: null, sharing: null };
        },
      });
      context.terminal.out(options.json === true ? JSON.stringify(report) : describe(report, context));
    }),
  );
}

async function askHost(api: ApiClient): Promise<StatusReport> {
  return {
    phase: valueOf(await api('phase.get', {})),
    replica: unlessForbidden(await api('replica.status', {})),
    invitations: linksIn(unlessForbidden(await api('invitations.list', {}))),
    host: unlessForbidden(await api('host.status', {})),
    sharing: unlessForbidden(await api('sharing.status', {})),
  };
}

/** Those by which somebody can come in; null where the one who asks may not know. */
function linksIn(listed: readonly ListedInvitation[] | null): readonly Invitation[] | null {
  return listed && listed.filter(({ forPackage }) => !forPackage);
}

function unlessForbidden<T>(result: Result<T>): T | null {
  if (result.ok) return result.value;
  if (result.error.code === 'call-not-allowed') return null;
  throw new AppFailure(result.error);
}

function describe(
  { phase, invitations, host, sharing, replica }: StatusReport,
  { words }: CommandContext,
): string {
  const { host: say, follow } = words;
  return [
    ...(replica === null || replica.state === 'none' ? [] : [follow.status(replica)]),
    say.phase(phase),
    ...(host === null ? [] : [say.running(host)]),
    ...(sharing === null ? [] : [say.sharing(sharing)]),
    ...(invitations === null ? [] : [invitations.length === 0 ? say.noInvitations : say.invitations]),
    ...(invitations ?? []).map((invitation) => `  ${say.invitation(invitation)}`),
  ].join('\n');
}
