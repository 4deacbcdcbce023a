import type { germanOffline } from '../de/offline.ts';

/** The page that an institution gets by mail, and the file from which the app takes part. */
export const englishOffline: typeof germanOffline = {
  documentTitle: (round, institution) => `${round} – ${institution}`,
  round: (round, institution) => `${round} · ${institution}`,
  until: (day) => `Please answer by ${day}`,
  late: 'By the clock of this computer the time is over. You can still answer; moderation decides whether it counts.',
  contents: 'Contents',
  text: 'Text',
  panel: 'Contributions',
  choose:
    'Choose a goal on the left or in the text. Here you then write what your institution says about it.',
  all: 'All contributions',
  answer: 'Make the answer',
  answerTitle: 'Make the answer',
  answerHolds: (count) =>
    count === 1 ? 'The answer holds 1 entry.' : `The answer holds ${String(count)} entries.`,
  answerEmpty: 'Nothing has been submitted yet. Submit contributions or positions first.',
  draftsLeft: (count) =>
    count === 1
      ? '1 draft has not been submitted and will not be in the answer.'
      : `${String(count)} drafts have not been submitted and will not be in the answer.`,
  stancesLeft: (count) =>
    count === 1
      ? '1 position is chosen, but not submitted yet.'
      : `${String(count)} positions are chosen, but not submitted yet.`,
  answerHow: [
    'The file is saved on this computer, mostly in the folder “Downloads”.',
    'Send it as an attachment to whoever sent you the documents.',
    'If you write more later, make the answer again: it always holds everything.',
  ],
  answerSave: 'Save the answer',
  answerSaved: (name) => `Saved as “${name}”. Send this file back.`,
  cancel: 'Cancel',
  close: 'Close',
  more: 'Unfinished work',
  save: 'Save unfinished work',
  load: 'Load unfinished work',
  saved: (name) => `Saved as “${name}”. This is not an answer yet.`,
  loaded: 'The unfinished work is loaded.',
  loadFaults: {
    damaged: 'This file is no unfinished work, or was damaged. Nothing was loaded.',
    'other-package': 'This unfinished work belongs to another round package. Nothing was loaded.',
  },
  kept: 'What you write stays in this browser on this computer.',
  notKept:
    'This browser keeps nothing for this page. Save the unfinished work as a file before you close the window.',
  nothingSent: 'This page sends nothing to the internet.',
  answersOnly: 'In this round only answers to what moderation proposes are taken now.',
  brokenTitle: 'This page cannot be used',
  broken:
    'The round package in this page is missing or was changed. Please have the page sent to you again, and save the attachment before you open it.',
};
