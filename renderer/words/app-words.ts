import type { AppError } from '../../shared/errors/errors.ts';
import { germanFrame } from './de/frame.ts';
import { englishFrame } from './en/frame.ts';
import { describeError, wordsIn } from './language.ts';
import type { Language } from './words.ts';

/** What the window says, by feature. The German texts are the shape that the English ones follow. */
const german = { language: 'de' as Language, frame: germanFrame };
const english: typeof german = { language: 'en', frame: englishFrame };

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
