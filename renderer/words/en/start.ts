import type { germanStart } from '../de/start.ts';

export const englishStart: typeof germanStart = {
  name: 'Leitbild-Werkstatt',
  lead: 'Write a Leitbild together, consult many institutions on it, and publish it as an edition.',
  local: 'Everything stays on this computer until you invite others.',
  version: (version) => `Version ${version}`,
  begin: 'What would you like to do?',
  busy: 'Opening',
  actions: {
    sample: {
      title: 'Look at the sample',
      text: 'A finished Leitbild of an invented town, with three editions. To look around and try things out.',
    },
    create: {
      title: 'New Leitbild',
      text: 'Begin with an empty text that already knows which kinds of goals there are.',
    },
    importDocument: {
      title: 'Import a document',
      text: 'Take over an existing Leitbild from Word, PDF or a text file.',
    },
    open: {
      title: 'Open a file',
      text: 'Open a Leitbild file (.leitbild), or a package of a round (.leitbild-runde) that came by mail.',
    },
    join: { title: 'Follow an invitation', text: 'With the link that the moderators have sent you.' },
  },
  recent: 'Recently opened',
  recentNone:
    'The Leitbilder that you have worked on will be listed here. If this is your first visit, the sample is the best place to start.',
  opened: (when) => `opened ${when}`,
  isOpen: 'is open now',
  missing: 'File not found',
  missingHelp: (place) =>
    `The file is no longer in “${place}”. It may have been moved or renamed, or the drive may not be connected. You can look for it with “Open a file”.`,
  forget: (name) => `Take “${name}” off the list`,
  forgotten: (name) => `“${name}” is no longer on the list. The file itself is still there.`,
  drop: 'Drop a file here to open or import it',
  dropUnknownTitle: 'This file cannot be opened here',
  dropUnknown: (name) =>
    `“${name}” is neither a Leitbild file (.leitbild) nor a document that can be read. Possible are Word (.docx), PDF, text (.txt) and Markdown (.md).`,
  dropManyTitle: 'Please drop only one file',
  dropMany: 'Only one file can be opened or imported at a time.',
  dropInBrowserTitle: 'Please choose this file with “Open a file”',
  dropInBrowser: (name) =>
    `A browser does not tell which folder “${name}” is in. Please look for it with “Open a file”; it is then worked on where it is.`,
  packageExistsTitle: 'There is a file of the same name for this package already',
  packageExists: (name, there) =>
    `Beside “${name}” lies “${there}”. It comes from another package, for instance from an earlier mail. Open that file if you want to go on in it, or make one of its own for the new package. Nothing is lost either way.`,
  openThere: 'Open the file that is there',
  openLeitbild: 'Open this Leitbild',
  openAnew: 'Make under another name and open',
  answerTitle: 'This is the answer of an institution',
  answer: (name, file) =>
    `“${name}” holds contributions to a round. They are read in the Leitbild from which the package was sent. ${
      file === null
        ? 'That Leitbild was not opened on this machine yet. Open its file first'
        : `That is “${file}”. Open it`
    }, and choose “Send packages and read answers” and “Read answers” there.`,
  newTitle: 'New Leitbild',
  importTitle: 'Import a document',
  importLead: (name) =>
    `“${name}” will be taken over into a new Leitbild. You will see a preview first; the document itself stays as it is.`,
  fieldTitle: 'Title of the Leitbild',
  fieldTitleExample: 'for example: Leitbild Living Together in Diversity',
  fieldTitleMissing: 'Please give a title. It can be changed later.',
  fieldMunicipality: 'Municipality',
  fieldMunicipalityExample: 'for example: City of Musterfurt; it will stand in the imprint',
  fieldProfile: 'Which kinds of goals does the Leitbild have?',
  profileKinds: (kinds) => `Goals: ${kinds.join(', ')}`,
  profileTexts: {
    standard:
      'Each field of action has guiding goals, which say what is to be reached, and sub-goals, which say how. This suits most.',
    'vier-ebenen':
      'For a Leitbild with more levels: under each guiding goal stand others, ever more precise.',
  },
  fieldPlace: 'Where to save it',
  fieldPlaceHelp: 'Everything is kept in this one file. You can copy it and pass it on.',
  fieldFolder: 'Folder',
  fieldFile: 'File name',
  fieldFileMissing: 'Please give a file name.',
  fieldFileCharacters: 'These characters are not allowed in file names: \\ / : * ? " < > |',
  choosePlace: 'Choose a folder …',
  create: 'Make the Leitbild',
  createAndImport: 'Make it and go on',
  cancel: 'Cancel',
  close: 'Close',
  joinTitle: 'Follow an invitation',
  joinLead:
    'Paste the invitation link. A file with your own copy is made on this computer; it is kept in step whenever the other computer can be reached.',
  joinLink: 'Invitation link',
  joinLinkExample: 'begins with http:// or https:// and contains /join#token=…',
  joinLinkMissing: 'Please paste the link from the invitation.',
  joinLinkNewer: 'This link comes from a newer version. Please update this program and then try again.',
  joinLinkInvalid:
    'This is not a complete invitation link. It ends with a long row of characters behind “#token=”; it may have been cut off or broken when it was copied. Please copy the whole of it from the invitation again.',
  joinFile: 'My copy',
  join: 'Accept the invitation',
  openTitle: 'Open a Leitbild file',
  chooseFolderTitle: 'Choose a folder',
  folderUp: 'Folder above',
  folderEmpty: 'There are no folders and no Leitbild files in this folder.',
  folderMore: 'The folder holds more; not everything is shown.',
  folderReadOnly: 'You may not save anything in this folder. Please choose another one.',
  folderContents: (folder) => `Contents of ${folder}`,
  folderKinds: { folder: 'Folder', workspace: 'Leitbild file' },
  places: { home: 'Home folder', documents: 'Documents', desktop: 'Desktop', drive: 'Drive' },
  placesLabel: 'Places',
  chooseThisFolder: 'Take this folder',
  reading: 'Reading',
  fileKind: 'Leitbild',
  theme: 'Appearance',
  themes: { auto: 'Like the system', light: 'Light', dark: 'Dark' },
  notOpened: 'That did not work',
  tryAgain: 'Try again',
  deskGone: 'Leitbild-Werkstatt does not answer',
};
