import type { UsageWords } from '../usage-words.ts';

export const englishUsage: UsageWords = {
  titles: {},
  optionsPlaceholder: '[options]',
  commandPlaceholder: '[command]',
  helpOption: 'show this help',
  helpCommand: 'show help for a command',
  versionOption: 'show the version of this program',
  arguments: {
    file: 'Leitbild file (.leitbild)',
    input: 'text, PDF, Word document (DOCX) or Markdown',
    picture: 'picture: PNG, JPEG or SVG',
    table: 'table: CSV or XLSX, with names of columns in the first row',
    earlier: 'the earlier edition, for instance 2014',
    later: 'the later edition, for instance 2019, or draft',
    invitation: 'id of the invitation, as “status” shows it',
    command: 'name of a command',
  },
  required: 'required',
  choices: (values) => `one of: ${values}`,
  defaultsTo: (value) => `default: ${value}`,
  missingArgument: (name, description) =>
    `The argument <${name}> is missing${description === '' ? '' : `: ${description}`}.`,
  missingOption: (flags) => `The option “${flags}” is missing.`,
  missingValue: (flags) => `The option “${flags}” has no value.`,
  unknownOption: (flag) => `There is no option “${flag}” here.`,
  unknownCommand: (name) => `There is no command “${name}”.`,
  tooManyArguments: (expected, given) =>
    `Too many arguments: ${expected} expected, given: ${given}. Paths with spaces need quotation marks.`,
  invalidValue: (flags, value, allowed) =>
    `“${value}” does not fit the option “${flags}”${allowed === '' ? '' : `; possible: ${allowed}`}.`,
  conflicting: (one, other) => `“${one}” and “${other}” cannot be used together.`,
  unknownLanguage: (language) => `There is no language “${language}”; use de or en.`,
  wrongCall: (message) => `This call is not valid: ${message}`,
  didYouMean: (suggestions) => `Did you mean ${suggestions}?`,
  helpHint: (command) => `Help: ${command} --help`,
};
