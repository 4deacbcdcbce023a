import { Button, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { AppWords } from '../../words/app-words.ts';

const FRAGMENT = '#projector';

/** Whether a window was opened to be the projector. */
export function isProjectorWindow({ location }: Window): boolean {
  return location.hash === FRAGMENT;
}

/** Says that what is projected is seen nowhere, and offers to open the view. */
export function offerProjector(onProjectHere: () => void, words: AppWords): void {
  const id = 'projector-missing';
  notifications.show({
    id,
    autoClose: 15_000,
    withCloseButton: true,
    message: (
      <Stack gap="xs" align="start">
        {words.projector.missing}
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(id);
            openProjector(onProjectHere, words);
          }}
        >
          {words.projector.open}
        </Button>
      </Stack>
    ),
  });
}

/**
 * Opens the projector view in a window of its own, which takes this one's session along; where windows may not be
 * opened, it is offered in this one.
 */
export function openProjector(onProjectHere: () => void, { projector: words }: AppWords): void {
  const opened = window.open(`/${FRAGMENT}`, 'leitbild-projector', 'popup,width=1280,height=720');
  if (opened !== null) {
    notifications.show({ message: words.opened });
    return;
  }
  const id = 'projector-blocked';
  notifications.show({
    id,
    autoClose: 15_000,
    message: (
      <Stack gap="xs" align="start">
        {words.blocked}
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(id);
            onProjectHere();
          }}
        >
          {words.here}
        </Button>
      </Stack>
    ),
  });
}
