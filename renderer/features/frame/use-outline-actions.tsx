import { notifications } from '@mantine/notifications';
import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { useMemo } from 'react';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { topGoalKinds } from '../../../shared/schema/profile.ts';
import { copyText } from '../../client/copy-text.ts';
import { useSession } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import type { LeitbildEditor } from '../../editor/index.ts';
import type { OutlineAction, OutlineActions } from '../outline/outline-actions.ts';
import { nameOf, type OutlineLine } from '../outline/outline-lines.ts';
import type { FrameAccess } from './frame-context.tsx';
import { showUndoNotice } from '../../ui/undo-notice.tsx';

/** What the outline can do with the text of this window. */
export function useOutlineActions(frame: FrameAccess, onMoveTo: (line: OutlineLine) => void): OutlineActions {
  const { profile } = useSession();
  const words = useWords().outline;
  return useMemo<OutlineActions>(() => {
    const { editor, mayWrite, isModerator, goTo, project, announce } = frame;
    const lineNow = (id: NodeId): string =>
      editor?.outline().find((entry) => entry.id === id)?.fullNumber ?? '';
    const remove = (entry: OutlineLine): void => {
      if (editor?.commands.deleteNode(entry.id) !== true) return;
      const id = `removed-${entry.id}`;
      showUndoNotice({
        ...{ id, message: words.removed(nameOf(entry)), undo: words.undo },
        onUndo: () => {
          editor.commands.undo();
          notifications.hide(id);
        },
      });
    };
    return {
      goTo,
      move(entry, target) {
        if (editor?.moveNode(entry.id, target) !== true) return false;
        announce(words.moved(nameOf(entry), lineNow(entry.id)));
        return true;
      },
      rename(id, title) {
        if (editor) setHeading(editor, id, title);
      },
      remove,
      menuOf(entry) {
        const actions: OutlineAction[] = [
          { id: 'go', label: words.goTo, group: 1, keys: 'Enter', run: () => goTo(entry.id, true) },
        ];
        if (isModerator) {
          actions.push({ id: 'show', label: words.project, group: 1, run: () => project(entry.id) });
        }
        actions.push({ id: 'id', label: words.copyId, group: 5, run: () => void copyText(entry.id) });
        if (!mayWrite || editor === null) return actions;
        const at =
          (work: () => unknown): (() => void) =>
          () => {
            placeCaret(editor, entry.id);
            work();
            editor.tiptap.commands.focus();
          };
        const { commands } = editor;
        const add = (id: string, label: string, work: () => unknown): void =>
          void actions.push({ id, label, group: 2, run: at(work) });
        const { labels } = profile;
        if (entry.type === 'chapter' || entry.type === 'preface' || entry.type === 'foreword') {
          add('chapter', words.addField(labels.chapter), () => commands.newChapter());
        }
        if (entry.type === 'chapter' || entry.type === 'actionField') {
          add('field', words.addField(labels.actionField), () => commands.newField());
        }
        if (entry.type === 'chapter' || entry.type === 'section' || entry.type === 'actionField') {
          for (const kind of topGoalKinds(profile)) {
            add(`group-${kind.id}`, words.addGroup(kind.plural), () => commands.newGroup(kind.id));
          }
        }
        if (entry.type === 'goal' || entry.type === 'goalGroup') {
          const kind = profile.goalKinds.find(({ id }) => id === entry.kind);
          add('goal', words.addGoal(kind?.singular ?? entry.label), () => commands.newGoal());
        }
        if (entry.type === 'goal') {
          actions.push(
            {
              id: 'split',
              label: words.split,
              group: 3,
              run: () => {
                // Splits where the caret is, if it is in this goal.
                if (editor.selectedGoal() === entry.id) commands.splitGoal();
                else goTo(entry.id, true);
              },
            },
            { id: 'join', label: words.joinNext, group: 3, run: at(() => commands.joinWithNext()) },
          );
        }
        actions.push(
          { id: 'move', label: words.moveTo, group: 4, run: () => onMoveTo(entry) },
          {
            id: 'remove',
            label: words.remove,
            group: 6,
            keys: 'Delete',
            isDanger: true,
            run: () => remove(entry),
          },
        );
        return actions;
      },
    };
  }, [frame, onMoveTo, profile, words]);
}

/** Where a node begins, and the node; undefined where it is gone. */
function findNode(doc: Node, id: NodeId): { readonly node: Node; readonly from: number } | undefined {
  let found: { readonly node: Node; readonly from: number } | undefined;
  doc.descendants((node, from) => {
    if (found === undefined && node.attrs['id'] === id) found = { node, from };
    return found === undefined && !node.isTextblock;
  });
  return found;
}

/** Puts the caret to the end of the first words of a node, where what is added to it finds its place. */
export function placeCaret({ tiptap }: LeitbildEditor, id: NodeId): void {
  const found = findNode(tiptap.state.doc, id);
  if (found === undefined) return;
  const { doc } = tiptap.state;
  const first = found.node.firstChild;
  const end = first?.isTextblock === true ? found.from + 1 + first.nodeSize - 1 : found.from + 1;
  tiptap.view.dispatch(tiptap.state.tr.setSelection(TextSelection.near(doc.resolve(end))));
}

/** Gives a part another heading. What stood in it besides words (footnotes, references) goes, as when it is typed over. */
function setHeading({ tiptap }: LeitbildEditor, id: NodeId, title: string): void {
  const found = findNode(tiptap.state.doc, id);
  if (found === undefined) return;
  const { schema, tr } = tiptap.state;
  const text = title === '' ? [] : [schema.text(title)];
  const first = found.node.firstChild;
  if (first?.type.name === 'heading') {
    tiptap.view.dispatch(tr.replaceWith(found.from + 2, found.from + 1 + first.nodeSize - 1, text));
    return;
  }
  const heading = schema.nodes['heading']?.create(null, text);
  if (heading && title !== '') tiptap.view.dispatch(tr.insert(found.from + 1, heading));
}
