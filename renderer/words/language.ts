import type { AppError } from '../../shared/errors/errors.ts';
import type { ImportWarning } from '../../shared/import/import-report.ts';
import { visibleLine, visibleText } from '../../shared/text/visible-text.ts';
import { germanCommands } from './de/commands.ts';
import { germanErrors } from './de/errors.ts';
import { germanFollow } from './de/follow.ts';
import { germanHost } from './de/host.ts';
import { germanUsage } from './de/usage.ts';
import { germanWarnings } from './de/warnings.ts';
import { englishCommands } from './en/commands.ts';
import { englishErrors } from './en/errors.ts';
import { englishFollow } from './en/follow.ts';
import { englishHost } from './en/host.ts';
import { englishUsage } from './en/usage.ts';
import { englishWarnings } from './en/warnings.ts';
import type { Language, Words } from './words.ts';

const languages: Readonly<Record<Language, Words>> = {
  de: {
    errors: germanErrors,
    warnings: germanWarnings,
    commands: germanCommands,
    host: germanHost,
    follow: germanFollow,
    usage: germanUsage,
  },
  en: {
    errors: englishErrors,
    warnings: englishWarnings,
    commands: englishCommands,
    host: englishHost,
    follow: englishFollow,
    usage: englishUsage,
  },
};

export function wordsIn(language: Language): Words {
  return languages[language];
}

/** What happened and what to do, in one or two sentences. */
export function describeError(error: AppError, words: Words): string {
  const describe = words.errors[error.code] as (details: AppError['details']) => string;
  return describe(visibleDetails(error.details));
}

/** Paths and quotations must not move the cursor or pass for lines of the program; diagnostics have lines of their own. */
function visibleDetails(details: AppError['details']): AppError['details'] {
  const visible = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return key === 'reason' ? visibleText(value) : visibleLine(value);
    if (Array.isArray(value)) return value.map((item: unknown) => visible(item, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, visible(inner, name)]));
  };
  return visible(details, '') as AppError['details'];
}

/** What an import has to say of a source of that format. */
export function describeWarning(warning: ImportWarning, format: string, words: Words): string {
  return words.warnings[warning.code](warning, format);
}
