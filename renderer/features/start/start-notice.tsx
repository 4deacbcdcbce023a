import { Alert, Button, Group, Stack } from '@mantine/core';
import type { Ref } from 'react';
import { useWords } from '../../client/use-words.ts';
import classes from './start.module.css';

/** What the start screen tells, and what can be done about it. */
export interface Notice {
  readonly title: string;
  readonly text: string;
  /** Whether something went wrong; else it is something to know. */
  readonly isFault: boolean;
  readonly actions: readonly { readonly label: string; readonly run: () => void }[];
}

export interface StartNoticeProps extends Notice {
  readonly ref: Ref<HTMLDivElement>;
  readonly disabled: boolean;
  readonly onClose: () => void;
}

/** Tells what went wrong or is to be known, until it is closed. */
export function StartNotice(props: StartNoticeProps) {
  const { ref, title, text, isFault, actions, disabled, onClose } = props;
  const { start: words } = useWords();
  return (
    <Alert
      ref={ref}
      tabIndex={-1}
      color={isFault ? 'red' : 'petrol'}
      variant="light"
      role="alert"
      title={title}
      withCloseButton
      closeButtonLabel={words.close}
      onClose={onClose}
      className={classes['failure'] ?? ''}
    >
      <Stack gap="sm" align="flex-start">
        {text}
        {actions.length > 0 && (
          <Group gap="sm">
            {actions.map(({ label, run }) => (
              <Button key={label} size="compact-md" variant="default" disabled={disabled} onClick={run}>
                {label}
              </Button>
            ))}
          </Group>
        )}
      </Stack>
    </Alert>
  );
}
