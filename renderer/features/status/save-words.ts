import type { germanStatus } from '../../words/de/status.ts';
import type { SaveState } from './save-state.ts';

/** What the line says of that state. */
export function saveWords(
  state: SaveState,
  pending: number,
  isLocal: boolean,
  words: typeof germanStatus,
): string {
  switch (state) {
    case 'loading':
      return words.loading;
    case 'saved':
      return isLocal ? words.savedOnDevice : words.savedOnHost;
    case 'saving':
      return words.saving;
    case 'offline':
      return isLocal ? words.offlineWindow(pending) : words.offline(pending);
    case 'refused':
      return words.refused;
    case 'storage-failed':
      return words.storageFailed;
  }
}
