import { useMemo } from 'react';
import { appCommands, isAppCommandId } from '../../../shared/app/app-commands.ts';
import { writeDeskAddress, type DeskIntent } from '../../../shared/api/app-address.ts';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { usePreferences } from '../../client/preferences-context.tsx';
import { useRoomValue, useSession } from '../../client/session-context.tsx';
import { shellOf } from '../../client/shell.ts';
import { useWords } from '../../client/use-words.ts';
import type { FrameAccess } from '../frame/frame-context.tsx';
import { useForget } from '../guest/forget-context.tsx';
import type { OutlineLine } from '../outline/outline-lines.ts';
import { editorKeys, ownKeys, type Command, type CommandId, type CommandSection } from './command.ts';

/** What the frame itself can do, beside what it shares with its parts. */
export interface FrameMoves {
  readonly openPalette: () => void;
  readonly toggleOutline: () => void;
  readonly togglePanel: () => void;
  readonly find: ((withReplace: boolean) => void) | null;
  readonly findNext: ((step: 1 | -1) => void) | null;
  readonly openProjector: () => void;
  readonly focus: (part: 'outline' | 'text' | 'panel') => void;
}

const ZOOM_STEP = 10;

/**
 * Everything that can be done in this window now, each once. What the person may not do, or what would do nothing
 * here, is not in the list.
 */
