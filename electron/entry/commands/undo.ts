import type { Command } from 'commander';
import { appError } from '../../../shared/errors/errors.ts';
import { fail } from '../../../shared/errors/result.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import { undoImport } from '../../host/import/undo-import.ts';
import { withWorkspace, type CommandContext } from '../command-context.ts';
import { proveWritable } from '../prove-writable.ts';
import type { RunCommand } from '../program.ts';

export function addUndo(program: Command, { words }: CommandContext, run: RunCommand): void {
  program
    .command('undo')
    .description(words.commands.help.undo)
    .argument('<file>')
    .action((path: string) =>
      run((context) =>
        withWorkspace(path, context, 'write', (workspace) => {
          proveWritable(workspace, 'own');
          const last = workspace.imports.list().findLast(({ undoneAt }) => undoneAt === null);
          const undone = last
            ? undoImport(workspace, last.id, context.ports)
            : fail(appError('import-unknown', { path }));
          valueOf(undone);
          context.terminal.out(context.words.commands.importUndone(path));
        }),
      ),
    );
}
