import type { Command } from 'commander';
import { valueOf } from '../../../shared/errors/value-of.ts';
import type { CommandContext } from '../command-context.ts';
import { addHostOptions, withFileOrHost, type HostOptions } from '../host-target.ts';
import type { RunCommand } from '../program.ts';

export function addLeave(program: Command, { words }: CommandContext, run: RunCommand): void {
  const command = program.command('leave').description(words.commands.help.leave).argument('<file>');
  addHostOptions(command, words).action((path: string, options: HostOptions) =>
    run(async (context) => {
      const base = await withFileOrHost<string | null>(path, options, context, 'write', {
        onHost: async (api) => {
          const status = valueOf(await api('replica.leave', {}));
          return status.state === 'none' ? null : status.base;
        },
        onFile: ({ upstreams }) => {
          upstreams.leave();
          return upstreams.current()?.base ?? null;
        },
      });
      const { follow } = context.words;
      context.terminal.out(base === null ? follow.leftNobody : follow.left(base));
    }),
  );
}
