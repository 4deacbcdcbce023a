import type { germanFrame } from '../de/frame.ts';

export const englishFrame: typeof germanFrame = {
  loading: 'Loading',
  linkUnknownTitle: 'This link leads nowhere',
  linkUnknown:
    'The link is incomplete or mistyped. Please open it directly from the invitation, or ask the moderators for a new one. Nothing has been lost.',
  notOpened: 'The Leitbild cannot be opened',
  tryAgain: 'Try again',
};
