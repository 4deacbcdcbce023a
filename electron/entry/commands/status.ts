import type { Command } from 'commander';
import type { HostStatus, Invitation, SharingStatus } from '../../../shared/api/contract.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import type { Phase } from '../../../shared/rights/rights.ts';
import { readPhase } from '../../../shared/rooms/phase-room.ts';
import type { CommandContext } from '../command-context.ts';
import { addHostOptions, withFileOrHost, type HostOptions } from '../host-target.ts';
import { openInvitations } from '../open-invitations.ts';
import type { RunCommand } from '../program.ts';

/** What `status` tells; `host` and `sharing` only where a host was asked. */
interface StatusReport {
  readonly phase: Phase;
  readonly invitations: readonly Invitation[];
  readonly host: HostStatus | null;
  readonly sharing: SharingStatus | null;
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
        onHost: async (api) => ({
          phase: valueOf(await api('phase.get', {})),
          invitations: valueOf(await api('invitations.list', {})),
          host: valueOf(await api('host.status', {})),
          sharing: valueOf(await api('sharing.status', {})),
        }),
        onFile: (workspace) => {
          const process = workspace.rooms.load('process');
          const phase = readPhase(process);
          process.destroy();
          const invitations = openInvitations(workspace, context).list();
          return { phase, invitations, host: null, sharing: null };
        },
      });
      context.terminal.out(options.json === true ? JSON.stringify(report) : describe(report, context));
    }),
  );
}

function describe({ phase, invitations, host, sharing }: StatusReport, { words }: CommandContext): string {
  const { host: say } = words;
  return [
    say.phase(phase),
    ...(host === null ? [] : [say.running(host)]),
    ...(sharing === null ? [] : [say.sharing(sharing)]),
    invitations.length === 0 ? say.noInvitations : say.invitations,
    ...invitations.map((invitation) => `  ${say.invitation(invitation)}`),
  ].join('\n');
}
