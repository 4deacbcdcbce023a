import type { germanContributions } from '../de/contributions.ts';
import { englishRefusals } from './refusals.ts';

export const englishContributions: typeof germanContributions = {
  kinds: {
    comment: 'Comment',
    proposal: 'Proposed wording',
    question: 'Question',
    approval: 'Approval',
    objection: 'Objection',
  },
  stances: {
    agree: 'Agree',
    agreeWithChange: 'Agree with a change',
    object: 'Object',
    noStatement: 'No statement',
  },
  outcomes: {
    adopted: 'Adopted',
    adoptedInPart: 'Adopted in part',
    rejected: 'Not adopted',
    noted: 'Noted',
    deferred: 'Deferred',
  },
  replies: { agrees: 'We agree', keepsObjection: 'We keep our contribution' },
  sources: { letter: 'Letter', email: 'E-mail', phone: 'Phone call', conversation: 'Conversation' },
  refusals: englishRefusals,
  position: 'Position of your institution',
  positionHint: (goal) => `Where does your institution stand on ${goal}?`,
  silent: 'No position submitted yet.',
  given: (stance, day) => `${stance}, received on ${day}`,
  positionChanged: 'The wording has been changed since.',
  withdrawPosition: 'Take back',
  clearStance: 'Clear the choice',
  contributions: 'Contributions of your institution',
  none: 'Your institution has written nothing about this place yet.',
  write: 'Write a contribution',
  about: {
    passage: 'Write about the selected words',
    document: 'Write about the whole Leitbild',
  },
  wholeDocument: 'The whole Leitbild',
  others: (count) =>
    count === 1
      ? '1 contribution of other institutions'
      : `${String(count)} contributions of other institutions`,
  formerInstitution: 'Institution that is no longer in the register',
  selectHint:
    'Select words in the text to write about just these: with the mouse, or with Shift and arrow keys.',
  draft: 'Draft',
  kind: 'Kind of contribution',
  bodyOf: {
    comment: 'Comment',
    proposal: 'Reason (optional)',
    question: 'Question',
    approval: 'Remark (optional)',
    objection: 'Objection',
  },
  wording: 'Your proposed wording',
  wordingHint: 'Change the wording to what it should be. Empty means: strike it.',
  difference: 'What changes against the text',
  strike: 'The place is to be struck.',
  quote: 'Place',
  left: (count) => `${String(count)} characters left`,
  submit: 'Submit',
  submitAsk: {
    title: 'Submit the contribution?',
    text: 'It can no longer be changed afterwards. You can take it back, or put a new one in its place.',
    confirm: 'Submit',
  },
  discard: 'Discard draft',
  discardAsk: {
    title: 'Discard the draft?',
    text: 'It is also deleted for the other delegates of your institution.',
    confirm: 'Discard',
  },
  close: 'Close',
  together: 'All delegates of your institution write this draft together.',
  correct: 'Replace',
  withdraw: 'Take back',
  withdrawAsk: {
    title: 'Take the contribution back?',
    text: 'It is kept with the note “taken back” and is no longer weighed.',
    reason: 'Why? (optional)',
    confirm: 'Take back',
  },
  states: {
    forAnswer: 'Goes into the answer',
    waiting: 'Sent as soon as there is a connection',
    taken: (day) => `Received on ${day}`,
    refused: 'Not taken',
    withdrawn: 'Taken back',
    replaced: 'Replaced by a new contribution',
  },
  via: {
    package: 'with an answer package',
    late: 'after the round was over',
    moderation: (source, day) => `${source} of ${day}, entered by moderation`,
  },
  replaces: 'Stands in place of an earlier contribution of your institution.',
  decision: 'Decision',
  proposedDecision: 'Proposed by moderation',
  awaiting: {
    banner: (count: number): string =>
      count === 1
        ? 'The moderators have made a proposal about a contribution of your institution and wait for your answer.'
        : `The moderators have made proposals about ${String(count)} contributions of your institution and wait for your answers.`,
    show: 'Look and answer',
    title: (count: number): string =>
      count === 1
        ? '1 contribution waits for your answer'
        : `${String(count)} contributions wait for your answer`,
  },
  reply: 'Your answer',
  replyBody: 'Reason (optional)',
  replied: (reply, day) => `${reply} (${day})`,
  sendReply: 'Submit the answer',
  anchorStates: {
    changed: 'The text around this place has been changed.',
    moved: 'The place now stands elsewhere.',
    gone: 'The place no longer exists in the text.',
    ambiguous: 'The place can no longer be told apart from others.',
  },
  closed: 'No round is open at the moment. You can read what your institution has submitted.',
  answersOnly: 'The round takes no new contributions. You can answer the proposals of moderation.',
  open: (name, until) => (until === null ? `Open: ${name}` : `Open: ${name}, until ${until}`),
  closesIn: (days) =>
    days <= 0 ? 'closes today' : days === 1 ? 'closes tomorrow' : `closes in ${String(days)} days`,
  somePlaces: 'It asks about some action fields only.',
  notAsked: 'This round does not ask about this place.',
  draftNotAsked:
    'This round does not ask about this place. The draft is kept, but it cannot be submitted now.',
  notInvited: 'Your institution is not invited to this round.',
  takesNoPart:
    'Your institution takes no part any more. What you have written can still be read here. If that is wrong, please ask moderation.',
  merged: (name) =>
    `Your institution has become part of “${name}”. What you have written can still be read here. For new contributions you need an invitation for “${name}”; please ask moderation.`,
  all: 'All contributions of your institution',
  allHint: 'Drafts are seen by the delegates of your institution only. Moderation sees what is submitted.',
  drafts: (count) => (count === 1 ? '1 draft' : `${String(count)} drafts`),
  submittedCount: (count) =>
    count === 1 ? '1 submitted contribution' : `${String(count)} submitted contributions`,
  stanceDrafts: (count) =>
    count === 1 ? '1 position not submitted yet' : `${String(count)} positions not submitted yet`,
  submitStances: (count) => (count === 1 ? 'Submit position' : `Submit ${String(count)} positions`),
  stancesSent: (count) =>
    count === 1 ? '1 position is being sent.' : `${String(count)} positions are being sent.`,
  sent: 'The contribution is being sent.',
  sentIntoAnswer: 'This goes into the answer. Make the answer when you are done, and send it back.',
  empty: 'Nothing is written yet. Choose a goal in the text and write beside it.',
  faults: {
    'too-large': 'The text is too long.',
    body: 'Please write something.',
    wording: 'Please write what the wording should be.',
    other: 'The text holds characters that cannot be printed.',
  },
  anchorProblems: {
    empty: 'Please select words in the text.',
    'too-long': 'The selection is too long. Please choose the whole goal.',
    'no-common-node': 'The selection spans several chapters. Please select less.',
  },
};
