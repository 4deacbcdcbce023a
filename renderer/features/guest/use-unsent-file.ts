import { usePreferences } from '../../client/preferences-context.tsx';
import { downloadText } from '../../client/start-download.ts';
import { useWords } from '../../client/use-words.ts';
import { dayAndTime } from '../../ui/format-values.ts';
import type { NotTaken } from '../status/not-taken.ts';
import { unsentText } from './unsent.ts';

/** Lets the browser download parts as a text file, which needs no host. */
export function useUnsentFile(): (parts: readonly NotTaken[]) => void {
  const words = useWords();
  const { preferences } = usePreferences();
  return (parts) => {
    const { file } = words.guest.unsent;
    const now = new Date().toISOString();
    const text = unsentText(
      parts,
      { ...file, removed: words.status.notTaken.removed },
      dayAndTime(now, preferences.language),
    );
    downloadText(text, file.name(now.slice(0, 10)), window);
  };
}
