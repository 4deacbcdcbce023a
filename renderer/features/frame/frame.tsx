import { useMediaQuery } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { createSpotlight } from '@mantine/spotlight';
import { useCallback, useMemo, useState } from 'react';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { copyText } from '../../client/copy-text.ts';
import { usePreferences } from '../../client/preferences-context.tsx';
import { hasProjector, project } from '../../client/presence.ts';
import { useRoom, useRoomState, useSession } from '../../client/session-context.tsx';
import { shellOf } from '../../client/shell.ts';
import { useMayWrite, usePhase } from '../../client/use-phase.ts';
import { useWords } from '../../client/use-words.ts';
import { createSearch, type LeitbildEditor } from '../../editor/index.ts';
import { GoalPanel } from '../goal-panel/goal-panel.tsx';
import { MoveDialog } from '../outline/move-dialog.tsx';
import type { OutlineLine } from '../outline/outline-lines.ts';
import { Outline } from '../outline/outline.tsx';
import { CommandProvider } from '../palette/command-context.tsx';
import { Palette } from '../palette/palette.tsx';
import { useCommands, type FrameMoves } from '../palette/use-commands.ts';
import { useMenuCommands } from '../palette/use-menu-commands.ts';
import { useShortcuts } from '../palette/use-shortcuts.ts';
import { offerProjector, openProjector } from '../projector/open-projector.tsx';
import { SearchBar } from '../search/search-bar.tsx';
import { Banners } from '../status/banners.tsx';
import { NotTakenDialog } from '../status/not-taken-dialog.tsx';
import { saveStateOf } from '../status/save-state.ts';
import { StatusLine } from '../status/status-line.tsx';
import { useRefusedText } from '../status/use-refused-text.ts';
import { useStorageFailed } from '../status/use-storage-failed.ts';
import { useUnsavedGuard } from '../status/use-unsaved-guard.ts';
import { useToldChanges } from '../status/use-told-changes.ts';
import { AddMenu } from '../writing/add-menu.tsx';
import { StartHint } from '../writing/start-hint.tsx';
import { TextToolbar } from '../writing/text-toolbar.tsx';
import { useVainKeys } from '../writing/use-vain-keys.ts';
import { FrameProvider, type FrameAccess } from './frame-context.tsx';
import { FrameLayout } from './frame-layout.tsx';
import classes from './frame.module.css';
import { NameQuestion } from './name-question.tsx';
import { TextPane } from './text-pane.tsx';
import { TopBar } from './top-bar.tsx';
import { useAnnouncer } from './use-announcer.tsx';
import { useEditorNotices } from './use-editor-notices.ts';
import { useLeitbildEditor } from './use-leitbild-editor.ts';
import { useLines } from './use-lines.ts';
import { placeCaret, useOutlineActions } from './use-outline-actions.tsx';
import { useOwnInstitution, usePresence, useProjected } from './use-presence.ts';
import { useSelectedLine } from './use-selected-line.ts';
import { useSamePlace } from './use-same-place.ts';
import { BesideView, isBeside, View, type ViewId } from './views.tsx';
import { useWindowTitle } from './use-window-title.ts';

