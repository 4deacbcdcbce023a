import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';

export interface UndoNotice {
  readonly id: string;
  /** What was done. */
  readonly message: string;
  /** What the button says. */
  readonly undo: string;
  readonly onUndo: () => void;
}

/** How long it can be undone from the notice, in milliseconds. */
const STAYS = 12_000;

/** Tells what was done, with the way back for a while. */
export function showUndoNotice({ id, message, undo, onUndo }: UndoNotice): void {
  notifications.show({
    ...{ id, autoClose: STAYS, withCloseButton: true },
    message: (
      <>
        {message}{' '}
        <Button size="compact-sm" variant="light" aria-label={`${undo}: ${message}`} onClick={onUndo}>
          {undo}
        </Button>
      </>
    ),
  });
}
