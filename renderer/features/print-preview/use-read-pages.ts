import { useEffect, useState } from 'react';
import type { PdfPages } from './pdf-reader.ts';

/**
 * Reads the words of all pages one after the other while nothing else is to be done. Tells how many have been read
 * from the first one on.
 */
export function useReadPages(pages: PdfPages): number {
  const [read, setRead] = useState<{ readonly of: PdfPages; readonly count: number }>({
    of: pages,
    count: 0,
  });
  useEffect(() => {
    let isWanted = true;
    let idle = 0;
    const next = (page: number): void => {
      if (page >= pages.sizes.length) return;
      idle = requestIdleCallback(() => {
        void pages.text(page).then(
          () => {
            if (!isWanted) return;
            setRead({ of: pages, count: page + 1 });
            next(page + 1);
          },
          (error: unknown) => {
            // Pages that others have replaced may be closed already.
            if (isWanted) throw error;
          },
        );
      });
    };
    next(0);
    return () => {
      isWanted = false;
      cancelIdleCallback(idle);
    };
  }, [pages]);
  return read.of === pages ? read.count : 0;
}
