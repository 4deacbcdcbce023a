import type { Command } from 'commander';
import { entriesToWrite } from '../../../shared/register/register-preview.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import {
  applyRegisterImport,
  previewRegisterImport,
  readRegister,
} from '../../host/register/register-import.ts';
import { writeRegisterFile } from '../../host/register/write-register-file.ts';
import { withWorkspace, type CommandContext } from '../command-context.ts';
import { proveWritable } from '../prove-writable.ts';
import { describeRegisterPreview } from '../report-text.ts';
import type { RunCommand } from '../program.ts';

interface RegisterImportArguments {
  dryRun?: true;
  removeMissing?: true;
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
    .option('--dry-run', help.dryRun)
    .action((path: string, table: string, { dryRun, removeMissing }: RegisterImportArguments) =>
      run((context) =>
        withWorkspace(path, context, dryRun ? 'read' : 'write', async (workspace) => {
          if (!dryRun) proveWritable(workspace, ['process', 'contacts']);
          const preview = valueOf(await previewRegisterImport(workspace, table, context.ports));
          const options = { removeMissing: removeMissing === true };
          if (!dryRun) valueOf(applyRegisterImport(workspace, preview, options, context.ports));
          context.terminal.out(describeRegisterPreview(preview, options, context.words));
          if (!dryRun) return;
          context.terminal.out(context.words.commands.importDryRun);
          // Told like the real run, which refuses such a table with the first invalid row.
          valueOf(entriesToWrite(preview));
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
