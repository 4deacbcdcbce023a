import type { Command } from 'commander';
import { appError, AppFailure } from '../../../shared/errors/errors.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import { syncOnce } from '../../host/replica/sync-once.ts';
import { withWorkspace, type CommandContext } from '../command-context.ts';
import { randomShare, silentLogger } from '../following.ts';
import type { RunCommand } from '../program.ts';
import { describeSync, leftBehind } from '../sync-text.ts';

export function addSync(program: Command, { words }: CommandContext, run: RunCommand): void {
  const { help } = words.commands;
  program
    .command('sync')
    .description(help.sync)
    .argument('<file>')
    .option('--json', help.json)
    .action((path: string, { json }: { json?: true }) =>
      run(async (context) => {
        const { terminal, ports, signal } = context;
        const report = await withWorkspace(path, context, 'write', async (workspace) =>
          valueOf(
            await syncOnce({
              ...{ workspace, signal, clock: ports.clock },
              ...{ logger: silentLogger, random: randomShare },
            }),
          ),
        );
        terminal.out(json === true ? JSON.stringify(report) : describeSync(report, context.words.follow));
        const rooms = leftBehind(report).map(({ room }) => room);
        if (rooms.length > 0) throw new AppFailure(appError('sync-incomplete', { rooms }));
      }),
    );
}
