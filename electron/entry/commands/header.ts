import type { Command } from 'commander';
import { valueOf } from '../../../shared/errors/value-of.ts';
import { setHeader } from '../../host/editions/set-header.ts';
import { withWorkspace, type CommandContext } from '../command-context.ts';
import { proveWritable } from '../prove-writable.ts';
import type { RunCommand } from '../program.ts';

interface HeaderArguments {
  title?: string;
  subtitle?: string;
  municipality?: string;
}

export function addHeader(program: Command, { words }: CommandContext, run: RunCommand): void {
  const { help } = words.commands;
  program
    .command('header')
    .description(help.header)
    .argument('<file>')
    .option('--title <text>', help.title)
    .option('--subtitle <text>', help.subtitle)
    .option('--municipality <name>', help.municipality)
    .action((path: string, changes: HeaderArguments) =>
      run((context) =>
        withWorkspace(path, context, 'write', (workspace) => {
          proveWritable(workspace, ['text']);
          const header = valueOf(setHeader(workspace, changes));
          const fields = (['title', 'subtitle', 'municipality'] as const).map(
            (field) =>
              `${context.words.commands.help[field]}: ${header[field] || context.words.commands.headerFieldLeft}`,
          );
          context.terminal.out(fields.join('\n'));
        }),
      ),
    );
}
