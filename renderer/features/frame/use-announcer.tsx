import { VisuallyHidden } from '@mantine/core';
import { useCallback, useState, type ReactNode } from 'react';

/** A polite live region, and the way to say something in it. */
export function useAnnouncer(): { readonly announce: (message: string) => void; readonly region: ReactNode } {
  const [said, setSaid] = useState({ text: '', count: 0 });
  const announce = useCallback((text: string) => setSaid(({ count }) => ({ text, count: count + 1 })), []);
  const region = (
    <VisuallyHidden role="status" aria-live="polite">
      {/* The same words once more are told again. */}
      <span key={said.count}>{said.text}</span>
    </VisuallyHidden>
  );
  return { announce, region };
}
