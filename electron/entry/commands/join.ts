import type { Command } from 'commander';
import { valueOf } from '../../../shared/errors/value-of.ts';
import { joinHost } from '../../host/replica/join-host.ts';
import type { CommandContext } from '../command-context.ts';
import { randomShare, silentLogger } from '../following.ts';
import { proveEnding } from '../prove-ending.ts';
import { describeSync } from '../sync-text.ts';
import type { RunCommand } from '../program.ts';

export function addJoin(program: Command, { words }: CommandContext, run: RunCommand): void {
  const { help } = words.commands;
  program
    .command('join')
    .description(help.join)
    .argument('<link>')
    .requiredOption('--into <file>', help.into)
    .action((link: string, { into: path }: { into: string }) =>
      run(async ({ terminal, words: { follow }, ports, signal }) => {
        proveEnding(path, '--into');
        const request = { link, path, ports, signal, logger: silentLogger, random: randomShare };
        const { isNew, overview, sync } = valueOf(await joinHost(request));
        terminal.out(isNew ? follow.joined({ ...overview, path }) : follow.renewed(path));
        terminal.out(describeSync(sync, follow));
        terminal.out(follow.howToGoOn(path));
      }),
    );
}
