import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import type { Result } from '../../shared/errors/result.ts';
import type { OpenedRound } from '../../shared/packages/open-package.ts';
import { useWords } from '../client/use-words.ts';
import { Message } from '../ui/message.tsx';
import { brandVariables, namedTheme } from '../ui/theme.ts';
import { RoundPage } from './round-page.tsx';

/** The page that an institution gets by mail: the round that it was sent with, or why that cannot be used. */
export function OfflineApp({ opened }: { readonly opened: Result<OpenedRound> }) {
  const { offline: words } = useWords();
  const named = useMemo(() => namedTheme(words.close), [words]);
  return (
    <MantineProvider theme={named} cssVariablesResolver={brandVariables} defaultColorScheme="auto">
      <Notifications position="bottom-left" containerWidth={420} />
      {opened.ok ? (
        <RoundPage opened={opened.value} />
      ) : (
        <Message title={words.brokenTitle}>{words.broken}</Message>
      )}
    </MantineProvider>
  );
}
