import type { AppError } from '../../shared/errors/errors.ts';
import { germanEditions } from './de/editions.ts';
import { germanExport } from './de/export.ts';
import { germanImport } from './de/import.ts';
import { germanPrintPreview } from './de/print-preview.ts';
import { germanFrame } from './de/frame.ts';
import { germanStart } from './de/start.ts';
import { englishEditions } from './en/editions.ts';
import { englishExport } from './en/export.ts';
import { englishImport } from './en/import.ts';
import { englishPrintPreview } from './en/print-preview.ts';
import { englishFrame } from './en/frame.ts';
import { englishStart } from './en/start.ts';
import { describeError, wordsIn } from './language.ts';
import type { Language } from './words.ts';

/** What the window says, by feature. The German texts are the shape that the English ones follow. */
const german = {
  language: 'de' as Language,
  frame: germanFrame,
  start: germanStart,
  import: germanImport,
  editions: germanEditions,
  export: germanExport,
  printPreview: germanPrintPreview,
};
const english: typeof german = {
  language: 'en',
  frame: englishFrame,
  start: englishStart,
  import: englishImport,
  editions: englishEditions,
  export: englishExport,
  printPreview: englishPrintPreview,
};

export type AppWords = typeof german & {
  /** What happened and what to do. */
  readonly describe: (error: AppError) => string;
};

const languages: Readonly<Record<Language, AppWords>> = {
  de: { ...german, describe: (error) => describeError(error, wordsIn('de')) },
  en: { ...english, describe: (error) => describeError(error, wordsIn('en')) },
};

export function appWordsIn(language: Language): AppWords {
  return languages[language];
}
