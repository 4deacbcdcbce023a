import { Center, Loader, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import type { Place } from './client/place.ts';
import { usePreferences } from './client/preferences-context.tsx';
import { useWords } from './client/use-words.ts';
import { brandVariables, namedTheme } from './ui/theme.ts';

const Start = lazy(() => import('./features/start/start.tsx').then(({ Start }) => ({ default: Start })));
const Workspace = lazy(() =>
  import('./features/frame/workspace.tsx').then(({ Workspace }) => ({ default: Workspace })),
);
const OutsideMessage = lazy(() =>
  import('./features/guest/outside-message.tsx').then(({ OutsideMessage }) => ({ default: OutsideMessage })),
);

/** The program in a window: the start screen, or one workspace. */
export function App({ place }: { readonly place: Place }) {
  const { preferences } = usePreferences();
  const words = useWords();
  useEffect(() => {
    document.documentElement.lang = preferences.language;
  }, [preferences.language]);
  const named = useMemo(() => namedTheme(words.frame.close), [words]);
  return (
    <MantineProvider
      theme={named}
      cssVariablesResolver={brandVariables}
      defaultColorScheme="auto"
      {...(preferences.theme !== 'auto' && { forceColorScheme: preferences.theme })}
    >
      <Notifications position="bottom-left" containerWidth={420} />
      <Suspense
        fallback={
          <Center h="100%">
            <Loader role="status" aria-label={words.frame.loading} />
          </Center>
        }
      >
        {place.kind === 'desk' && <Start place={place} />}
        {place.kind === 'workspace' && <Workspace place={place} />}
        {place.kind === 'signed-out' && (
          <OutsideMessage title={words.frame.signedOutTitle}>{words.frame.signedOut}</OutsideMessage>
        )}
        {place.kind === 'unknown' && (
          <OutsideMessage title={place.isNewer ? words.frame.linkNewerTitle : words.frame.linkUnknownTitle}>
            {place.isNewer ? words.frame.linkNewer : words.frame.linkUnknown}
          </OutsideMessage>
        )}
      </Suspense>
    </MantineProvider>
  );
}
