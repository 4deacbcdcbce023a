import type { Command } from 'commander';
import type { Adoption } from '../../../shared/editions/edition.ts';
import { appError, AppFailure } from '../../../shared/errors/errors.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import { countDocument } from '../../../shared/text/counts.ts';
import { freezePrintable } from '../../host/editions/freeze-draft.ts';
import type { Workspace } from '../../host/workspace/workspace.ts';
import { withWorkspace, type CommandContext } from '../command-context.ts';
import { proveWritable } from '../prove-writable.ts';
import type { RunCommand } from '../program.ts';
import { readDay } from '../read-day.ts';
import { describeCounts } from '../report-text.ts';

interface FreezeArguments {
  edition: string;
  title?: string;
  subtitle?: string;
  municipality?: string;
  adoptedBy?: string;
  adoptedOn?: string;
  paper?: string;
  dryRun?: true;
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
    .option('--dry-run', help.freezeDryRun)
    .action((path: string, options: FreezeArguments) =>
      run((context) =>
        withWorkspace(path, context, options.dryRun ? 'read' : 'write', (workspace) =>
          freeze(workspace, options, context),
        ),
      ),
    );
}

async function freeze(
  workspace: Workspace,
  options: FreezeArguments,
  { terminal, words, ports }: CommandContext,
): Promise<void> {
  proveWritable(workspace, 'own');
  const { commands } = words;
  const { edition: label, title, subtitle, municipality } = options;
  const adoption = adoptionOf(options);
  const dryRun = options.dryRun === true;
  const request = { label, title, subtitle, municipality, adoption, dryRun };
  const { content, hash } = valueOf(await freezePrintable(workspace, request, ports));
  if (adoption !== null && adoption.date > ports.clock.now().slice(0, 10)) {
    terminal.err(commands.adoptionInFuture(printed(adoption.date)));
  }
  if (!dryRun) {
    terminal.out(commands.frozen(content.label, hash));
    return;
  }
  const { document, profile, participants } = content;
  const counts = { ...countDocument(document, profile), institutions: participants.length };
  const lines = [
    [content.title, content.subtitle].filter((part) => part !== '').join(' – '),
    content.municipality,
    adoption === null ? commands.notAdopted : commands.adopted({ ...adoption, day: printed(adoption.date) }),
    commands.participants(participants.length),
    ...describeCounts(counts, profile, words),
    commands.freezePlanned(content.label),
  ];
  terminal.out(lines.filter((line) => line !== '').join('\n'));
}

function printed(date: string): string {
  return date.split('-').reverse().join('.');
}

/** Body and day belong together; a paper number alone adopts nothing. */
function adoptionOf({ adoptedBy, adoptedOn, paper }: FreezeArguments): Adoption | null {
  if (adoptedBy === undefined && adoptedOn === undefined && paper === undefined) return null;
  if (adoptedBy === undefined || adoptedOn === undefined) {
    const argument = adoptedBy === undefined ? '--adopted-by' : '--adopted-on';
    const partner = [adoptedBy && '--adopted-by', adoptedOn && '--adopted-on', '--paper'].find(Boolean);
    const details = { argument, reason: 'missing-partner', allowed: partner ?? '' };
    throw new AppFailure(appError('argument-invalid', details));
  }
  return { body: adoptedBy, date: readDay(adoptedOn, '--adopted-on'), paper: paper ?? '' };
}
