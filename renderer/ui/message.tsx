import { Button, Center, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export interface MessageProps {
  readonly title: string;
  /** What happened and what to do. */
  readonly children: ReactNode;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** What else belongs to it, below. */
  readonly more?: ReactNode;
}

/** A page that holds one message, what to do about it, and what else belongs to it. */
export function Message({ title, children, action, more }: MessageProps) {
  return (
    <Center component="main" h="100%" p="xl">
      <Stack maw={520} gap="md" role="status">
        <Title order={1} size="h2">
          {title}
        </Title>
        <Text>{children}</Text>
        {action !== undefined && (
          <Button onClick={action.run} w="fit-content">
            {action.label}
          </Button>
        )}
        {more}
      </Stack>
    </Center>
  );
}
