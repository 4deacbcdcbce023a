import { Center, Loader } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { AppError } from '../../../shared/errors/errors.ts';
import { onForgetting } from '../../client/forget-device.ts';
import type { Place } from '../../client/place.ts';
import { SessionProvider } from '../../client/session-context.tsx';
import { startSession, type Session } from '../../client/session.ts';
import { useWords } from '../../client/use-words.ts';
import { ForgetProvider } from '../guest/forget-context.tsx';
import { Forgotten } from '../guest/forgotten.tsx';
import { OutsideMessage } from '../guest/outside-message.tsx';
import { isProjectorWindow } from '../projector/open-projector.tsx';
import { Projector } from '../projector/projector.tsx';
import { Frame } from './frame.tsx';
import { preloadViews } from './views.tsx';

type Stage =
  | { readonly kind: 'starting' }
  | { readonly kind: 'failed'; readonly error: AppError }
  | { readonly kind: 'ready'; readonly session: Session }
  /** A guest has asked, here or in another window, that nothing stays on this device. */
  | { readonly kind: 'forgetting'; readonly close: () => Promise<void> };

/** After these, trying again is of no use without another link. */
const final: ReadonlySet<AppError['code']> = new Set(['token-unknown', 'token-expired', 'token-revoked']);

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
        void session?.close();
        return;
      }
      setStage(
        started.ok ? { kind: 'ready', session: started.value } : { kind: 'failed', error: started.error },
      );
    });
    return () => {
      left = true;
      void session?.close();
    };
  }, [place, attempt]);

  const isReady = stage.kind === 'ready';
  useEffect(() => {
    if (isReady && !place.local) preloadViews();
  }, [isReady, place.local]);
  useEffect(
    () =>
      place.local
        ? undefined
        : onForgetting(() => setStage((now) => (now.kind === 'ready' ? forgetting(now) : now))),
    [place.local],
  );

  switch (stage.kind) {
    case 'starting':
      return (
        <Center component="main" h="100%">
          <Loader role="status" aria-label={words.frame.loading} />
        </Center>
      );
    case 'failed':
      return (
        <OutsideMessage
          title={words.frame.notOpened}
          {...(!final.has(stage.error.code) && { action: { label: words.frame.tryAgain, run: again } })}
        >
          {words.describe(stage.error)}
        </OutsideMessage>
      );
    case 'forgetting':
      return <Forgotten close={stage.close} />;
    case 'ready':
      return (
        <SessionProvider value={stage.session}>
          <ForgetProvider value={place.local ? null : () => setStage(forgetting(stage))}>
            {isProjecting ? (
              <Projector onClose={() => setProjecting(false)} />
            ) : (
              <Frame onProjectHere={() => setProjecting(true)} />
            )}
          </ForgetProvider>
        </SessionProvider>
      );
  }
}

function forgetting({ session }: { readonly session: Session }): Stage {
  return { kind: 'forgetting', close: () => session.close({ forget: true }) };
}
