import type { KeyboardEvent } from 'react';
import type { NodeId } from '../../../shared/ids/ids.ts';
import type { OutlineActions } from './outline-actions.ts';
import type { OutlineLine } from './outline-lines.ts';
import type { ShownLines } from './use-shown-lines.ts';
import { useTypeAhead } from './use-type-ahead.ts';

interface OutlineKeysDeps {
  readonly shown: ShownLines;
  readonly folded: ReadonlySet<NodeId>;
  readonly mayWrite: boolean;
  readonly actions: OutlineActions;
  readonly focusOn: (line: OutlineLine | undefined) => void;
  readonly fold: (id: NodeId) => void;
  readonly step: (line: OutlineLine, direction: 'up' | 'down') => void;
  readonly rename: (line: OutlineLine) => void;
  readonly openMenu: (line: OutlineLine, at: { readonly x: number; readonly y: number }) => void;
}

/** What the keys do at a line of the tree, as the pattern of trees has it, and what they do with the text besides. */
export function useOutlineKeys(deps: OutlineKeysDeps): (event: KeyboardEvent, line: OutlineLine) => void {
  const { shown, folded, mayWrite, actions, focusOn, fold } = deps;
  const { visible } = shown;
  const typeAhead = useTypeAhead();

  const byName: Readonly<Record<string, (line: OutlineLine, at: number, element: Element) => void>> = {
    ArrowDown: (_, at) => focusOn(visible[at + 1]),
    ArrowUp: (_, at) => focusOn(visible[at - 1]),
    Home: () => focusOn(visible[0]),
    End: () => focusOn(visible.at(-1)),
    ArrowRight(line, at) {
      if (line.children === 0) return;
      if (folded.has(line.id)) fold(line.id);
      else focusOn(visible[at + 1]);
    },
    ArrowLeft(line) {
      if (line.children > 0 && !folded.has(line.id) && shown.matches === null) fold(line.id);
      else if (line.parent !== null) focusOn(shown.byId.get(line.parent));
    },
    Enter: (line) => actions.goTo(line.id, true),
    F2(line) {
      if (mayWrite) deps.rename(line);
    },
    Delete(line) {
      if (mayWrite) actions.remove(line);
    },
    ContextMenu(line, _, element) {
      const box = element.getBoundingClientRect();
      // After this event: the menu would take it for one that puts it away.
      requestAnimationFrame(() => deps.openMenu(line, { x: box.left + 48, y: box.bottom }));
    },
  };

  return (event, line) => {
    const at = shown.indexOf.get(line.id) ?? 0;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      if (mayWrite) deps.step(line, event.key === 'ArrowUp' ? 'up' : 'down');
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key.length > 1 && event.key !== 'Shift') typeAhead.forget();
    const key = event.key === 'F10' && event.shiftKey ? 'ContextMenu' : event.key;
    if (Object.hasOwn(byName, key)) {
      event.preventDefault();
      byName[key]?.(line, at, event.currentTarget);
    } else if (key.length === 1 && key !== ' ') {
      const found = typeAhead.find(key, visible, at);
      if (found) event.preventDefault();
      focusOn(found);
    }
  };
}
