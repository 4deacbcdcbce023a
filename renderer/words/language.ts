import type { AppError } from '../../shared/errors/errors.ts';
import type { ImportWarning } from '../../shared/import/import-report.ts';
import { germanCommands } from './de/commands.ts';
import { germanErrors } from './de/errors.ts';
import { germanHost } from './de/host.ts';
import { germanWarnings } from './de/warnings.ts';
import { englishCommands } from './en/commands.ts';
import { englishErrors } from './en/errors.ts';
import { englishHost } from './en/host.ts';
import { englishWarnings } from './en/warnings.ts';
import type { Language, Words } from './words.ts';

const languages: Readonly<Record<Language, Words>> = {
  de: { errors: germanErrors, warnings: germanWarnings, commands: germanCommands, host: germanHost },
  en: { errors: englishErrors, warnings: englishWarnings, commands: englishCommands, host: englishHost },
};

export function wordsIn(language: Language): Words {
  return languages[language];
}

/** What happened and what to do, in one or two sentences. */
export function describeError(error: AppError, words: Words): string {
  const describe = words.errors[error.code] as (details: AppError['details']) => string;
  return describe(error.details);
}

export function describeWarning(warning: ImportWarning, words: Words): string {
  return words.warnings[warning.code](warning);
}
