import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { withUndo } from '../../../shared/register/register-undo.ts';
import type { RegisterRooms } from '../../../shared/rooms/register-room.ts';
import { createId } from '../../client/create-id.ts';
import { useWords } from '../../client/use-words.ts';

/** Does something to the register, says so, and offers to take it back. */
export type RegisterAct = (message: string, work: () => unknown) => void;

/** What is done to the register by this window, each with its way back for as long as the notice stands. */
export function useRegisterAct(rooms: RegisterRooms): RegisterAct {
  const { register: words } = useWords();
  const { process, contacts } = rooms;
  return useCallback(
    (message, work) => {
      const { undo } = withUndo({ process, contacts }, work);
      const id = createId();
      const takeBack = (): void => {
        const isDone = undo();
        notifications.update({
          ...{ id, color: isDone ? 'green' : 'yellow', autoClose: 6_000, withCloseButton: true },
          message: isDone ? words.undone : words.notUndone,
        });
      };
      notifications.show({
        ...{ id, autoClose: 12_000, withCloseButton: true },
        message: (
          <>
            {message}{' '}
            <Button
              size="compact-sm"
              variant="light"
              aria-label={`${words.undo}: ${message}`}
              onClick={takeBack}
            >
              {words.undo}
            </Button>
          </>
        ),
      });
    },
    [process, contacts, words],
  );
}
