import type { germanProjector } from '../de/projector.ts';

export const englishProjector: typeof germanProjector = {
  title: 'Projector view',
  waiting: 'We go on in a moment.',
  waitingHint: 'Moderation shows here the goal that is being discussed.',
  gone: 'This place is no longer in the text.',
  next: 'Next goal',
  previous: 'Previous goal',
  dark: 'White on black',
  light: 'Black on white',
  fullScreen: 'Full screen',
  close: 'Close the projector view',
  controls: 'Controls',
  shown: (what) => `${what} is on the screen.`,
  missing: 'No projector view is open yet: nobody sees what you show on the screen.',
  open: 'Open the projector view',
  opened: 'The projector view is in a window of its own. Drag it to the projector.',
  blocked:
    'The browser did not open the window. Please allow it for this address, or show the projector view here.',
  here: 'Show it here',
  offline: 'No connection',
};
