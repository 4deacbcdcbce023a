import { InvalidArgumentError, type Command } from 'commander';
import { ID_PATTERN, institutionId } from '../../../shared/ids/ids.ts';
import { entriesToWrite, type RegisterAnswer } from '../../../shared/register/register-answers.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import {
  applyRegisterImport,
  previewRegisterImport,
  readRegister,
} from '../../host/register/register-import.ts';
import { writeRegisterFile } from '../../host/register/write-register-file.ts';
import { withWorkspace, type CommandContext } from '../command-context.ts';
import { proveWritable } from '../prove-writable.ts';
import { describeRegisterPreview, describeSimilarRows } from '../register-text.ts';
import type { RunCommand } from '../program.ts';

interface RegisterImportArguments {
  dryRun?: true;
  removeMissing?: true;
  sameAs: readonly RegisterAnswer[];
  asNew: readonly RegisterAnswer[];
  skipRow: readonly RegisterAnswer[];
}

export function addRegister(program: Command, { words }: CommandContext, run: RunCommand): void {
  const { help } = words.commands;
  const register = program.command('register').description(help.register);

  register
    .command('import')
    .description(help.registerImport)
    .argument('<file>')
    .argument('<table>')
    .option('--remove-missing', help.removeMissing)
    .option('--same-as <row=id>', help.sameAs, sameAs, [])
    .option('--as-new <row>', help.asNew, otherAnswer('new'), [])
    .option('--skip-row <row>', help.skipRow, otherAnswer('skip'), [])
    .option('--dry-run', help.dryRun)
    .action((path: string, table: string, given: RegisterImportArguments) =>
      run((context) =>
        withWorkspace(path, context, given.dryRun ? 'read' : 'write', async (workspace) => {
          const { dryRun, removeMissing } = given;
          if (!dryRun) proveWritable(workspace, ['process', 'contacts']);
          const preview = valueOf(await previewRegisterImport(workspace, table, context.ports));
          const answers = [...given.sameAs, ...given.asNew, ...given.skipRow];
          const options = { removeMissing: removeMissing === true, answers };
          const asked = describeSimilarRows(preview, answers, context.words);
          if (asked !== '') context.terminal.out(asked);
          if (!dryRun) valueOf(applyRegisterImport(workspace, preview, options, context.ports));
          context.terminal.out(describeRegisterPreview(preview, options, context.words));
          if (!dryRun) return;
          context.terminal.out(context.words.commands.importDryRun);
          // Told like the real run, which refuses such a table with the first invalid row.
          valueOf(entriesToWrite(preview, answers));
        }),
      ),
    );

  register
    .command('export')
    .description(help.registerExport)
    .argument('<file>')
    .requiredOption('-o, --output <path>', help.output)
    .action((path: string, { output }: { output: string }) =>
      run((context) =>
        withWorkspace(path, context, 'read', async (workspace) => {
          const entries = readRegister(workspace);
          valueOf(await writeRegisterFile(output, entries));
          context.terminal.out(context.words.commands.registerExported(output, entries.length));
        }),
      ),
    );
}

function sameAs(value: string, before: readonly RegisterAnswer[]): readonly RegisterAnswer[] {
  const [, row, id = ''] = /^(\d{1,7})=(.+)$/.exec(value) ?? [];
  if (row === undefined || !ID_PATTERN.test(id)) throw new InvalidArgumentError('5=ggua');
  return [...before, { row: Number(row), as: 'same', institution: institutionId(id), rename: false }];
}

function otherAnswer(as: 'new' | 'skip') {
  return (value: string, before: readonly RegisterAnswer[]): readonly RegisterAnswer[] => {
    if (!/^\d{1,7}$/.test(value)) throw new InvalidArgumentError('5');
    return [...before, { row: Number(value), as }];
  };
}
