import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { z } from 'zod';
import { describeError, wordsIn } from '../../renderer/words/language.ts';
import { AppFailure } from '../../shared/errors/errors.ts';
import { processPorts, type CommandContext } from './command-context.ts';
import { addAsset } from './commands/asset.ts';
import { addCompare } from './commands/compare.ts';
import { addExport } from './commands/export.ts';
import { addFreeze } from './commands/freeze.ts';
import { addHeader } from './commands/header.ts';
import { addImport } from './commands/import.ts';
import { addInvite } from './commands/invite.ts';
import { addJoin } from './commands/join.ts';
import { addLeave } from './commands/leave.ts';
import { addRegister } from './commands/register.ts';
import { addRevoke } from './commands/revoke.ts';
import { addServe } from './commands/serve.ts';
import { addShow } from './commands/show.ts';
import { addStatus } from './commands/status.ts';
import { addSync } from './commands/sync.ts';
import { addUndo } from './commands/undo.ts';
import { addVerify } from './commands/verify.ts';
import { withOptionName } from './option-names.ts';
import { createTerminal } from './terminal.ts';
import { describeUsageError, speakUsage } from './usage.ts';

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
  const language = languageOf(argv);
  const words = wordsIn(language === 'en' ? 'en' : 'de');
  const terminal = createTerminal(process, words, () => performance.now());
  const context: CommandContext = { terminal, words, ports: processPorts(process.env), signal };
  let exitCode: ExitCode = 0;
  const run: RunCommand = async (work) => {
    try {
      await work(context);
      terminal.clearProgress();
    } catch (error) {
      if (!(error instanceof AppFailure)) throw error;
      terminal.err(`${words.commands.failed}: ${describeError(withOptionName(error.error), words)}`);
      exitCode = 1;
    }
  };
  if (language !== 'de' && language !== 'en') {
    terminal.err(words.usage.unknownLanguage(language));
    return 2;
  }
  const program = createProgram(context, run);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    const isHelp = error.code === 'commander.help';
    if (!isHelp) terminal.err(describeUsageError(error, program, argv, words.usage));
    return 2;
  }
}

function createProgram(context: CommandContext, run: RunCommand): Command {
  const { help } = context.words.commands;
  const { usage } = context.words;
  const program = speakUsage(new Command('leitbild'), usage)
    .description(help.program)
    .option('--lang <language>', help.lang, 'de')
    .version(packageVersion(), '--version', usage.versionOption)
    .exitOverride();
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
    addJoin,
    addSync,
    addLeave,
    addInvite,
    addRevoke,
    addStatus,
  ]) {
    add(program, context, run);
  }
  return program;
}

const packageSchema = z.object({ version: z.string() });

function packageVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return packageSchema.parse(JSON.parse(text)).version;
}

/** The language must be known before help texts are made, so it is looked up ahead of parsing. */
function languageOf(argv: readonly string[]): string {
  const at = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const value = argv[at]?.includes('=') ? argv[at].slice('--lang='.length) : argv[at + 1];
  return at < 0 || value === undefined ? 'de' : value;
}
