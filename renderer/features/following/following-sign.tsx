import { Button, Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconRefresh, IconRefreshAlert } from '@tabler/icons-react';
import { useWords } from '../../client/use-words.ts';
import { dayAndTime } from '../../ui/format-values.ts';
import classes from '../status/status.module.css';
import { useFollowing } from './use-following.ts';

/** Says whether this file is in step with the host that it follows, why not, and offers to try at once. */
export function FollowingSign() {
  const { following: words, language } = useWords();
  const { status, isSyncing, sync } = useFollowing();
  if (status === null) return null;
  const { state, reason, base, lastContactAt, pendingUpdates, waiting, refusals } = status;
  const isInStep = state === 'connected' && pendingUpdates === 0;
  const Sign = state === 'connected' ? IconRefresh : IconRefreshAlert;
  return (
    <Popover position="top-start" width={340} shadow="md" withRoles trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={classes['following']} data-state={state}>
          <Sign size={15} aria-hidden /> {words.signs[state](pendingUpdates)}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs" fz="sm">
          <Text fw={600} size="sm">
            {words.states[state](base)}
          </Text>
          {reason !== null && <Text size="sm">{words.reasons[reason]}</Text>}
          <Text size="sm" role="status">
            {isInStep ? words.inStep : words.pending(pendingUpdates)}{' '}
            {lastContactAt === null ? words.never : words.last(dayAndTime(lastContactAt, language))}
          </Text>
          {waiting.length > 0 && <Text size="sm">{words.waiting}</Text>}
          {refusals > 0 && <Text size="sm">{words.refusals(refusals)}</Text>}
          {/* Not taken out of action meanwhile: that would take the keyboard away from it. */}
          <Button size="compact-md" data-autofocus aria-busy={isSyncing} onClick={sync}>
            {isSyncing ? words.syncing : words.sync}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