export function useCommands(frame: FrameAccess, moves: FrameMoves): readonly Command[] {
  const { place, api, overview } = useSession();
  const isDelegate = overview.role === 'delegate';
  const { preferences, change } = usePreferences();
  const words = useWords();
  const canForget = useForget() !== null;
  const isUnsent = useRoomValue(
    frame.room,
    ({ connection, pending }) => pending > 0 && (connection === 'offline' || connection === 'refused'),
  );
  const hasUnsent = canForget && isUnsent;
  return useMemo(() => {
    const { editor, mayWrite, isModerator, phase, selected, lines } = frame;
    const commands: Command[] = [];
    const shell = shellOf(window);
    const add = (id: CommandId, section: CommandSection, run: () => void, isPossible = true): void => {
      if (!isPossible) return;
      const shared = isAppCommandId(id);
      commands.push({
        ...{ id, section, run },
        label: shared ? words.shell.commands[id] : words.palette.commands[id],
        // In a browser these keys open its own window.
        keys:
          id === 'file.new' && shell === null
            ? null
            : ((shared ? appCommands[id].keys : ownKeys[id]) ?? null),
        isEditorKey: editorKeys.has(id),
      });
    };
    const { desk } = place;
    const toStart = (intent: Exclude<DeskIntent, { kind: 'open' }> | null): void => {
      if (desk === null) return;
      if (shell === null) window.location.assign(writeDeskAddress(desk, intent));
      else void shell.showStart(intent?.kind === 'join' ? { join: intent.link } : (intent?.kind ?? null));
    };
    const saveCopy = async (): Promise<void> => {
      const path = await shell?.saveDialog({
        title: words.shell.commands['file.saveCopy'],
        filters: [{ name: 'Leitbild', extensions: ['leitbild'] }],
        defaultPath: 'Kopie.leitbild',
      });
      if (path === null || path === undefined) return;
      const saved = await api('workspace.saveCopy', { path, goOnThere: false });
      if (saved.ok) await shell?.showInFolder(saved.value.path);
      else
        await shell?.notify({
          title: words.shell.commands['file.saveCopy'],
          body: words.describe(saved.error),
        });
    };
    add('file.new', 'file', () => toStart({ kind: 'new' }), desk !== null);
    add('file.open', 'file', () => toStart(null), desk !== null);
    add('file.start', 'file', () => toStart(null), desk !== null);

    const write = mayWrite && editor !== null;
    if (write) {
      const does = editor.commands;
      const edits: readonly (readonly [CommandId, CommandSection, () => boolean])[] = [
        ['edit.undo', 'edit', () => does.undo()],
        ['edit.redo', 'edit', () => does.redo()],
        ['edit.strong', 'text', () => does.bold()],
        ['edit.emphasis', 'text', () => does.italic()],
        ['edit.bulletList', 'text', () => does.bulletList()],
        ['edit.orderedList', 'text', () => does.orderedList()],
        ['edit.split', 'text', () => does.splitGoal()],
        ['edit.join', 'text', () => does.joinWithNext()],
        ['edit.moveUp', 'text', () => does.moveUp()],
        ['edit.moveDown', 'text', () => does.moveDown()],
        ['edit.indent', 'text', () => does.deeper()],
        ['edit.outdent', 'text', () => does.higher()],
      ];
      for (const [id, section, work] of edits) {
        add(id, section, () => {
          work();
          editor.tiptap.commands.focus();
        });
      }
      // A new footnote takes the keyboard itself.
      add('edit.footnote', 'text', () => void does.insertFootnote());
      add('edit.link', 'text', () => frame.open('link'));
      add('edit.reference', 'text', () => frame.open('reference'));
      add('edit.header', 'edit', () => frame.open('header'));
    }
    const { find } = moves;
    if (find !== null) {
      add('edit.find', 'edit', () => find(false));
      add('edit.replace', 'edit', () => find(true), write);
    }
    const { findNext } = moves;
    if (findNext !== null) {
      add('edit.findNext', 'edit', () => findNext(1));
      add('edit.findPrevious', 'edit', () => findNext(-1));
    }
    const setText = (text: 'open' | 'locked'): void => {
      void api('phase.set', { text });
    };
    add('text.lock', 'text', () => setText('locked'), isModerator && phase.text === 'open');
    add('text.unlock', 'text', () => setText('open'), isModerator && phase.text === 'locked');

    add('view.palette', 'view', moves.openPalette);
    add('view.outline', 'view', moves.toggleOutline);
    add('view.side', 'view', moves.togglePanel);
    add('view.goOutline', 'view', () => moves.focus('outline'));
    add('view.goText', 'view', () => moves.focus('text'));
    add('view.goPanel', 'view', () => moves.focus('panel'));
    add('view.nextArea', 'view', () => moves.focus(nextArea(document.activeElement)));
    const goals = lines.filter(({ type }) => type === 'goal');
    const step = (by: 1 | -1): void => {
      const next = nextGoal(lines, goals, selected, by);
      if (next === undefined) return;
      frame.goTo(next.id, true);
      if (frame.projected !== null) frame.project(next.id);
    };
    add('view.nextGoal', 'view', () => step(1), goals.length > 0);
    add('view.previousGoal', 'view', () => step(-1), goals.length > 0);
    add('file.import', 'file', () => frame.open('import'), isModerator && phase.text === 'open');
    add('participation.contributions', 'participation', () => frame.open('contributions'), isDelegate);
    add('participation.rounds', 'participation', () => frame.open('rounds'), isModerator);
    add('participation.answer', 'participation', () => frame.open('answer'), overview.byFile);
    add('participation.packages', 'participation', () => frame.open('packages'), isModerator);
    add('participation.overview', 'participation', () => frame.open('overview'), isModerator);
    add('participation.weighing', 'participation', () => frame.open('weighing'), isModerator);
    add('participation.register', 'participation', () => frame.open('register'));
    add('view.editions', 'view', () => frame.open('editions'));
    add('file.export', 'file', () => frame.open('export'));
    add('participation.assessmentTable', 'participation', () => frame.open('assessmentTable'), isModerator);
    add(
      'participation.assessmentLetters',
      'participation',
      () => frame.open('assessmentLetters'),
      isModerator,
    );
    add('file.saveCopy', 'file', () => void saveCopy(), isModerator && place.local && shell !== null);
    add('file.join', 'file', () => toStart({ kind: 'join', link: '' }), desk !== null);
    add('file.printPreview', 'file', () => frame.open('printPreview'), frame.seesHistory);
    add('view.history', 'view', () => frame.open('history'), frame.seesHistory);
    add('view.sharing', 'view', () => frame.open('sharing'), isModerator);
    add('view.projector', 'view', moves.openProjector);
    add('view.show', 'view', () => frame.project(selected), isModerator && selected !== null);
    const isDark = document.documentElement.dataset['mantineColorScheme'] === 'dark';
    add('view.dark', 'view', () => change({ theme: isDark ? 'light' : 'dark' }));
    const zoom = (percent: number): void => change({ zoom: Math.min(250, Math.max(70, percent)) });
    add('view.zoomIn', 'view', () => zoom(preferences.zoom + ZOOM_STEP));
    add('view.zoomOut', 'view', () => zoom(preferences.zoom - ZOOM_STEP));
    add('view.zoomReset', 'view', () => zoom(100));
    add('view.preferences', 'view', () => frame.open('preferences'));
    add('view.language', 'view', () => change({ language: preferences.language === 'de' ? 'en' : 'de' }));
    add('file.unsent', 'file', () => frame.open('unsent'), hasUnsent);
    add('file.forget', 'file', () => frame.open('forget'), canForget);
    add('help.keyboard', 'help', () => frame.open('keyboard'));
    add('help.about', 'help', () => frame.open('about'));
    return commands;
  }, [frame, moves, place, api, overview, preferences, change, words, isDelegate, canForget, hasUnsent]);
}

/** From the outline to the text, from there to the panel, and round again. */
function nextArea(focused: Element | null): 'outline' | 'text' | 'panel' {
  if (focused?.closest('#outline')) return 'text';
  return focused?.closest('#text') ? 'panel' : 'outline';
}

/** The goal after or before the place of the caret; at the edge there is none. */
function nextGoal(
  lines: readonly OutlineLine[],
  goals: readonly OutlineLine[],
  selected: NodeId | null,
  by: 1 | -1,
): OutlineLine | undefined {
  const at = lines.findIndex(({ id }) => id === selected);
  const order = new Map(lines.map(({ id }, index) => [id, index]));
  const index = (line: OutlineLine): number => order.get(line.id) ?? 0;
  return by === 1 ? goals.find((goal) => index(goal) > at) : goals.findLast((goal) => index(goal) < at);
}
