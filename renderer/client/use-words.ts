import { appWordsIn, type AppWords } from '../words/app-words.ts';
import { usePreferences } from './preferences-context.tsx';

/** The texts of the window in the chosen language. */
export function useWords(): AppWords {
  return appWordsIn(usePreferences().preferences.language);
}
