import { Help, type Command, type CommanderError, type Option } from 'commander';
import type { UsageWords } from '../../renderer/words/usage-words.ts';

/**
 * Makes a program and the commands that are added to it later show help in the given words, and say nothing of
 * errors themselves: `describeUsageError` does.
 */
export function speakUsage(program: Command, words: UsageWords): Command {
  const plain = new Help();
  return program
    .helpOption('-h, --help', words.helpOption)
    .helpCommand('help [command]', words.helpCommand)
    .configureOutput({ outputError: () => undefined })
    .configureHelp({
      styleTitle: (title) => words.titles[title] ?? title,
      commandUsage: (command) => inWords(plain.commandUsage(command), words),
      subcommandTerm: (command) => inWords(plain.subcommandTerm(command), words),
      visibleArguments: (command) => [...command.registeredArguments],
      argumentDescription: (argument) => argument.description || (words.arguments[argument.name()] ?? ''),
      optionDescription: (option) => optionDescription(option, words),
    });
}

function inWords(usage: string, words: UsageWords): string {
  return usage
    .replace('[options]', words.optionsPlaceholder)
    .replace(/ \[command\](?!\S)/, ` ${words.commandPlaceholder}`);
}

function optionDescription(option: Option, words: UsageWords): string {
  const notes = [
    ...(option.mandatory ? [words.required] : []),
    ...(option.argChoices ? [words.choices(option.argChoices.join(', '))] : []),
    ...(typeof option.defaultValue === 'string' ? [words.defaultsTo(option.defaultValue)] : []),
  ];
  return notes.length === 0 ? option.description : `${option.description} (${notes.join('; ')})`;
}

/** What is wrong with a call, what was perhaps meant, and which help to ask for; from what commander refused. */
export function describeUsageError(
  { code, message }: CommanderError,
  program: Command,
  argv: readonly string[],
  words: UsageWords,
): string {
  const command = calledCommand(program, argv);
  const suggestions = /\(Did you mean (?:one of )?(.+)\?\)/.exec(message)?.[1];
  return [
    sentence(code, message.replace(/\n\(Did you mean.*$/s, ''), command, words),
    ...(suggestions === undefined ? [] : [words.didYouMean(suggestions)]),
    words.helpHint(pathOf(command)),
  ].join('\n');
}

function sentence(code: string, message: string, command: Command, words: UsageWords): string {
  const [first = '', second = ''] = quoted(message);
  switch (code) {
    case 'commander.missingArgument':
      return words.missingArgument(first, words.arguments[first] ?? '');
    case 'commander.missingMandatoryOptionValue':
      return words.missingOption(first);
    case 'commander.optionMissingArgument':
      return words.missingValue(first);
    case 'commander.unknownOption':
      return words.unknownOption(first);
    case 'commander.unknownCommand':
      return words.unknownCommand(first);
    case 'commander.excessArguments': {
      const given = / but got \d+: (.*)\.$/s.exec(message)?.[1] ?? '';
      const expected = command.registeredArguments.length;
      return expected === 0 && command.commands.length > 0
        ? words.unknownCommand(given)
        : words.tooManyArguments(expected, given);
    }
    case 'commander.invalidArgument': {
      const allowed = / is invalid\. (?:Allowed choices are )?(.*?)\.?$/s.exec(message)?.[1] ?? '';
      return words.invalidValue(first, second, allowed);
    }
    case 'commander.conflictingOption':
      return words.conflicting(first, second);
    default:
      return words.wrongCall(message.replace(/^error: /, ''));
  }
}

/** What commander put between quotation marks; a value may hold some itself. */
function quoted(message: string): readonly string[] {
  const value = /^error: option '(.*?)' argument '(.*)' is invalid\./s.exec(message);
  if (value) return value.slice(1, 3);
  const conflict = /^error: option '(.*?)' cannot be used with option '(.*?)'/s.exec(message);
  if (conflict) return conflict.slice(1, 3);
  return /'(.*)'/s.exec(message)?.slice(1, 2) ?? [];
}

function calledCommand(program: Command, argv: readonly string[]): Command {
  let command = program;
  for (const word of argv) {
    const below = command.commands.find((candidate) => candidate.name() === word);
    if (below) command = below;
  }
  return command;
}

function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}
