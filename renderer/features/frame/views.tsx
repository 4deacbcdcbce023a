import { Center, Loader } from '@mantine/core';
import { lazy, Suspense, type ComponentType } from 'react';
import { useWords } from '../../client/use-words.ts';
import { ForgetDialog } from '../guest/forget-dialog.tsx';
import { UnsentDialog } from '../guest/unsent-dialog.tsx';
import { useFrame, useText } from './frame-context.tsx';
import type { ViewProps } from './view-props.ts';

/** What opens over the text. */
const over = {
  header: lazy(() => import('./header-dialog.tsx').then((module) => ({ default: module.HeaderDialog }))),
  link: lazy(() => import('./link-dialog.tsx').then((module) => ({ default: module.LinkDialog }))),
  reference: lazy(() =>
    import('./reference-dialog.tsx').then((module) => ({ default: module.ReferenceDialog })),
  ),
  preferences: lazy(() =>
    import('./preferences-dialog.tsx').then((module) => ({ default: module.PreferencesDialog })),
  ),
  about: lazy(() => import('./about-dialog.tsx').then((module) => ({ default: module.AboutDialog }))),
  keyboard: lazy(() =>
    import('../palette/shortcuts-dialog.tsx').then((module) => ({ default: module.ShortcutsDialog })),
  ),
  sharing: lazy(() =>
    import('../sharing/sharing-dialog.tsx').then((module) => ({ default: module.SharingDialog })),
  ),
  history: lazy(() => import('../history/history.tsx').then((module) => ({ default: module.History }))),
  import: lazy(() => import('../import/import-view.tsx').then((module) => ({ default: module.ImportView }))),
  contributions: lazy(() =>
    import('../contributions/own-contributions-view.tsx').then((module) => ({
      default: module.OwnContributionsView,
    })),
  ),
  editions: lazy(() =>
    import('../editions/editions-view.tsx').then((module) => ({ default: module.EditionsView })),
  ),
  // Needed most where nothing can be loaded.
  unsent: UnsentDialog,
  forget: ForgetDialog,
  export: lazy(() =>
    import('../export/export-dialog.tsx').then((module) => ({ default: module.ExportDialog })),
  ),
} as const satisfies Readonly<Record<string, ComponentType<ViewProps>>>;

/** What stands beside the text and takes half of the window. */
const beside = {
  printPreview: lazy(() =>
    import('../print-preview/print-preview.tsx').then((module) => ({ default: module.PrintPreview })),
  ),
} as const satisfies Readonly<Record<string, ComponentType<ViewProps>>>;

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
  return <Loaded component={over[view]} onClose={onClose} />;
}

/** The same for one that stands beside it. */
export function BesideView({ view, onClose }: OpenProps<BesideId>) {
  return <Loaded component={beside[view]} onClose={onClose} />;
}

function Loaded({
  component: Shown,
  onClose,
}: {
  readonly component: ComponentType<ViewProps>;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const text = useText();
  const { goTo } = useFrame();
  return (
    <Suspense
      fallback={
        <Center h="100%">
          <Loader aria-label={words.frame.loading} />
        </Center>
      }
    >
      <Shown onClose={onClose} text={text} onJump={(node) => goTo(node, false)} />
    </Suspense>
  );
}
