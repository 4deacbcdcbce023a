import type { FollowReason } from '../../../shared/api/replica-calls.ts';
import type { Role } from '../../../shared/rights/rights.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import type { Following, FollowWords } from '../follow-words.ts';

const reasons: Readonly<Record<FollowReason, string>> = {
  'token-unknown': 'Your invitation is not known there. Please ask for a new one.',
  'token-expired': 'Your invitation has expired. Please ask for a new one.',
  revoked: 'Your invitation was withdrawn. Please turn to moderation.',
  'room-unknown': 'This part does not exist there. Please bring both programs to the same version.',
  'room-locked': 'Moderation has locked writing at the moment.',
  'message-invalid': 'The connection was ended because of a message that could not be understood.',
  'client-id-taken': 'Somebody writes there under the same id. It is tried again by itself.',
  'client-too-old': 'This program is too old. Please update it.',
  'host-too-old': 'The program on the other side is too old.',
  'too-large': 'A change is too large for the other side.',
  'rate-limited': 'The other side has too much to do at the moment. It is tried again by itself.',
  'storage-failed': 'One of the two files cannot be written at the moment.',
  unreachable: 'The other side cannot be reached at the moment. It is tried again by itself.',
  'certificate-unexpected':
    'A host with another certificate than expected answers there; nothing is sent. Please ask for a new invitation link.',
  'invalid-answer': 'The answer could not be understood.',
  closed: 'The connection was ended. It is tried again by itself.',
  'edition-changed':
    'An edition has other content there under the same name. Yours has stayed. Please settle this with moderation.',
};
const nameOf = (room: RoomName): string => {
  switch (room) {
    case 'text':
      return 'Text';
    case 'process':
      return 'Register and process';
    case 'contacts':
      return 'Contacts';
    case 'decisions':
      return 'Decisions';
    case 'voices':
      return 'Voices';
    default:
      return 'Contributions of your institution';
  }
};
const changes = (count: number): string => (count === 1 ? '1 change' : `${String(count)} changes`);
const wait = (count: number): string => (count === 1 ? 'waits' : 'wait');
const instant = (at: string): string => `${at.slice(0, 10)}, ${at.slice(11, 16)} UTC`;
const who = (role: Role, institution: string | null): string =>
  institution === null ? role : `${role} (${institution})`;
const states: Readonly<Record<Following['state'], string>> = {
  connected: 'connected',
  offline: 'not connected at the moment',
  refused: 'no longer let in',
  left: 'disconnected; what is there stays',
};

export const englishFollow: FollowWords = {
  reasons,
  joined: ({ path, title, role, institution }) =>
    `“${path}” was made: ${title === '' ? 'a Leitbild' : `“${title}”`}, as ${who(role, institution)}.`,
  renewed: (path) => `“${path}” has the new invitation; what was in it has stayed.`,
  howToGoOn: (path) =>
    `To open it and keep it in step: leitbild serve ${path}\nTo bring it in step once: leitbild sync ${path}\nThe file holds your invitation. Before you hand it on: leitbild leave ${path}`,
  status: (status) =>
    [
      `Own copy of the Leitbild at ${status.base}, as ${who(status.role, status.institution)}: ${states[status.state]}.`,
      ...(status.reason === null ? [] : [reasons[status.reason]]),
      ...(status.nextAttemptIn === null ? [] : [`Next attempt in ${String(status.nextAttemptIn)} seconds.`]),
      `Last in step: ${status.lastContactAt === null ? 'never' : instant(status.lastContactAt)}.`,
      status.pendingUpdates === 0
        ? 'Nothing waits to be sent.'
        : `${changes(status.pendingUpdates)} ${wait(status.pendingUpdates)} to be sent.`,
      ...status.waiting.map((room) => `${nameOf(room)}: waits until moderation opens writing again.`),
      ...(status.refusals === 0
        ? []
        : [`Put aside because not accepted: ${String(status.refusals)} (to be seen in the app).`]),
    ].join('\n'),
  left: (base) =>
    `The file no longer follows ${base}, and your invitation is no longer in it. What is in it stays.`,
  leftNobody: 'This file followed no other host.',
  received: (room) => `${nameOf(room)}: received what is new.`,
  sent: (room, count) => `${nameOf(room)}: ${changes(count)} sent.`,
  waiting: (room, count) =>
    `${nameOf(room)}: ${changes(count)} ${wait(count)} until moderation opens writing again.`,
  refused: (room, reason) => `${nameOf(room)}: not in step. ${reasons[reason]}`,
  setAside: (room) =>
    `${nameOf(room)}: what was changed here is not accepted there. It was put aside, and the common state is back.`,
  editions: (labels) => `Editions received: ${labels.join(', ')}.`,
  conflicts: (labels) => `${reasons['edition-changed']} (${labels.join(', ')})`,
  pictures: (count) => (count === 1 ? 'One picture received.' : `${String(count)} pictures received.`),
  nothingNew: 'Both sides were in step already.',
};
