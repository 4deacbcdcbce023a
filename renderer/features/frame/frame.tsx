import { notifications } from '@mantine/notifications';
import { createSpotlight } from '@mantine/spotlight';
import { useCallback, useState } from 'react';
import { useMediaQuery } from '@mantine/hooks';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { useRoom, useRoomValue, useSession } from '../../client/session-context.tsx';
import { shellOf } from '../../client/shell.ts';
import { useMayWrite, usePhase } from '../../client/use-phase.ts';
import { useWords } from '../../client/use-words.ts';
import { AwaitingBanner } from '../contributions/awaiting-banner.tsx';
import { Participation } from '../contributions/participation.tsx';
import { GoalPanel } from '../goal-panel/goal-panel.tsx';
import { MoveDialog } from '../outline/move-dialog.tsx';
import type { OutlineLine } from '../outline/outline-lines.ts';
import { Outline } from '../outline/outline.tsx';
import { CommandProvider } from '../palette/command-context.tsx';
import { Palette } from '../palette/palette.tsx';
import { useCommands } from '../palette/use-commands.ts';
import { useMenuCommands } from '../palette/use-menu-commands.ts';
import { useShortcuts } from '../palette/use-shortcuts.ts';
import { SearchBar } from '../search/search-bar.tsx';
import { Banners } from '../status/banners.tsx';
import { NotTakenDialog } from '../status/not-taken-dialog.tsx';
import { SaveWatch } from '../status/save-watch.tsx';
import { StatusLine } from '../status/status-line.tsx';
import { useRefusedText } from '../status/use-refused-text.ts';
import { useStorageFailed } from '../status/use-storage-failed.ts';
import { useMovedNotice } from '../sharing/use-moved-notice.ts';
import { AddMenu } from '../writing/add-menu.tsx';
import { StartHint } from '../writing/start-hint.tsx';
import { createWeighingSource, WeighingSourceProvider } from '../weighing/weighing-source.ts';
import { TextToolbar } from '../writing/text-toolbar.tsx';
import { useVainKeys } from '../writing/use-vain-keys.ts';
import { FrameProvider } from './frame-context.tsx';
import { FrameLayout } from './frame-layout.tsx';
import classes from './frame.module.css';
import { NameQuestion } from './name-question.tsx';
import { TextPane } from './text-pane.tsx';
import { TopBar } from './top-bar.tsx';
import { useAnnouncer } from './use-announcer.tsx';
import { useAreas } from './use-areas.ts';
import { useEditorNotices } from './use-editor-notices.ts';
import { useFrameAccess } from './use-frame-access.ts';
import { useFrameMoves } from './use-frame-moves.ts';
import { useLeitbildEditor } from './use-leitbild-editor.ts';
import { useLines } from './use-lines.ts';
import { placeCaret, useOutlineActions } from './use-outline-actions.tsx';
import { useOwnInstitution, usePresence, useProjected } from './use-presence.ts';
import { useSamePlace } from './use-same-place.ts';
import { useSelectedLine } from './use-selected-line.ts';
import { useTextSearch } from './use-text-search.ts';
import { useWindowTitle } from './use-window-title.ts';
import { BesideView, isBeside, View, type ViewId } from './views.tsx';

