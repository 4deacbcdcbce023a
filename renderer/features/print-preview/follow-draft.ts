import type { AppError } from '../../../shared/errors/errors.ts';
import type { Result } from '../../../shared/errors/result.ts';
import type { RoomClient } from '../../client/room-client.ts';
import type { PdfPages } from './pdf-reader.ts';

/** Writing that pauses for so many milliseconds is set; while it goes on, after so many at the latest. */
const PAUSE = 80;
const LATEST = 400;

/** What came of asking for the pages. */
export type SetDraft =
  | { readonly kind: 'failed'; readonly error: AppError }
  | { readonly kind: 'superseded' }
  | { readonly kind: 'ready'; readonly stamp: string; readonly read: () => Promise<Result<PdfPages>> };

/** Watches rooms and has the draft set, one request at a time, so that a slow one delays but never piles up. */
export function followDraft(deps: {
  readonly rooms: readonly Pick<RoomClient, 'doc' | 'state' | 'subscribe'>[];
  readonly set: () => Promise<SetDraft>;
  readonly onPages: (pages: PdfPages) => void;
  readonly onSame: () => void;
  readonly onFailure: (error: AppError) => void;
}): { readonly look: () => void; readonly close: () => void } {
  const { rooms, set, onPages, onSame, onFailure } = deps;
  let closed = false;
  let running = false;
  let wanted = true;
  let stamp = '';
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waitsSince = 0;

  const isOnHost = (): boolean => rooms.every(({ state }) => state.saved || state.connection !== 'connected');
  const begin = async (): Promise<void> => {
    timer = null;
    if (closed || running || !isOnHost()) return;
    running = true;
    wanted = false;
    waitsSince = 0;
    const answered = await set();
    if (answered.kind === 'failed') stamp = '';
    if (!isClosed()) {
      if (answered.kind === 'failed') onFailure(answered.error);
      // Another window of the same person asked: what it is shown is not known here, so it is asked again.
      else if (answered.kind === 'superseded') wanted = true;
      else if (answered.stamp === stamp) onSame();
      else {
        const pages = await answered.read();
        if (!pages.ok) onFailure(pages.error);
        else if (isClosed()) pages.value.close();
        else {
          stamp = answered.stamp;
          onPages(pages.value);
        }
      }
    }
    running = false;
    if (isWanted()) soon();
  };
  const isClosed = (): boolean => closed;
  const isWanted = (): boolean => wanted;
  const soon = (): void => {
    if (closed) return;
    const now = performance.now();
    if (waitsSince === 0) waitsSince = now;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void begin(), Math.max(0, Math.min(PAUSE, waitsSince + LATEST - now)));
  };
  const changed = (): void => {
    wanted = true;
    soon();
  };
  const confirmed = (): void => {
    if (wanted && !running && timer === null) void begin();
  };

  for (const { doc } of rooms) doc.on('update', changed);
  const endings = rooms.map((room) => room.subscribe(confirmed));
  void begin();
  return {
    look: changed,
    close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      for (const { doc } of rooms) doc.off('update', changed);
      for (const end of endings) end();
    },
  };
}
