import type { germanFollowing } from '../de/following.ts';
import { englishFollow } from './follow.ts';

const changes = (count: number): string => (count === 1 ? '1 change' : `${String(count)} changes`);

export const englishFollowing: typeof germanFollowing = {
  reasons: englishFollow.reasons,
  signs: {
    connected: (pending) => (pending === 0 ? 'In step' : 'Getting in step …'),
    offline: (pending) =>
      pending === 0 ? 'Not connected' : `Not connected – ${changes(pending)} not sent yet`,
    refused: (pending) =>
      pending === 0 ? 'No longer admitted' : `No longer admitted – ${changes(pending)} not sent`,
  },
  states: {
    connected: (base) => `Connected to ${base}`,
    offline: (base) => `Not connected to ${base} at the moment`,
    refused: (base) => `No longer admitted at ${base}`,
  },
  inStep: 'Both sides hold the same.',
  pending: (count) =>
    count === 0
      ? 'Nothing waits to be sent.'
      : `${changes(count)} ${count === 1 ? 'waits' : 'wait'} to be sent. All of it is safe in your file.`,
  never: 'Never in step so far.',
  last: (when) => `Last in step: ${when}.`,
  waiting: 'A part waits until moderation opens writing again.',
  refusals: (count) =>
    count === 1
      ? 'One change was not accepted and has been set aside.'
      : `${String(count)} changes were not accepted and have been set aside.`,
  sync: 'Sync now',
  syncing: 'Getting in step …',
};
