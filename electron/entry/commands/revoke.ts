import type { Command } from 'commander';
import { appError, AppFailure } from '../../../shared/errors/errors.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import { ID_PATTERN, invitationId } from '../../../shared/ids/ids.ts';
import type { CommandContext } from '../command-context.ts';
import { addHostOptions, withFileOrHost, type HostOptions } from '../host-target.ts';
import { openInvitations } from '../open-invitations.ts';
import { proveMayInvite } from '../prove-writable.ts';
import type { RunCommand } from '../program.ts';

export function addRevoke(program: Command, { words }: CommandContext, run: RunCommand): void {
  const { help } = words.commands;
  const command = program
    .command('revoke')
    .description(help.revoke)
    .argument('<file>')
    .argument('<invitation>');
  addHostOptions(command, words).action((path: string, id: string, options: HostOptions) =>
    run(async (context) => {
      if (!ID_PATTERN.test(id)) throw new AppFailure(appError('invitation-unknown', { invitation: id }));
      const invitation = invitationId(id);
      await withFileOrHost(path, options, context, 'write', {
        onHost: async (api) => valueOf(await api('invitations.revoke', { invitation })),
        onFile: (workspace) => {
          proveMayInvite(workspace);
          return valueOf(openInvitations(workspace, context).revoke(invitation));
        },
      });
      context.terminal.out(words.host.revoked(id));
    }),
  );
}
