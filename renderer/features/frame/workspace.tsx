import { Center, Loader } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { AppError } from '../../../shared/errors/errors.ts';
import type { Place } from '../../client/place.ts';
import { SessionProvider } from '../../client/session-context.tsx';
import { startSession, type Session } from '../../client/session.ts';
import { useWords } from '../../client/use-words.ts';
import { Message } from '../../ui/message.tsx';
import { isProjectorWindow } from '../projector/open-projector.tsx';
import { Projector } from '../projector/projector.tsx';
import { Frame } from './frame.tsx';

type Stage =
  | { readonly kind: 'starting' }
  | { readonly kind: 'failed'; readonly error: AppError }
  | { readonly kind: 'ready'; readonly session: Session };

/** The window on one workspace: asks the host who this is, then shows the frame, or says why not. */
export function Workspace({ place }: { readonly place: Extract<Place, { kind: 'workspace' }> }) {
  const words = useWords();
  const [stage, setStage] = useState<Stage>({ kind: 'starting' });
  const [attempt, setAttempt] = useState(0);
  const [isProjecting, setProjecting] = useState(() => isProjectorWindow(window));
  const again = useCallback(() => setAttempt((count) => count + 1), []);

  useEffect(() => {
    let left = false;
    let session: Session | null = null;
    void startSession(place).then((started) => {
      if (started.ok) session = started.value;
      if (left) {
        session?.close();
        return;
      }
      setStage(
        started.ok ? { kind: 'ready', session: started.value } : { kind: 'failed', error: started.error },
      );
    });
    return () => {
      left = true;
      session?.close();
    };
  }, [place, attempt]);

  switch (stage.kind) {
    case 'starting':
      return (
        <Center component="main" h="100%">
          <Loader aria-label={words.frame.loading} />
        </Center>
      );
    case 'failed':
      return (
        <Message title={words.frame.notOpened} action={{ label: words.frame.tryAgain, run: again }}>
          {words.describe(stage.error)}
        </Message>
      );
    case 'ready':
      return (
        <SessionProvider value={stage.session}>
          {isProjecting ? (
            <Projector onClose={() => setProjecting(false)} />
          ) : (
            <Frame onProjectHere={() => setProjecting(true)} />
          )}
        </SessionProvider>
      );
  }
}
