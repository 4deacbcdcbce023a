import type { germanEditions } from '../de/editions.ts';

export const englishEditions: typeof germanEditions = {
  title: 'Editions',
  close: 'Close editions',
  list: 'Editions of this Leitbild',
  loading: 'Loading',
  draft: 'Draft',
  draftText: 'is still being worked on',
  edition: (label) => `Edition ${label}`,
  frozen: (day) => `frozen on ${day}`,
  none: 'There is no edition yet. An edition is a frozen version, such as the one adopted by the council; it never changes afterwards.',
  noneForGuests: 'No edition has been published yet.',
  untitled: '(untitled)',
  adoption: 'Adoption',
  adopted: (body, day, paper) => `${body}, ${day}${paper === '' ? '' : `, paper ${paper}`}`,
  notAdopted: 'none given',
  frozenAt: 'Frozen on',
  hash: 'Checksum (SHA-256)',
  copyHash: 'Copy the whole checksum',
  copied: 'Copied',
  previous: 'Edition before',
  first: 'none, this is the first',
  participants: 'Participants',
  participantsCount: (count) => (count === 1 ? 'one institution' : `${count} institutions`),
  verify: 'Verify',
  verifying: 'Verifying',
  verified: 'Unchanged. The checksum is right, and the chain to the earlier editions is complete.',
  notVerified: 'The verification failed',
  exportIt: 'Export …',
  read: 'Read',
  compare: 'Compare',
  mode: 'View',
  emptyDraft: 'The draft is still empty.',
  missingReference: '[target no longer present]',
  freeze: 'Freeze as an edition …',
  freezeTitle: 'Freeze the draft as an edition',
  freezeLead:
    'The text as it is now is frozen as an edition and gets a checksum. You can go on working on the draft afterwards.',
  fieldLabel: 'Label',
  fieldLabelHelp: 'usually the year, for example 2026; stands on the cover and in file names',
  fieldTitle: 'Title',
  fieldSubtitle: 'Subtitle',
  fieldMunicipality: 'Municipality',
  hasAdoption: 'The text has been adopted',
  hasAdoptionHelp: 'Body, day and paper will then stand in the imprint.',
  fieldBody: 'Adopting body',
  fieldBodyExample: 'for example: Council of the City of Musterfurt',
  fieldDate: 'Day of the decision',
  fieldPaper: 'Number of the paper',
  fieldPaperExample: 'for example: V/0815/2026',
  needed: 'Please fill this in.',
  labelTaken: (label) => `There is an edition “${label}” already.`,
  labelForm:
    'Allowed are letters, digits, spaces, full stop, hyphen and underscore, a letter or digit at both ends, at most 40 characters.',
  labelReserved: 'This name means something else already. Choose a year, for example.',
  checks: 'Check before freezing',
  checkTitle: (title) => (title === '' ? 'The title is missing.' : `Title: “${title}”`),
  checkText: (empty) => (empty ? 'The text is empty.' : 'The text is there.'),
  checkGoals: (counts) => (counts === '' ? 'The text has no goals yet.' : `Goals: ${counts}`),
  checkEmpty: (count) =>
    count === 0
      ? 'No empty headings or goals'
      : `${count === 1 ? 'One heading or goal is' : `${count} headings or goals are`} empty.`,
  checkReferences: (count) =>
    count === 0
      ? 'All references lead somewhere'
      : `${count === 1 ? 'One reference leads' : `${count} references lead`} nowhere.`,
  checkParticipants: (count) =>
    count === 0
      ? 'The register holds no institutions; no participants will be printed.'
      : `${count} institutions will be printed as participants`,
  checkConsent: (refused, notAsked) =>
    [
      ...(refused === 0
        ? []
        : [
            `${refused === 1 ? 'One institution does' : `${refused} institutions do`} not want to be named and will be left out.`,
          ]),
      notAsked === 0
        ? 'All were asked whether they want to be named.'
        : `${notAsked === 1 ? 'One was' : `${notAsked} were`} not asked whether to be named (in the register under “Named in the edition”).`,
    ].join(' '),
  checkWeighing: (open: number, running: string | null) =>
    [
      open === 0
        ? 'All contributions have been weighed.'
        : `${open === 1 ? 'One contribution has' : `${open} contributions have`} no final decision yet (under “Participation”, “Weighing of contributions”).`,
      ...(running === null ? [] : [`The round “${running}” is still running.`]),
    ].join(' '),
  checkUnchanged: (label) => `The text is the same as in the edition ${label}.`,
  checkPrintable: {
    running: 'Checking whether everything can be printed …',
    done: (pages) => `Everything can be printed (${pages} pages)`,
    failed: 'The text cannot be printed like this.',
  },
  checkLevels: { fine: 'fine', hint: 'Note', stop: 'Please repair' },
  showPlace: (number) => `Go to place ${number}`,
  dateInFuture: 'This day lies in the future. Please check it.',
  forGood: 'An edition cannot be changed afterwards',
  forGoodText:
    'Neither text nor facts can be corrected later. For a correction, a new edition has to be frozen.',
  understood: 'I have checked what is given',
  freezeNow: (label) => (label === '' ? 'Freeze' : `Freeze edition ${label}`),
  frozenNow: (label) => `Edition ${label} is frozen.`,
  notFrozen: 'Nothing has been frozen',
  compareFrom: 'Earlier version',
  compareTo: 'Later version',
  compareNeedsTwo: 'It takes two versions to compare.',
  comparing: 'Comparing',
  noDifferences: 'Both versions are the same.',
  nothingShown: 'There is nothing to show for this choice.',
  changes: 'Change',
  filter: 'Show',
  filterAll: 'All changes',
  only: 'Goals only',
  search: 'Search the comparison',
  states: {
    kept: 'unchanged',
    reworded: 'reworded',
    moved: 'moved',
    kindChanged: 'another kind',
    reformatted: 'formatted differently',
    split: 'split',
    merged: 'merged',
    new: 'new',
    dropped: 'dropped',
  },
  count: (state, count) => `${state}: ${count}`,
  notThere: 'not there',
  legend: 'What was deleted or inserted is marked in colour.',
};