/** Outline, text and panel of a workspace, with everything that opens over them. */
export function Frame({ onProjectHere }: { readonly onProjectHere: () => void }) {
  const { profile, place, api } = useSession();
  const [weighing] = useState(() => createWeighingSource(api));
  const words = useWords();
  const room = useRoom('text');
  // Not all of how the room stands: that changes with every letter, and the frame is drawn anew with all in it.
  const connection = useRoomValue(room, (now) => now.connection);
  const reason = useRoomValue(room, (now) => now.reason);
  const loaded = useRoomValue(room, (now) => now.loaded);
  const phase = usePhase();
  const isAllowed = useMayWrite(phase);
  const isAllowedOpen = useMayWrite({ ...phase, text: 'open' });
  const mayWrite = isAllowed && connection !== 'refused';
  const storageFailed = useStorageFailed();
  const areas = useAreas();
  const { uncover } = areas;
  const isWide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const { announce, region } = useAnnouncer();
  useWindowTitle(room.doc);

  const [element, setElement] = useState<HTMLElement | null>(null);
  const opened = useLeitbildEditor(element, room, loaded, mayWrite);
  const editor = opened?.editor ?? null;
  useEditorNotices(editor);
  useMovedNotice();
  useVainKeys(editor, isAllowed ? null : isAllowedOpen ? 'locked' : 'reads');
  const lines = useLines(editor);
  const selected = useSelectedLine(editor);
  useSamePlace(editor, selected);
  const projected = useProjected(room);
  const peers = usePresence(room, selected, editor);
  const institution = useOwnInstitution();

  const [view, setView] = useState<ViewId | null>(place.intent?.kind ?? null);
  const closeView = useCallback(() => setView(null), []);
  const [moving, setMoving] = useState<OutlineLine | null>(null);
  const [[paletteStore, palette]] = useState(() => createSpotlight());
  const search = useTextSearch(editor);

  const goTo = useCallback(
    (id: NodeId, focus: boolean) => {
      uncover();
      if (editor === null) return;
      // The caret comes along, so that the panel tells of what was chosen; the keyboard only where asked for.
      if (!focus) placeCaret(editor, id);
      editor.scrollTo(id, focus);
    },
    [editor, uncover],
  );
  const writeAt = useCallback((id: NodeId) => goTo(id, true), [goTo]);
  const frame = useFrameAccess(
    {
      ...{ room, editor, lines, selected, peers, phase, mayWrite, projected, goTo, announce },
      ...{ text: opened?.text ?? null, open: setView },
    },
    onProjectHere,
  );
  const actions = useOutlineActions(frame, setMoving);
  const moves = useFrameMoves({ editor, areas, search, openPalette: palette.open, onProjectHere });
  const commands = useCommands(frame, moves);
  const refused = useRefusedText(
    room,
    { connection, reason, loaded },
    phase,
    useCallback(() => notifications.show({ message: words.status.notTaken.reread }), [words]),
  );
  useShortcuts(commands, refused !== null);
  useMenuCommands(shellOf(window), commands);

  return (
    <FrameProvider value={frame}>
      <WeighingSourceProvider value={weighing}>
        <CommandProvider value={commands}>
          <Participation>
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
              <TopBar outlineShown={areas.outline} panelShown={areas.panel} isWide={isWide} />
              <div>
                <Banners
                  room={room}
                  storageFailed={storageFailed}
                  mayWrite={isAllowed}
                  isLocked={!isAllowed && isAllowedOpen}
                />
                <AwaitingBanner />
              </div>
              <FrameLayout
                isNarrow={areas.isNarrow}
                outline={{
                  isShown: areas.outline,
                  onClose: () => areas.hide('outline'),
                  content: (
                    <Outline
                      lines={lines}
                      profile={profile}
                      current={selected}
                      peers={peers}
                      mayWrite={mayWrite}
                      actions={actions}
                      announce={announce}
                      add={<AddMenu onAdd={uncover} />}
                    />
                  ),
                }}
                panel={{
                  isShown: areas.panel,
                  onClose: () => areas.hide('panel'),
                  content: <GoalPanel />,
                }}
                beside={
                  view !== null && isBeside(view) ? <BesideView view={view} onClose={closeView} /> : null
                }
              >
                <TextToolbar />
                {search.bar !== null && (
                  <SearchBar
                    key={search.bar.initial}
                    {...search.bar}
                    mayWrite={mayWrite}
                    announce={announce}
                  />
                )}
                <TextPane isLoaded={loaded} onElement={setElement}>
                  <StartHint />
                </TextPane>
              </FrameLayout>
              <StatusLine room={room} storageFailed={storageFailed} phase={phase} institution={institution} />
            </div>
            {region}
            <SaveWatch {...{ room, storageFailed, phase, peers, announce }} />
            <Palette store={paletteStore} commands={commands} lines={lines} onGoTo={writeAt} />
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
          </Participation>
        </CommandProvider>
      </WeighingSourceProvider>
    </FrameProvider>
  );
}
