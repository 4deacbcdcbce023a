import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useRoom, useRoomValue, useSession } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { useFrame } from '../frame/frame-context.tsx';
import { readRunning } from './use-rounds.ts';

/**
 * Tells what becomes of a round while this window is open, whoever does it: whom it concerns so that it is seen, all
 * others to be heard. How it stands when the host is first heard is no news.
 */
export function useToldRound(): void {
  const { rounds: words } = useWords();
  const { announce } = useFrame();
  const { role } = useSession().overview;
  const process = useRoom('process');
  const isFresh = useRoomValue(process, ({ fresh }) => fresh);
  useEffect(() => {
    if (!isFresh) return;
    const { doc } = process;
    let before = readRunning(doc);
    const look = (): void => {
      const [was, now] = [before, readRunning(doc)];
      before = now;
      if (was?.round.id === now?.round.id && was?.state === now?.state) return;
      const about = now ?? was;
      if (about === null) return;
      const message = words.told[now?.state ?? 'closed'](about.round.name);
      if (role === 'moderator' || role === 'delegate') notifications.show({ message, autoClose: 8_000 });
      else announce(message);
    };
    doc.on('update', look);
    return () => doc.off('update', look);
  }, [process, isFresh, role, words, announce]);
}
