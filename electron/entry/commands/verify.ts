import type { Command } from 'commander';
import { appError, AppFailure } from '../../../shared/errors/errors.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import { withWorkspace, type CommandContext } from '../command-context.ts';
import type { RunCommand } from '../program.ts';

export function addVerify(program: Command, { words }: CommandContext, run: RunCommand): void {
  const { help } = words.commands;
  program
    .command('verify')
    .description(help.verify)
    .argument('<file>')
    .option('--edition <label>', help.edition)
    .option('--hash <sha256>', help.hash)
    .action((path: string, options: { edition?: string; hash?: string }) =>
      run((context) =>
        withWorkspace(path, context, 'read', (workspace) => {
          const { terminal } = context;
          const { commands } = context.words;
          const { editions } = valueOf(workspace.verify());
          const { edition: label, hash } = options;
          const checked =
            label === undefined ? editions : editions.filter((edition) => edition.label === label);
          if (label !== undefined && checked.length === 0) valueOf(workspace.editions.get(label));
          const labelFound = hash === undefined ? null : labelOfHash(hash, checked);
          for (const edition of checked) terminal.out(commands.verifiedEdition(edition.label, edition.hash));
          terminal.out(commands.verified(path));
          if (labelFound !== null) terminal.out(commands.verifiedHash(labelFound));
        }),
      ),
    );
}

/** The label of the edition that has this hash, however it is spaced. Fails with `hash-unmatched`. */
function labelOfHash(
  hash: string,
  editions: readonly { readonly label: string; readonly hash: string }[],
): string {
  const wanted = hash.toLowerCase().replaceAll(/\s/g, '');
  const match = editions.find((edition) => edition.hash === wanted);
  if (!match) throw new AppFailure(appError('hash-unmatched', { hash: wanted }));
  return match.label;
}