/** Outline, text and panel of a workspace, with everything that opens over them. */
export function Frame({ onProjectHere }: { readonly onProjectHere: () => void }) {
  const { profile, overview, place } = useSession();
  const words = useWords();
  const { preferences, change } = usePreferences();
  const room = useRoom('text');
  const roomState = useRoomState(room);
  const phase = usePhase();
  const mayWrite = useMayWrite(phase);
  const mayWriteOpen = useMayWrite({ ...phase, text: 'open' });
  const storageFailed = useStorageFailed();
  const state = saveStateOf(roomState, storageFailed);
  useUnsavedGuard(roomState, place.local);
  const isNarrow = useMediaQuery('(max-width: 64em)', false, { getInitialValueInEffect: false });
  const isWide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const { announce, region } = useAnnouncer();
  useWindowTitle(room.doc);

  const [element, setElement] = useState<HTMLElement | null>(null);
  const isRefused = roomState.connection === 'refused';
  const opened = useLeitbildEditor(element, room, roomState.loaded, mayWrite && !isRefused);
  const editor = opened?.editor ?? null;
  useEditorNotices(editor);
  useVainKeys(editor, mayWrite ? null : mayWriteOpen ? 'locked' : 'reads');
  const lines = useLines(editor);
  const selected = useSelectedLine(editor);
  useSamePlace(editor, selected);
  const projected = useProjected(room);
  const peers = usePresence(room, selected, editor);
  const institution = useOwnInstitution();

  const [view, setView] = useState<ViewId | null>(place.intent?.kind ?? null);
  const [drawer, setDrawer] = useState<'outline' | 'panel' | null>(null);
  const [searching, setSearching] = useState<Searching | null>(null);
  const search = useMemo(() => (editor === null ? null : createSearch(editor)), [editor]);
  const [moving, setMoving] = useState<OutlineLine | null>(null);
  const [[paletteStore, palette]] = useState(() => createSpotlight());

  const goTo = useCallback(
    (id: NodeId, focus: boolean) => {
      setDrawer(null);
      if (editor === null) return;
      // The caret comes along, so that the panel tells of what was chosen; the keyboard only where asked for.
      if (!focus) placeCaret(editor, id);
      editor.scrollTo(id, focus);
    },
    [editor],
  );
  const isModerator = overview.role === 'moderator';
  const frame = useMemo<FrameAccess>(
    () => ({
      ...{ room, editor, lines, selected, peers, phase, isModerator, projected, goTo, announce },
      project: (id: NodeId | null) => {
        project(room.awareness, id);
        if (id !== null && !hasProjector(room.awareness)) offerProjector(onProjectHere, words);
      },
      text: opened?.text ?? null,
      mayWrite: mayWrite && !isRefused,
      seesHistory: isModerator || overview.role === 'editor',
      open: setView,
    }),
    [
      room,
      editor,
      lines,
      selected,
      peers,
      phase,
      isModerator,
      projected,
      goTo,
      announce,
      opened,
      mayWrite,
      isRefused,
      overview.role,
      onProjectHere,
      words,
    ],
  );
  const actions = useOutlineActions(frame, setMoving);

  const moves = useMemo<FrameMoves>(() => {
    const toggleOutline = (): void =>
      isNarrow
        ? setDrawer((before) => (before === 'outline' ? null : 'outline'))
        : change({ outline: !preferences.outline });
    const togglePanel = (): void =>
      isNarrow
        ? setDrawer((before) => (before === 'panel' ? null : 'panel'))
        : change({ panel: !preferences.panel });
    return {
      ...{ toggleOutline, togglePanel },
      openPalette: palette.open,
      find:
        editor === null
          ? null
          : (withReplace) =>
              setSearching((before) => {
                const selected = selectedWords(editor);
                const goesOn = before !== null && (withReplace || selected === '');
                return { initial: goesOn ? before.initial : selected, withReplace };
              }),
      findNext:
        search === null || searching === null ? null : (by) => (by === 1 ? search.next() : search.previous()),
      openProjector: () => openProjector(onProjectHere, words),
      focus(part) {
        if (part === 'text') editor?.tiptap.commands.focus();
        else if (part === 'outline') {
          if (isNarrow) setDrawer('outline');
          else if (!preferences.outline) change({ outline: true });
          focusSoon(
            '#outline [role="treeitem"][tabindex="0"], [role="dialog"] [role="treeitem"][tabindex="0"]',
          );
        } else {
          if (isNarrow) setDrawer('panel');
          else if (!preferences.panel) change({ panel: true });
          focusSoon('#panel button, #panel a');
        }
      },
    };
  }, [
    isNarrow,
    change,
    preferences.outline,
    preferences.panel,
    palette,
    editor,
    search,
    searching,
    onProjectHere,
    words,
  ]);
  const commands = useCommands(frame, moves);
  const refused = useRefusedText(
    room,
    roomState,
    phase,
    useCallback(() => notifications.show({ message: words.status.notTaken.reread }), [words]),
  );
  useShortcuts(commands, refused !== null);
  useMenuCommands(shellOf(window), commands);
  useToldChanges({ state, pending: roomState.pending, phase, peers, announce });

  const copyOwn = useCallback(() => {
    const text = editor?.document().textBetween(0, editor.document().content.size, '\n\n') ?? '';
    void copyText(text).then((copied) =>
      notifications.show({ message: copied ? words.frame.copied : words.frame.copyFailed }),
    );
  }, [editor, words]);

  const run = (id: 'view.zoomIn' | 'view.zoomOut' | 'view.zoomReset') => () =>
    commands.find((command) => command.id === id)?.run();
  const outlineShown = isNarrow ? drawer === 'outline' : preferences.outline;
  const panelShown = isNarrow ? drawer === 'panel' : preferences.panel;
  const closeView = useCallback(() => setView(null), []);

  return (
    <FrameProvider value={frame}>
      <CommandProvider value={commands}>
        <div className={classes['frame']}>
          <a
            className={classes['skip']}
            href="#text"
            onClick={(event) => {
              event.preventDefault();
              moves.focus('text');
            }}
          >
            {words.frame.skipToText}
          </a>
          <TopBar outlineShown={outlineShown} panelShown={panelShown} isWide={isWide} />
          <div>
            <Banners
              state={state}
              room={roomState}
              mayWrite={mayWrite}
              isLocked={!mayWrite && mayWriteOpen}
              onCopyOwn={copyOwn}
            />
          </div>
          <FrameLayout
            isNarrow={isNarrow}
            outline={{
              isShown: outlineShown,
              onClose: isNarrow ? () => setDrawer(null) : moves.toggleOutline,
              content: (
                <Outline
                  lines={lines}
                  profile={profile}
                  current={selected}
                  peers={peers}
                  mayWrite={frame.mayWrite}
                  actions={actions}
                  announce={announce}
                  add={<AddMenu onAdd={() => setDrawer(null)} />}
                />
              ),
            }}
            panel={{
              isShown: panelShown,
              onClose: isNarrow ? () => setDrawer(null) : moves.togglePanel,
              content: <GoalPanel />,
            }}
            beside={view !== null && isBeside(view) ? <BesideView view={view} onClose={closeView} /> : null}
          >
            <TextToolbar />
            {searching !== null && search !== null && editor !== null && (
              <SearchBar
                key={searching.initial}
                search={search}
                initial={searching.initial}
                withReplace={searching.withReplace}
                mayWrite={frame.mayWrite}
                announce={announce}
                onReplace={(withReplace) => setSearching({ ...searching, withReplace })}
                onClose={() => {
                  setSearching(null);
                  editor.tiptap.commands.focus();
                }}
              />
            )}
            <TextPane isLoaded={roomState.loaded} onElement={setElement}>
              <StartHint />
            </TextPane>
          </FrameLayout>
          <StatusLine
            state={state}
            room={roomState}
            phase={phase}
            institution={institution}
            zoom={{ up: run('view.zoomIn'), down: run('view.zoomOut'), reset: run('view.zoomReset') }}
          />
        </div>
        {region}
        <Palette store={paletteStore} commands={commands} lines={lines} onGoTo={(id) => goTo(id, true)} />
        {view !== null && !isBeside(view) && <View view={view} onClose={closeView} />}
        {moving !== null && (
          <MoveDialog
            line={moving}
            lines={lines}
            profile={profile}
            onMove={(target) => {
              if (!actions.move(moving, target)) announce(words.outline.notMovable);
            }}
            onClose={() => setMoving(null)}
          />
        )}
        {refused !== null && <NotTakenDialog {...refused} />}
        <NameQuestion />
      </CommandProvider>
    </FrameProvider>
  );
}

interface Searching {
  readonly initial: string;
  readonly withReplace: boolean;
}

/** What is selected in the text, if it is short enough to be looked for. */
function selectedWords({ tiptap }: LeitbildEditor): string {
  const { from, to } = tiptap.state.selection;
  const words = tiptap.state.doc.textBetween(from, to, '\n');
  return words.includes('\n') || words.length > 120 ? '' : words;
}

/** Puts the keyboard where something is about to appear. */
function focusSoon(selector: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus()),
  );
}
