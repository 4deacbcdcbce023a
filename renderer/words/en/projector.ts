import type { germanProjector } from '../de/projector.ts';

export const englishProjector: typeof germanProjector = {
  title: 'Projector',
  waiting: 'We go on in a moment.',
  waitingHint: 'Moderation shows here the goal that is being discussed.',
  gone: 'This place is no longer in the text.',
  next: 'Next goal',
  previous: 'Previous goal',
  dark: 'White on black',
  light: 'Black on white',
  fullScreen: 'Full screen',
  close: 'Close the projector',
  controls: 'Controls',
  missing: 'No projector is open yet: nobody sees what you show.',
  open: 'Open the projector',
  opened: 'What the projector shows is in a window of its own. Drag it to the second screen.',
  blocked:
    'The browser did not open the window. Please allow it for this address, or show the projector here.',
  here: 'Show it here',
  offline: 'No connection',
};
