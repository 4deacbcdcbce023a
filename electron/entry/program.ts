import { Command, CommanderError } from 'commander';
import { describeError, wordsIn } from '../../renderer/words/language.ts';
import type { Language } from '../../renderer/words/words.ts';
import { AppFailure } from '../../shared/errors/errors.ts';
import { processPorts, type CommandContext } from './command-context.ts';
import { addAsset } from './commands/asset.ts';
import { addCompare } from './commands/compare.ts';
import { addExport } from './commands/export.ts';
import { addFreeze } from './commands/freeze.ts';
import { addHeader } from './commands/header.ts';
import { addImport } from './commands/import.ts';
import { addInvite } from './commands/invite.ts';
import { addRegister } from './commands/register.ts';
import { addRevoke } from './commands/revoke.ts';
import { addServe } from './commands/serve.ts';
import { addShow } from './commands/show.ts';
import { addStatus } from './commands/status.ts';
import { addUndo } from './commands/undo.ts';
import { addVerify } from './commands/verify.ts';
import { createTerminal } from './terminal.ts';

/** 0: done. 1: refused, with a message that says why. 2: called in a way that makes no sense. */
export type ExitCode = 0 | 1 | 2;

/** Runs the body of a command with its context; failures become its message. */
export type RunCommand = (work: (context: CommandContext) => void | Promise<void>) => Promise<void>;

/**
 * Runs the command line once. Expected failures are told in the chosen language on standard error and give exit
 * code 1; a broken invariant is thrown.
 */
export async function runProgram(
  argv: readonly string[],
  process: NodeJS.Process,
  signal: AbortSignal,
): Promise<ExitCode> {
  const words = wordsIn(languageOf(argv));
  const terminal = createTerminal(process, words, () => performance.now());
  const context: CommandContext = { terminal, words, ports: processPorts(process.env), signal };
  let exitCode: ExitCode = 0;
  const run: RunCommand = async (work) => {
    try {
      await work(context);
      terminal.clearProgress();
    } catch (error) {
      if (!(error instanceof AppFailure)) throw error;
      terminal.err(`${words.commands.failed}: ${describeError(error.error, words)}`);
      exitCode = 1;
    }
  };
  try {
    await createProgram(context, run).parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

function createProgram(context: CommandContext, run: RunCommand): Command {
  const { help } = context.words.commands;
  const program = new Command('leitbild')
    .description(help.program)
    .option('--lang <language>', help.lang, 'de')
    .exitOverride()
    .showHelpAfterError();
  for (const add of [
    addImport,
    addShow,
    addFreeze,
    addExport,
    addCompare,
    addVerify,
    addUndo,
    addHeader,
    addAsset,
    addRegister,
    addServe,
    addInvite,
    addRevoke,
    addStatus,
  ]) {
    add(program, context, run);
  }
  return program;
}

/** The language must be known before help texts are made, so it is looked up ahead of parsing. */
function languageOf(argv: readonly string[]): Language {
  const at = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const value = argv[at]?.includes('=') ? argv[at].split('=')[1] : argv[at + 1];
  return at >= 0 && value === 'en' ? 'en' : 'de';
}
