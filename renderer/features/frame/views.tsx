import { Center, Loader } from '@mantine/core';
import { useEffect, useState, type ComponentType } from 'react';
import { useWords } from '../../client/use-words.ts';
import { ForgetDialog } from '../guest/forget-dialog.tsx';
import { UnsentDialog } from '../guest/unsent-dialog.tsx';
import { useFrame, useText } from './frame-context.tsx';
import { ViewMissing } from './view-missing.tsx';
import type { ViewProps } from './view-props.ts';

type LoadView = () => Promise<ComponentType<ViewProps>>;

/** What opens over the text. */
const over = {
  header: async () => (await import('./header-dialog.tsx')).HeaderDialog,
  link: async () => (await import('./link-dialog.tsx')).LinkDialog,
  reference: async () => (await import('./reference-dialog.tsx')).ReferenceDialog,
  preferences: async () => (await import('./preferences-dialog.tsx')).PreferencesDialog,
  about: async () => (await import('./about-dialog.tsx')).AboutDialog,
  keyboard: async () => (await import('../palette/shortcuts-dialog.tsx')).ShortcutsDialog,
  sharing: async () => (await import('../sharing/sharing-dialog.tsx')).SharingDialog,
  history: async () => (await import('../history/history.tsx')).History,
  import: async () => (await import('../import/import-view.tsx')).ImportView,
  contributions: async () =>
    (await import('../contributions/own-contributions-view.tsx')).OwnContributionsView,
  rounds: async () => (await import('../rounds/rounds-view.tsx')).RoundsView,
  answer: async () => (await import('../packages/answer-view.tsx')).AnswerView,
  packages: async () => (await import('../packages/packages-view.tsx')).PackagesView,
  overview: async () => (await import('../overview/overview-view.tsx')).OverviewView,
  weighing: async () => (await import('../weighing/weighing-view.tsx')).WeighingView,
  weighingHere: async () => (await import('../weighing/weighing-view.tsx')).WeighingHere,
  register: async () => (await import('../register/register-view.tsx')).RegisterView,
  assessmentTable: async () =>
    (await import('../assessment-export/assessment-dialog.tsx')).AssessmentTableDialog,
  assessmentLetters: async () =>
    (await import('../assessment-export/assessment-dialog.tsx')).AssessmentLettersDialog,
  editions: async () => (await import('../editions/editions-view.tsx')).EditionsView,
  // Needed most where nothing can be loaded.
  unsent: () => Promise.resolve(UnsentDialog),
  forget: () => Promise.resolve(ForgetDialog),
  export: async () => (await import('../export/export-dialog.tsx')).ExportDialog,
} as const satisfies Readonly<Record<string, LoadView>>;

/** What stands beside the text and takes half of the window. */
const beside = {
  printPreview: async () => (await import('../print-preview/print-preview.tsx')).PrintPreview,
} as const satisfies Readonly<Record<string, LoadView>>;

type OverId = keyof typeof over;
type BesideId = keyof typeof beside;
export type ViewId = OverId | BesideId;

/** Whether a view stands beside the text and not over it. */
export function isBeside(view: ViewId): view is BesideId {
  return Object.hasOwn(beside, view);
}

interface OpenProps<Id extends ViewId> {
  readonly view: Id;
  readonly onClose: () => void;
}

/** The feature that is open over the text, loaded when it is first asked for. */
export function View({ view, onClose }: OpenProps<OverId>) {
  return <Loaded key={view} load={over[view]} onClose={onClose} />;
}

/** The same for one that stands beside it. */
export function BesideView({ view, onClose }: OpenProps<BesideId>) {
  return <Loaded key={view} load={beside[view]} onClose={onClose} />;
}

/** Loads all that opens over the text, so that a guest whose network goes can still open it. */
export function preloadViews(): void {
  // What cannot be loaded now is loaded when it is asked for.
  for (const load of Object.values(over)) void load().catch(() => undefined);
}

function Loaded({ load, onClose }: { readonly load: LoadView; readonly onClose: () => void }) {
  const words = useWords();
  const text = useText();
  const { goTo } = useFrame();
  const [view, setView] = useState<{ readonly shown: ComponentType<ViewProps> } | 'failed' | null>(null);
  useEffect(() => {
    let current = true;
    void load().then(
      (shown) => current && setView({ shown }),
      () => current && setView('failed'),
    );
    return () => {
      current = false;
    };
  }, [load]);
  if (view === null) {
    return (
      <Center h="100%">
        <Loader role="status" aria-label={words.frame.loading} />
      </Center>
    );
  }
  if (view === 'failed') return <ViewMissing onClose={onClose} />;
  const { shown: Shown } = view;
  return <Shown onClose={onClose} text={text} onJump={(node) => goTo(node, false)} />;
}
