import { ActionIcon, Group, Tooltip, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import {
  IconAlertTriangle,
  IconCheck,
  IconCloudOff,
  IconLoader2,
  IconLock,
  IconMinus,
  IconPlus,
  type Icon,
} from '@tabler/icons-react';
import type { Phase } from '../../../shared/rights/rights.ts';
import { usePreferences } from '../../client/preferences-context.tsx';
import type { RoomClient } from '../../client/room-client.ts';
import { useRoomState, useSession } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { FollowingSign } from '../following/following-sign.tsx';
import { useCommand } from '../palette/command-context.tsx';
import { RoundSign } from '../rounds/round-sign.tsx';
import { saveStateOf, type SaveState } from './save-state.ts';
import { saveWords } from './save-words.ts';
import classes from './status.module.css';

export interface StatusLineProps {
  readonly room: RoomClient;
  readonly storageFailed: boolean;
  readonly phase: Phase;
  readonly institution: string;
}

/** Saving is told only when it takes longer than a glance. */
const GLANCE = 500;

const icons: Readonly<Record<SaveState, Icon>> = {
  loading: IconLoader2,
  saved: IconCheck,
  saving: IconLoader2,
  offline: IconCloudOff,
  refused: IconAlertTriangle,
  'storage-failed': IconAlertTriangle,
};

/** The line below the text: how safe it is, as whom one is here, whether it is locked, how large it is. */
export function StatusLine({ room, storageFailed, phase, institution }: StatusLineProps) {
  const words = useWords().status;
  const { overview } = useSession();
  const { preferences } = usePreferences();
  const zoomIn = useCommand('view.zoomIn');
  const zoomOut = useCommand('view.zoomOut');
  const zoomReset = useCommand('view.zoomReset');
  return (
    <footer className={classes['line']} aria-label={words.label}>
      <SaveSign room={room} storageFailed={storageFailed} />
      <span className={classes['role']}>{words.roleOf(words.roles[overview.role], institution)}</span>
      {phase.text === 'locked' && (
        <span className={classes['locked']}>
          <IconLock size={15} aria-hidden /> {words.locked}
        </span>
      )}
      <RoundSign />
      <FollowingSign />
      <Group gap={2} ml="auto" wrap="nowrap">
        <ZoomIcon label={words.zoomOut} icon={IconMinus} onClick={zoomOut?.run} />
        <UnstyledButton
          className={classes['zoom']}
          aria-label={words.zoomLabel(preferences.zoom)}
          onClick={zoomReset?.run}
        >
          {words.zoom(preferences.zoom)}
        </UnstyledButton>
        <ZoomIcon label={words.zoomIn} icon={IconPlus} onClick={zoomIn?.run} />
      </Group>
    </footer>
  );
}

/** How safe the text is; drawn anew with every letter that is saved. */
function SaveSign({ room, storageFailed }: Pick<StatusLineProps, 'room' | 'storageFailed'>) {
  const words = useWords().status;
  const { place } = useSession();
  const roomState = useRoomState(room);
  const state = saveStateOf(roomState, storageFailed);
  const [slow] = useDebouncedValue(state, GLANCE);
  const shown = state === 'saving' && slow !== 'saving' ? 'saved' : state;
  const Sign = icons[shown];
  return (
    <span className={classes['save']} data-state={shown} data-settled={state === 'saved' || undefined}>
      <Sign size={16} aria-hidden />
      {saveWords(shown, roomState.pending, place.local, words)}
    </span>
  );
}

interface ZoomIconProps {
  readonly label: string;
  readonly icon: Icon;
  readonly onClick: (() => void) | undefined;
}

function ZoomIcon({ label, icon: Sign, onClick }: ZoomIconProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} onClick={onClick}>
        <Sign size={14} />
      </ActionIcon>
    </Tooltip>
  );
}
