import { Plugin, type Command } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { NodeId } from '../../../shared/ids/ids.ts';
import type { Profile } from '../../../shared/schema/profile.ts';
import { moveNode } from '../commands/move.ts';
import type { EditorWords } from '../editor-words.ts';
import { dropPlaceAt, isDraggable, type DropPlace } from './drop-target.ts';

interface DragOptions {
  readonly profile: Profile;
  readonly words: EditorWords;
  /** Does a command as a step of its own. */
  readonly run: (command: Command) => boolean;
}

/**
 * A handle beside what the pointer is over, by which goals, subpoints, groups and parts are dragged to another place;
 * a line shows where they would go. The keyboard moves them with Alt and arrows.
 */
export function dragPlugin(options: DragOptions): Plugin {
  return new Plugin({
    view: (view) => {
      const controller = createDrag(view, options);
      return {
        update: (_, before) => {
          if (!view.state.doc.eq(before.doc)) controller.follow();
        },
        destroy: () => controller.destroy(),
      };
    },
  });
}

function createDrag(
  view: EditorView,
  { profile, words, run }: DragOptions,
): { follow(): void; destroy(): void } {
  const handle = document.createElement('div');
  handle.className = 'drag-handle';
  handle.draggable = true;
  handle.title = words.dragHandle;
  handle.setAttribute('aria-hidden', 'true');
  const line = document.createElement('div');
  line.className = 'drop-line';
  const frame = view.dom.parentElement;
  let held: HTMLElement | undefined;
  let dragged: { readonly id: NodeId; readonly type: string } | undefined;
  let place: DropPlace | undefined;
  const closing = new AbortController();
  const { signal } = closing;

  const hide = (): void => {
    if (dragged) return;
    handle.remove();
    held = undefined;
  };
  const hold = (element: HTMLElement): void => {
    held = element;
    const box = element.getBoundingClientRect();
    const around = frame?.getBoundingClientRect();
    if (!around) return;
    handle.style.top = `${String(box.top - around.top)}px`;
    if (!handle.isConnected) frame?.append(handle);
  };
  /** Stays beside what it stands for while others write; goes with it. */
  const follow = (): void => {
    if (held?.isConnected) hold(held);
    else hide();
  };
  const showLine = (next: DropPlace | undefined): void => {
    place = next;
    line.remove();
    const around = frame?.getBoundingClientRect();
    if (!next || !around) return;
    const box = next.element.getBoundingClientRect();
    const top = next.edge === 'top' ? box.top : box.bottom;
    line.style.top = `${String(top - around.top - 1)}px`;
    line.style.left = `${String(box.left - around.left)}px`;
    line.style.width = `${String(box.width)}px`;
    frame?.append(line);
  };
  const end = (): void => {
    dragged = undefined;
    showLine(undefined);
    hide();
  };

  // What comes into view above is laid out anew, and moves everything below it.
  const laidOut = new ResizeObserver(follow);
  laidOut.observe(view.dom);
  view.dom.addEventListener(
    'mousemove',
    (event) => {
      if (!view.editable || event.buttons !== 0 || !(event.target instanceof Element)) return;
      const element = movableAround(event.target);
      if (element && element !== held) hold(element);
    },
    { signal },
  );
  view.dom.addEventListener('keydown', hide, { signal });
  frame?.addEventListener('mouseleave', hide, { signal });
  handle.addEventListener(
    'dragstart',
    (event) => {
      const { id = '', leitbild: type = '' } = held?.dataset ?? {};
      if (!held || !event.dataTransfer) return;
      dragged = { id: id as NodeId, type };
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', held.textContent);
      event.dataTransfer.setDragImage(held, 0, 0);
    },
    { signal },
  );
  handle.addEventListener('dragend', end, { signal });
  frame?.addEventListener(
    'dragover',
    (event) => {
      if (!dragged) return;
      event.preventDefault();
      const over = document.elementFromPoint(event.clientX, event.clientY);
      const next = over ? dropPlaceAt(dragged.type, over, event.clientY) : undefined;
      const isTaken = next !== undefined && moveNode(dragged.id, next.target, profile)(view.state);
      showLine(isTaken ? next : undefined);
    },
    { signal },
  );
  frame?.addEventListener(
    'drop',
    (event) => {
      if (!dragged) return;
      event.preventDefault();
      event.stopPropagation();
      const { id } = dragged;
      const target = place?.target;
      end();
      if (target) run(moveNode(id, target, profile));
      view.focus();
    },
    { signal, capture: true },
  );

  return {
    follow,
    destroy: () => {
      closing.abort();
      laidOut.disconnect();
      handle.remove();
      line.remove();
    },
  };
}

/** What a handle stands for: the goal or subpoint that is pointed at, or the part whose heading is. */
function movableAround(target: Element): HTMLElement | undefined {
  const heading = target.closest('.heading');
  const element = (heading?.parentElement ?? target).closest<HTMLElement>('[data-leitbild]');
  const type = element?.dataset['leitbild'] ?? '';
  if (!element || !isDraggable(type)) return undefined;
  return heading || type === 'goal' || type === 'subpoint' ? element : undefined;
}
