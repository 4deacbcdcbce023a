import type { germanGuest } from '../de/guest.ts';

const changesOf = (count: number): string => (count === 1 ? '1 change' : `${String(count)} changes`);

export const englishGuest: typeof germanGuest = {
  unsent: {
    title: 'Changes not sent',
    count: (changes) => `${changesOf(changes)} not on the host`,
    lead: 'This is what you wrote and the host does not have yet:',
    help: 'As soon as the host answers at the same address again, everything goes over by itself. If it was shared anew, there is a new link: keep the changes as a text file, open the new link and insert them there.',
    helpRefused: 'Save it as a text file. With a new invitation you can insert it again.',
    helpEarlier: 'Copy from here what you need, or save it as a text file.',
    allSent: 'Nothing is open: the host has all that you wrote here.',
    unreadable:
      'What you wrote cannot be shown here. Please open a valid invitation link on this device before you delete anything.',
    outside:
      'What you wrote is on this device only. If your link is still valid, it goes over by itself when you open it. Otherwise save it as a text file and insert it with a new invitation.',
    save: 'Save as text file',
    file: {
      name: (day) => `Changes not sent ${day}.txt`,
      heading: 'Leitbild: changes not sent',
      written: (when) => `Saved ${when}. The host did not have these changes then.`,
    },
  },
  earlier: {
    title: (changes) => `${changesOf(changes)} from an earlier invitation`,
    text: 'You wrote this on this device, and the host never got it. Please see what of it you still need.',
    later: 'Later',
  },
  forget: {
    open: 'Forget this device …',
    title: 'Forget this device?',
    text: 'The copy of the text, your invitation, your name and your preferences are deleted from this device. What is on the host stays there.',
    lost: 'What you wrote there is lost by forgetting. Please save it as a text file first.',
    hint: 'To write on later, you need your invitation link.',
    confirm: 'Delete and forget',
  },
  forgotten: {
    deleting: { title: 'Deleting …', text: 'One moment, please.' },
    waiting: {
      title: 'Another window still has the text open',
      text: 'Please close the other windows with this Leitbild. Everything is then deleted by itself.',
    },
    done: {
      title: 'Nothing is stored on this device any more.',
      text: 'You can close this window. Files that you downloaded and the history of the browser are yours to delete.',
    },
    failed: {
      title: 'Not everything could be deleted',
      text: 'Please reload the window and try again, or delete the data of this page in the preferences of the browser.',
    },
  },
};
