import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { changesOf, takeBackChanges } from '../../../shared/register/register-undo.ts';
import type { ApiClient } from '../../../shared/api/client.ts';
import type { RegisterChanged } from '../../../shared/api/register-calls.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import type { Result } from '../../../shared/errors/result.ts';
import type { RegisterRooms } from '../../../shared/rooms/register-room.ts';
import { createId } from '../../client/create-id.ts';
import { useApi } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { showUndoNotice } from '../../ui/undo-notice.tsx';

/** Does something to the register, says so, and offers to take it back. */
export type RegisterAct = (message: string, work: () => unknown) => void;

/** Has the host do something to the register, says so, and offers to take it back. Gives why it was refused. */
export type RegisterOrder = (
  message: string,
  order: (api: ApiClient) => Promise<Result<RegisterChanged>>,
) => Promise<AppError | null>;

/** What this window writes into the register by itself, each with its way back for as long as the notice stands. */
export function useRegisterAct(rooms: RegisterRooms): RegisterAct {
  const tell = useUndoable();
  return useCallback(
    (message, work) => {
      const { changes } = changesOf(rooms, work);
      tell(message, () => Promise.resolve(takeBackChanges(rooms, changes)));
    },
    [rooms, tell],
  );
}

/** What the host does to the register, because it concerns several or whoever may be writing; with its way back. */
export function useRegisterOrder(): RegisterOrder {
  const api = useApi();
  const tell = useUndoable();
  return useCallback(
    async (message, order) => {
      const done = await order(api);
      if (!done.ok) return done.error;
      const { change } = done.value;
      tell(message, async () => {
        const taken = await api('register.takeBack', { change });
        return taken.ok && taken.value;
      });
      return null;
    },
    [api, tell],
  );
}

function useUndoable(): (message: string, undo: () => Promise<boolean>) => void {
  const { register: words } = useWords();
  return useCallback(
    (message, undo) => {
      const id = createId();
      const takeBack = async (): Promise<void> => {
        const isDone = await undo();
        notifications.update({
          ...{ id, color: isDone ? 'green' : 'yellow', autoClose: 6_000, withCloseButton: true },
          message: isDone ? words.undone : words.notUndone,
        });
      };
      showUndoNotice({ id, message, undo: words.undo, onUndo: () => void takeBack() });
    },
    [words],
  );
}
