/** What the command line says of how it is called. */
export interface UsageWords {
  /** Titles of a help text, by what commander calls them. */
  readonly titles: Readonly<Record<string, string>>;
  readonly optionsPlaceholder: string;
  readonly commandPlaceholder: string;
  readonly helpOption: string;
  readonly helpCommand: string;
  readonly versionOption: string;
  /** What arguments are, by their names. */
  readonly arguments: Readonly<Record<string, string>>;
  readonly required: string;
  readonly choices: (values: string) => string;
  readonly defaultsTo: (value: string) => string;
  readonly missingArgument: (name: string, description: string) => string;
  readonly missingOption: (flags: string) => string;
  readonly missingValue: (flags: string) => string;
  readonly unknownOption: (flag: string) => string;
  readonly unknownCommand: (name: string) => string;
  readonly tooManyArguments: (expected: number, given: string) => string;
  readonly invalidValue: (flags: string, value: string, allowed: string) => string;
  readonly conflicting: (one: string, other: string) => string;
  readonly unknownLanguage: (language: string) => string;
  /** For whatever else is wrong with a call. */
  readonly wrongCall: (message: string) => string;
  readonly didYouMean: (suggestions: string) => string;
  readonly helpHint: (command: string) => string;
}
