import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { HostEvent } from '../../../shared/api/events.ts';
import { useHostEvent } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';

/** Says, until it is put away, that links given out lead nowhere since this device has another address. */
export function useMovedNotice(): void {
  const { movedNow } = useWords().sharing;
  useHostEvent(
    useCallback(
      ({ type }: HostEvent) => {
        if (type !== 'sharing-moved') return;
        notifications.show({
          ...{ id: 'sharing-moved', color: 'yellow', autoClose: false, withCloseButton: true },
          message: movedNow,
        });
      },
      [movedNow],
    ),
  );
}
