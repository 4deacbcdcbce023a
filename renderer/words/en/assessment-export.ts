import type { germanAssessmentExport } from '../de/assessment-export.ts';

/** What the dialogs say by which the assessment table and the letters are given out. */
export const englishAssessmentExport: typeof germanAssessmentExport = {
  table: {
    title: 'Export the assessment table',
    formats: {
      pdf: { name: 'PDF', text: 'For handing on and printing: accessible, landscape.' },
      docx: { name: 'Word', text: 'For editing in Word or LibreOffice.' },
      xlsx: { name: 'Excel', text: 'For sorting and filtering.' },
      csv: { name: 'CSV', text: 'A plain table for other programs.' },
    },
  },
  letters: {
    title: 'Letters to the institutions',
    formats: {
      pdf: { name: 'One PDF of all letters', text: 'For printing in one go.' },
      'pdf-zip': { name: 'A PDF for each letter', text: 'For sending, together in a ZIP file.' },
      'docx-zip': { name: 'A Word document for each letter', text: 'For editing, together in a ZIP file.' },
    },
  },
  lettersHelp:
    'Each institution is told what became of its contributions, and nothing about those of others. Reasons stand in the letter as you wrote them.',
  format: 'In which format?',
  round: 'Round of participation',
  allRounds: 'All rounds',
  institutions: 'Institutions',
  allInstitutions: 'All institutions',
  onlyOpen: 'Only what is still open',
  onlyOpenHelp: 'Without positions, answers and withdrawals.',
  anonymised: 'Anonymised',
  anonymisedHelp:
    'Names of institutions in the register and of persons are replaced, in the contributions too. The program does not know nicknames and descriptions: please read the file before you hand it on.',
  introduction: 'Introduction',
  introductionHelp: 'Stands in each letter before the list. A blank line begins a new paragraph.',
  withContacts: 'Contact person in the address',
  start: 'Export',
  cancel: 'Cancel',
  size: (rows, onlyOpen) =>
    `${onlyOpen ? 'At most ' : ''}${rows.toLocaleString('en')} ${rows === 1 ? 'contribution' : 'contributions'}.`,
  divided: {
    table: (files) =>
      `That is too much for a single PDF: you get about ${String(files)} PDFs in a ZIP file, in the order of the table and with pages counted through. It becomes less with one round or a few institutions.`,
    letters: (files) =>
      `That is too much for a single PDF: you get the letters in about ${String(files)} PDFs in a ZIP file.`,
  },
  running: 'Exporting',
  phases: {
    waiting: 'Waiting',
    reading: 'Reading the contributions',
    typesetting: 'Setting pages',
    writing: 'Writing the file',
  },
  large: 'With several thousand contributions this may take some minutes.',
};
