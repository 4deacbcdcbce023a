import type { AppError } from '../../shared/errors/errors.ts';
import { germanAssessmentExport } from './de/assessment-export.ts';
import { germanContributions } from './de/contributions.ts';
import { germanEditions } from './de/editions.ts';
import { germanNotices } from './de/editor.ts';
import { germanExport } from './de/export.ts';
import { germanImport } from './de/import.ts';
import { germanPrintPreview } from './de/print-preview.ts';
import { germanFollowing } from './de/following.ts';
import { germanFrame } from './de/frame.ts';
import { germanGuest } from './de/guest.ts';
import { germanGoalPanel } from './de/goal-panel.ts';
import { germanHistory } from './de/history.ts';
import { germanOffline } from './de/offline.ts';
import { germanOutline } from './de/outline.ts';
import { germanOverview } from './de/overview.ts';
import { germanPackages } from './de/packages.ts';
import { germanPalette } from './de/palette.ts';
import { germanProjector } from './de/projector.ts';
import { germanRounds } from './de/rounds.ts';
import { germanRegister } from './de/register.ts';
import { germanSearch } from './de/search.ts';
import { germanSharing } from './de/sharing.ts';
import { germanShell } from './de/shell.ts';
import { germanStatus } from './de/status.ts';
import { germanStart } from './de/start.ts';
import { germanWeighing } from './de/weighing.ts';
import { germanWriting } from './de/writing.ts';
import { englishAssessmentExport } from './en/assessment-export.ts';
import { englishContributions } from './en/contributions.ts';
import { englishEditions } from './en/editions.ts';
import { englishNotices } from './en/editor.ts';
import { englishExport } from './en/export.ts';
import { englishImport } from './en/import.ts';
import { englishPrintPreview } from './en/print-preview.ts';
import { englishFollowing } from './en/following.ts';
import { englishFrame } from './en/frame.ts';
import { englishGuest } from './en/guest.ts';
import { englishGoalPanel } from './en/goal-panel.ts';
import { englishHistory } from './en/history.ts';
import { englishOffline } from './en/offline.ts';
import { englishOutline } from './en/outline.ts';
import { englishOverview } from './en/overview.ts';
import { englishPackages } from './en/packages.ts';
import { englishPalette } from './en/palette.ts';
import { englishProjector } from './en/projector.ts';
import { englishRounds } from './en/rounds.ts';
import { englishRegister } from './en/register.ts';
import { englishSearch } from './en/search.ts';
import { englishSharing } from './en/sharing.ts';
import { englishShell } from './en/shell.ts';
import { englishStatus } from './en/status.ts';
import { englishStart } from './en/start.ts';
import { englishWeighing } from './en/weighing.ts';
import { englishWriting } from './en/writing.ts';
import { describeError, wordsIn } from './language.ts';
import type { Language } from './words.ts';

/** What the window says, by feature. The German texts are the shape that the English ones follow. */
const german = {
  language: 'de' as Language,
  notices: germanNotices,
  contributions: germanContributions,
  following: germanFollowing,
  frame: germanFrame,
  start: germanStart,
  goalPanel: germanGoalPanel,
  guest: germanGuest,
  history: germanHistory,
  offline: germanOffline,
  outline: germanOutline,
  overview: germanOverview,
  packages: germanPackages,
  palette: germanPalette,
  projector: germanProjector,
  rounds: germanRounds,
  register: germanRegister,
  search: germanSearch,
  sharing: germanSharing,
  shell: germanShell,
  status: germanStatus,
  weighing: germanWeighing,
  writing: germanWriting,
  import: germanImport,
  editions: germanEditions,
  export: germanExport,
  assessmentExport: germanAssessmentExport,
  printPreview: germanPrintPreview,
};
const english: typeof german = {
  language: 'en',
  notices: englishNotices,
  contributions: englishContributions,
  following: englishFollowing,
  frame: englishFrame,
  start: englishStart,
  goalPanel: englishGoalPanel,
  guest: englishGuest,
  history: englishHistory,
  offline: englishOffline,
  outline: englishOutline,
  overview: englishOverview,
  packages: englishPackages,
  palette: englishPalette,
  projector: englishProjector,
  rounds: englishRounds,
  register: englishRegister,
  search: englishSearch,
  sharing: englishSharing,
  shell: englishShell,
  status: englishStatus,
  weighing: englishWeighing,
  writing: englishWriting,
  import: englishImport,
  editions: englishEditions,
  export: englishExport,
  assessmentExport: englishAssessmentExport,
  printPreview: englishPrintPreview,
};

export type AppWords = typeof german & {
  /** What happened and what to do. */
  readonly describe: (error: AppError) => string;
};

const languages: Readonly<Record<Language, AppWords>> = {
  de: { ...german, describe: (error) => describeError(error, wordsIn('de')) },
  en: { ...english, describe: (error) => describeError(error, wordsIn('en')) },
};

export function appWordsIn(language: Language): AppWords {
  return languages[language];
}
