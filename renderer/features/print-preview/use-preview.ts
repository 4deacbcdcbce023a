import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../shared/errors/errors.ts';
import { useRoom, useSession } from '../../client/session-context.tsx';
import { ok, type Result } from '../../../shared/errors/result.ts';
import { followDraft } from './follow-draft.ts';
import { createPdfReader, type PdfPages, type PdfReader } from './pdf-reader.ts';

export type PreviewVariant = 'pdf' | 'workingcopy';

/** What there is to show of the draft's pages. */
export interface Preview {
  /** The last pages that could be set; null before the first. */
  readonly pages: PdfPages | null;
  /** Whether the pages are behind what was written. */
  readonly behind: boolean;
  /** Why the text as it stands cannot be set; the pages are then older than it. */
  readonly failure: AppError | null;
  readonly tryAgain: () => void;
}

/** Follows the draft: after each change that the host has on its disk, the pages are set and read anew. */
export function usePreview(variant: PreviewVariant): Preview {
  const session = useSession();
  const text = useRoom('text');
  const process = useRoom('process');
  const [shown, setShown] = useState<Omit<Preview, 'tryAgain'>>({ pages: null, behind: true, failure: null });
  const again = useRef<() => void>(() => undefined);

  useEffect(() => {
    const reader = createPdfReader();
    const follower = followDraft({
      rooms: [text, process],
      async set() {
        setShown((before) => ({ ...before, behind: true }));
        const answered = await session.api('print.preview', { variant });
        if (!answered.ok) return { kind: 'failed', error: answered.error };
        if (answered.value.state === 'superseded') return { kind: 'superseded' };
        const { stamp, download } = answered.value;
        return {
          kind: 'ready',
          stamp,
          read: () => readPages(reader, session.http.bytes(`/downloads/${download}`)),
        };
      },
      onPages(pages) {
        setShown(({ pages: before }) => {
          // Whoever draws the old ones is told by the change itself; they are let go a moment later.
          if (before !== null) setTimeout(() => before.close(), 2_000);
          return { pages, behind: false, failure: null };
        });
      },
      onSame: () => setShown((before) => ({ ...before, behind: false, failure: null })),
      onFailure: (failure) => setShown((before) => ({ ...before, behind: false, failure })),
    });
    again.current = () => follower.look();
    return () => {
      follower.close();
      setShown(({ pages }) => {
        pages?.close();
        return { pages: null, behind: true, failure: null };
      });
      reader.close();
    };
  }, [session, text, process, variant]);

  const tryAgain = useCallback(() => again.current(), []);
  return { ...shown, tryAgain };
}

async function readPages(
  reader: PdfReader,
  fetched: ReturnType<ReturnType<typeof useSession>['http']['bytes']>,
): Promise<Result<PdfPages>> {
  const bytes = await fetched;
  if (!bytes.ok) return bytes;
  return ok(await reader.open(new Uint8Array(await bytes.value.arrayBuffer())));
}
