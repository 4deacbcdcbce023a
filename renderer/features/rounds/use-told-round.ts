import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { useRoom, useRoomValue, useSession } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { useFrame } from '../frame/frame-context.tsx';
import { readRunning, type RunningRound } from './use-rounds.ts';

/** Tells what has become of a round, whoever did it: whom it concerns so that it is seen, all others to be heard. */
export function useToldRound(running: RunningRound | null): void {
  const { rounds: words } = useWords();
  const { announce } = useFrame();
  const { role } = useSession().overview;
  const process = useRoom('process');
  const isLoaded = useRoomValue(process, ({ loaded }) => loaded);
  const known = useRef<RunningRound | null | undefined>(undefined);
  useEffect(() => {
    if (!isLoaded) return;
    const before = known.current;
    // What is rendered follows the room a frame later; how it stood at the beginning is no news.
    known.current = before === undefined ? readRunning(process.doc) : running;
    if (before === undefined) return;
    if (before?.round.id === running?.round.id && before?.state === running?.state) return;
    const about = running ?? before;
    if (about === null) return;
    const message = words.told[running?.state ?? 'closed'](about.round.name);
    if (role === 'moderator' || role === 'delegate') notifications.show({ message, autoClose: 8_000 });
    else announce(message);
  }, [running, process, isLoaded, role, words, announce]);
}
