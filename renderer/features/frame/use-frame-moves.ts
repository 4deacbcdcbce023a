import { useMemo } from 'react';
import { useWords } from '../../client/use-words.ts';
import type { LeitbildEditor } from '../../editor/index.ts';
import type { FrameMoves } from '../palette/use-commands.ts';
import { openProjector } from '../projector/open-projector.tsx';
import type { Areas } from './use-areas.ts';
import type { OpenSearch } from './use-text-search.ts';

interface FrameMovesDeps {
  readonly editor: LeitbildEditor | null;
  readonly areas: Areas;
  readonly search: OpenSearch;
  readonly openPalette: () => void;
  readonly onProjectHere: () => void;
}

/** What the commands of this window do with the frame itself. */
export function useFrameMoves(deps: FrameMovesDeps): FrameMoves {
  const { editor, areas, search, openPalette, onProjectHere } = deps;
  const { find, findNext } = search;
  const words = useWords();
  return useMemo(
    () => ({
      ...{ openPalette, find, findNext },
      toggleOutline: () => areas.toggle('outline'),
      togglePanel: () => areas.toggle('panel'),
      openProjector: () => openProjector(onProjectHere, words),
      focus(part) {
        if (part === 'text') {
          // What was open before gives the keyboard back first.
          requestAnimationFrame(() => editor?.focus());
          return;
        }
        areas.show(part);
        focusSoon(firstPlaces[part]);
      },
    }),
    [editor, areas, find, findNext, openPalette, onProjectHere, words],
  );
}

/** Where the keyboard arrives in an area, be it beside the text or over it. */
const firstPlaces = {
  outline: '#outline [role="treeitem"][tabindex="0"], [role="dialog"] [role="treeitem"][tabindex="0"]',
  panel: '#panel button, #panel a',
} as const;

/** Puts the keyboard where something is about to appear. */
function focusSoon(selector: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus()),
  );
}
