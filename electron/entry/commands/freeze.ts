import type { Command } from 'commander';
import type { Adoption } from '../../../shared/editions/edition.ts';
import { appError, AppFailure } from '../../../shared/errors/errors.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import { freezeDraft } from '../../host/editions/freeze-draft.ts';
import { withWorkspace, type CommandContext } from '../command-context.ts';
import type { RunCommand } from '../program.ts';

interface FreezeArguments {
  edition: string;
  title?: string;
  subtitle?: string;
  municipality?: string;
  adoptedBy?: string;
  adoptedOn?: string;
  paper?: string;
}

export function addFreeze(program: Command, { words }: CommandContext, run: RunCommand): void {
  const { help } = words.commands;
  program
    .command('freeze')
    .description(help.freeze)
    .argument('<file>')
    .requiredOption('--edition <label>', help.edition)
    .option('--title <text>', help.title)
    .option('--subtitle <text>', help.subtitle)
    .option('--municipality <name>', help.municipality)
    .option('--adopted-by <body>', help.adoptedBy)
    .option('--adopted-on <date>', help.adoptedOn)
    .option('--paper <number>', help.paper)
    .action((path: string, options: FreezeArguments) =>
      run((context) =>
        withWorkspace(path, context, 'write', (workspace) => {
          const { edition: label, title, subtitle, municipality } = options;
          const adoption = adoptionOf(options);
          const { content, hash } = valueOf(
            freezeDraft(workspace, { label, title, subtitle, municipality, adoption }, context.ports),
          );
          context.terminal.out(context.words.commands.frozen(content.label, hash));
        }),
      ),
    );
}

/** Body and day belong together; a paper number alone adopts nothing. */
function adoptionOf({ adoptedBy, adoptedOn, paper }: FreezeArguments): Adoption | null {
  if (adoptedBy === undefined && adoptedOn === undefined && paper === undefined) return null;
  if (adoptedBy === undefined || adoptedOn === undefined) {
    const argument = adoptedBy === undefined ? '--adopted-by' : '--adopted-on';
    throw new AppFailure(appError('argument-invalid', { argument, reason: 'missing' }));
  }
  return { body: adoptedBy, date: adoptedOn, paper: paper ?? '' };
}
