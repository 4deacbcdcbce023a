import { VisuallyHidden } from '@mantine/core';
import { useCallback, useState, type ReactNode } from 'react';

/** So many messages stay, so that one that comes at once after another does not swallow it. */
const KEPT = 4;

interface Said {
  readonly count: number;
  readonly messages: readonly { readonly id: number; readonly text: string }[];
}

/** A polite live region, and the way to say something in it. */
export function useAnnouncer(): { readonly announce: (message: string) => void; readonly region: ReactNode } {
  const [said, setSaid] = useState<Said>({ count: 0, messages: [] });
  const announce = useCallback(
    (text: string) =>
      setSaid(({ count, messages }) => ({
        count: count + 1,
        messages: [...messages, { id: count, text }].slice(-KEPT),
      })),
    [],
  );
  const region = (
    <VisuallyHidden role="status" aria-live="polite" aria-atomic={false} aria-relevant="additions">
      {said.messages.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </VisuallyHidden>
  );
  return { announce, region };
}
