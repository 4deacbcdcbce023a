import type { germanStatus } from '../de/status.ts';

export const englishStatus: typeof germanStatus = {
  label: 'State',
  savedOnDevice: 'Saved on this device',
  savedOnHost: 'Saved on the host',
  saving: 'Saving …',
  loading: 'Loading the text …',
  offline: (changes) =>
    changes === 0
      ? 'Offline'
      : `Offline – ${changes === 1 ? '1 change is' : `${changes} changes are`} on this device`,
  offlineWindow: (changes) =>
    changes === 0
      ? 'No connection to the file'
      : `No connection – ${changes === 1 ? '1 change waits' : `${changes} changes wait`} in this window`,
  refused: 'Disconnected',
  storageFailed: 'Not saved',
  back: 'Connected again.',
  roles: { moderator: 'Moderation', editor: 'Editor', delegate: 'Delegate', reader: 'Reader' },
  roleOf: (role, institution) => (institution === '' ? role : `${role}, ${institution}`),
  locked: 'Text locked',
  zoom: (percent) => `${percent}%`,
  zoomLabel: (percent) => `Size of the text: ${percent} percent. Reset`,
  zoomIn: 'Larger text',
  zoomOut: 'Smaller text',
  joined: (who) => `${who} is here now.`,
  left: (who) => `${who} has left.`,
  nowLocked: 'Moderation has locked the text. It can only be read now.',
  lockedBanner: {
    title: 'The text is locked',
    moderator: 'Nobody can change it, not even you, until it is opened again.',
    others: 'Moderation has locked it. You can read it; writing is possible again as soon as it is opened.',
    unlock: 'Open the text again',
  },
  vainKeys: {
    locked: 'The text is locked. What you type is not taken.',
    reads: 'You are reading along here. Only moderation and editors can change the text.',
  },
  nowOpen: 'The text is open again.',
  hostGone: {
    title: 'The host does not answer',
    guestWrites:
      'You can go on writing; your changes are kept on this device and go over as soon as it answers again. Leave this page open: without the host it cannot be opened again.',
    guestUnsent: 'If the host does not come back, keep your changes and ask moderation for a new link.',
    givenUp:
      'The part of the program that stores has stopped several times and no longer runs. Leave this window open and choose “Start again” in the message: then everything is saved.',
    windowWrites:
      'You can go on writing; please leave this window open. As soon as the program runs again, everything is saved.',
    reads: 'You can go on reading. What is new appears as soon as the connection is back.',
  },
  storage: {
    title: 'The file cannot be written at the moment',
    text: 'The disk is full or was removed, or the file is no longer in its place. What you write now is in this window only: please leave it open. As soon as it works again, everything is made up for.',
  },
  refusals: {
    'token-unknown': {
      title: 'This window no longer belongs to the file',
      text: 'The program was restarted meanwhile, or your invitation was replaced by a new one. Please open the file or the new link once more.',
    },
    'token-expired': {
      title: 'Your invitation has expired',
      text: 'You can still read the text here. Please ask moderation for a new invitation.',
    },
    revoked: {
      title: 'Your invitation is no longer valid',
      text: 'Moderation has withdrawn it. You can still read the text here; changes are no longer taken.',
    },
    'room-unknown': {
      title: 'The host has no such text',
      text: 'Please open the invitation link once more, or ask moderation.',
    },
    'room-locked': { title: 'The text is read anew', text: 'Moderation has locked or replaced the text.' },
    'message-invalid': {
      title: 'Host and window do not understand each other',
      text: 'Please reload the window. If that does not help, bring both programs to the same version.',
    },
    'client-too-old': {
      title: 'This window is older than the host',
      text: 'Please reload the window, or install the new version.',
    },
    'host-too-old': {
      title: 'The host is older than this window',
      text: 'Please ask moderation to update the program.',
    },
    'too-large': {
      title: 'The last change was too large',
      text: 'The host does not take it. Please keep a copy of your text, reload the window and insert it in smaller parts.',
    },
    'rate-limited': {
      title: 'Too many changes at once',
      text: 'The host takes a break and will be back in a moment.',
    },
    'client-id-taken': {
      title: 'Somebody writes under the same id',
      text: 'Your text stays here; it is tried again by itself. If that does not help, copy it and reload the window.',
    },
    'storage-failed': {
      title: 'The file cannot be written at the moment',
      text: 'You can go on writing; as soon as it works again, everything is made up for.',
    },
  },
  reload: 'Reload',
  ownCopy: 'Copy my text',
  copyTitle: 'Your text from this window',
  notTaken: {
    title: 'Not everything was taken over',
    locked: 'The text was locked while you were writing. These changes have not reached the host:',
    replaced: 'The text was replaced while you were writing. These changes are no longer in it:',
    help: 'Copy what you need. As soon as the text is open again, you can insert it.',
    copyAll: 'Copy everything',
    done: 'I have what I need',
    removed: 'Deleted',
    whole: 'Your wording',
    reread: 'The text was read anew.',
  },
};
