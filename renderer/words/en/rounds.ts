import type { germanRounds } from '../de/rounds.ts';

const institutions = (count: number): string =>
  count === 1 ? '1 institution' : `${String(count)} institutions`;

export const englishRounds: typeof germanRounds = {
  title: 'Rounds of participation',
  close: 'Close',
  list: 'All rounds',
  create: 'New round',
  none: 'No round yet',
  noneText:
    'In a round you ask institutions about the text, or about parts of it. Create a round, invite, and open it when it is time.',
  states: { planned: 'Planned', open: 'Open', answers: 'Answers', closed: 'Closed' },
  stateLine: {
    planned: (from) => (from === null ? 'Planned' : `Planned from ${from}`),
    open: (until) => (until === null ? 'Open' : `Open until ${until}`),
    answers: 'Institutions answer proposals',
    closed: 'Closed',
  },
  sign: {
    open: (name, until) => (until === null ? `“${name}” is open` : `“${name}” open until ${until}`),
    answers: (name) => `“${name}”: answers to proposals`,
  },
  told: {
    open: (name) => `“${name}” is open now. Invited institutions can submit contributions.`,
    answers: (name) => `“${name}” takes no new contributions any more. Institutions can answer proposals.`,
    closed: (name) => `“${name}” is closed. Drafts are kept.`,
  },
  facts: {
    period: 'Period',
    invited: 'Invited',
    places: 'It asks about',
    visibility: 'Reading contributions',
    base: 'Base',
  },
  period: (from, until) =>
    from === null
      ? until === null
        ? 'Without a fixed end'
        : `Until ${until}`
      : until === null
        ? `From ${from}, without a fixed end`
        : `${from} to ${until}`,
  invitedAll: (count) => `All institutions (${String(count)} at present)`,
  invitedSome: institutions,
  placesAll: 'The whole Leitbild',
  placesGone: (count) =>
    count === 1 ? '1 place that is no longer there' : `${String(count)} places that are no longer there`,
  nobody: 'Nobody. Please invite institutions before you open the round.',
  nothingAsked: 'Nothing. Please choose what it is about.',
  visibilities: {
    own: 'Delegates read the contributions of their own institution only',
    all: 'All delegates read the contributions of all institutions',
  },
  base: (day) => `The text as it stood on ${day}`,
  noBase: 'Is kept when you open the round',
  proof: (hash) => `Checksum ${hash}`,
  edit: 'Edit',
  open: 'Open',
  reopen: 'Open again',
  toAnswers: 'Go on to answers',
  end: 'Close round',
  remove: 'Remove',
  cancel: 'Cancel',
  askOpen: {
    title: (name) => `Open “${name}”?`,
    first:
      'The text is kept as it is now: all contributions refer to it. What the round is about, and from when on, cannot be changed afterwards; more institutions can be invited.',
    again:
      'Institutions can submit contributions again. The text stays the one that was kept when the round was opened first.',
    invited: (count) => `Invited: ${institutions(count)}.`,
    noEnd: 'The round has no end. You close it yourself.',
    until: (day) => `The round closes by itself at the end of ${day}.`,
    confirm: 'Open',
  },
  askAnswers: {
    title: (name) => `Go on to answers in “${name}”?`,
    text: 'New contributions are not taken any more. Institutions can answer your proposals and take back contributions of their own. They keep their drafts.',
    confirm: 'Begin with answers',
  },
  askClose: {
    title: (name) => `Close “${name}”?`,
    text: 'This holds for everybody at once, also for those who are writing. Institutions keep their drafts. You can open the round again.',
    confirm: 'Close round',
  },
  askRemove: {
    title: (name) => `Remove “${name}”?`,
    text: 'The round has not been open yet; there are no contributions to it.',
    confirm: 'Remove',
  },
  form: {
    create: 'New round',
    edit: (name) => `Edit “${name}”`,
    name: 'Name',
    nameExample: 'For example “Revision 2025, first round”',
    from: 'First day',
    fromHint: 'You have to open the round yourself.',
    until: 'Last day',
    untilHint: 'The round closes by itself at the end of this day.',
    invited: 'Who is invited?',
    invitedAll: 'All institutions of the register',
    invitedSome: 'Chosen institutions',
    search: 'Find an institution',
    chooseAll: 'Choose all',
    chooseFound: (count) => `Choose those found (${String(count)})`,
    chooseNone: 'None',
    chosen: (count, all) => `${String(count)} of ${String(all)} chosen`,
    notFound: 'No institution has this name.',
    noInstitutions: 'There are no institutions in the register yet.',
    places: 'What does it ask about?',
    placesAll: 'The whole Leitbild',
    placesSome: 'Some action fields',
    noFields: 'The text has no action fields yet.',
    visibility: 'Who reads contributions while the round runs?',
    begun:
      'This round has been open before. Its first day and action fields are fixed; who is invited stays invited.',
    save: 'Save',
    changed: {
      title: 'Somebody else has changed this round meanwhile',
      text: 'Nothing has been saved yet. What you did not touch now shows what holds. Please check, then save again.',
      now: (field, value) => `${field}: now “${value}”.`,
      kept: 'What you entered still stands here.',
      noDay: 'no fixed day',
      fields: (count) => (count === 1 ? '1 action field' : `${String(count)} action fields`),
    },
    removed: {
      title: 'Somebody else has removed this round meanwhile',
      text: 'Nothing has been saved yet, and what you entered still stands here. If you save, it becomes a new round.',
    },
    needed: 'Please fill in this field.',
    chooseSome: 'Please choose at least one institution.',
    chooseField: 'Please choose at least one action field.',
    backwards: 'The last day is before the first.',
    over: 'This day is over already.',
  },
  faults: {
    invited: 'Nobody is invited. Please choose institutions before you open the round.',
    places: 'It asks about nothing. Please choose action fields before you open the round.',
    closesAt: 'The last day is over already, or before the first. Please change it.',
    base: 'The round has not been open yet. Please open it first.',
  },
  answers: {
    title: 'Responses',
    loading: 'Contributions are being loaded …',
    states: {
      silent: 'Nothing submitted yet',
      positions: 'Positions only',
      statements: 'Contributions submitted',
    },
    filter: 'Show',
    all: (count) => `All (${String(count)})`,
    of: {
      silent: (count) => `Nothing yet (${String(count)})`,
      positions: (count) => `Positions only (${String(count)})`,
      statements: (count) => `Contributions (${String(count)})`,
    },
    columns: {
      institution: 'Institution',
      state: 'State',
      statements: 'Contributions',
      positions: 'Positions',
      received: 'Last received',
      seen: 'Last opened',
      email: 'E-mail',
    },
    takenBack: 'Has taken back all of it',
    neverSeen: 'never',
    notInvited: 'no access',
    withoutAccess: (count) =>
      count === 1
        ? 'One invited institution has no access yet: give it an invitation link under “Sharing”, or send it a package.'
        : `${String(count)} invited institutions have no access yet: give them invitation links under “Sharing”, or send them packages.`,
    toSharing: 'Open sharing',
    toPackages: 'Open packages',
    noAddress: 'no address',
    never: '–',
    nobody: 'There is nobody here.',
    copy: (count) => (count === 1 ? 'Copy 1 e-mail address' : `Copy ${String(count)} e-mail addresses`),
    copied: (count, without) => {
      const taken = count === 1 ? '1 address is copied.' : `${String(count)} addresses are copied.`;
      return without === 0 ? taken : `${taken} No address is known of ${institutions(without)}.`;
    },
    save: 'Save as a table (CSV)',
    file: (name) => `Responses ${name}.csv`,
  },
};
