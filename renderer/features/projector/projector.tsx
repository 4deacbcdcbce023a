import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowRight,
  IconContrast,
  IconMaximize,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { readDocument } from '../../../shared/rooms/text-room.ts';
import type { LeitbildNode } from '../../../shared/schema/document.ts';
import { createLiveText, type NumberedText } from '../../client/live-text.ts';
import { usePreferences } from '../../client/preferences-context.tsx';
import { project, setPresence } from '../../client/presence.ts';
import { useRoom, useRoomState, useSession } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { PrintedText } from '../../ui/printed-text.tsx';
import { useProjected } from '../frame/use-presence.ts';
import { nameInPath, pathToNode, stepFrom } from './projected-node.ts';
import classes from './projector.module.css';
import { useFittedSize } from './use-fitted-size.ts';

/** What is written shows on the screen at this pace, in milliseconds. */
const EVERY = 80;
const sizes = [22, 220] as const;
/** The controls go when nobody has moved for so many milliseconds. */
const IDLE = 3_000;

/** One goal or part in very large letters, for everybody in the room: it follows the moderator, live. */
export function Projector({ onClose }: { readonly onClose: () => void }) {
  const { projector: words, goalPanel } = useWords();
  const { overview } = useSession();
  const { preferences, change } = usePreferences();
  const room = useRoom('text');
  const state = useRoomState(room);
  const projected = useProjected(room);
  const text = useProjectedText();
  const steers = overview.role === 'moderator';
  const path = useMemo(
    () => (text === null || projected === null ? [] : pathToNode(text.document, projected)),
    [text, projected],
  );
  const node = path.at(-1) ?? null;
  const isDark = preferences.projector === 'dark';

  const step = useCallback(
    (by: 1 | -1) => {
      if (text === null || !steers) return;
      const next = stepFrom(text.document, projected, by);
      if (next !== null) project(room.awareness, next);
    },
    [text, steers, projected, room],
  );
  const toggleDark = useCallback(() => change({ projector: isDark ? 'light' : 'dark' }), [change, isDark]);
  useEffect(() => {
    const keys: Readonly<Record<string, () => void>> = {
      ArrowRight: () => step(1),
      PageDown: () => step(1),
      ' ': () => step(1),
      ArrowLeft: () => step(-1),
      PageUp: () => step(-1),
      d: toggleDark,
      f: fullScreen,
      Escape: () => leave(onClose),
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLButtonElement && (event.key === ' ' || event.key === 'Enter')) return;
      const run = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [step, toggleDark, onClose]);
  useEffect(() => {
    setPresence(room.awareness, 'isProjector', true);
    return () => setPresence(room.awareness, 'isProjector', false);
  }, [room]);
  useEffect(() => {
    document.title = words.title;
  }, [words.title]);

  return (
    <main className={classes['projector']} data-dark={isDark || undefined} aria-label={words.title}>
      {node === null || text === null ? (
        <div className={classes['waiting']}>
          <h1>{projected === null ? words.waiting : words.gone}</h1>
          {projected === null && <p>{words.waitingHint}</p>}
        </div>
      ) : (
        <Shown text={text} node={node} path={path.slice(0, -1)} missingReference={goalPanel.missing} />
      )}
      {state.connection === 'offline' && <p className={classes['offline']}>{words.offline}</p>}
      <Controls label={words.controls}>
        {steers && (
          <>
            <Control label={words.previous} icon={IconArrowLeft} run={() => step(-1)} />
            <Control label={words.next} icon={IconArrowRight} run={() => step(1)} />
          </>
        )}
        <Control label={isDark ? words.light : words.dark} icon={IconContrast} run={toggleDark} />
        <Control label={words.fullScreen} icon={IconMaximize} run={fullScreen} />
        <Control label={words.close} icon={IconX} run={() => leave(onClose)} />
      </Controls>
    </main>
  );
}

interface ShownProps {
  readonly text: NumberedText;
  readonly node: LeitbildNode;
  /** What it stands in, outermost first. */
  readonly path: readonly LeitbildNode[];
  readonly missingReference: string;
}

function Shown({ text, node, path, missingReference }: ShownProps) {
  const { box, inner } = useFittedSize(node, sizes);
  const above = path.map((one) => nameInPath(one, text)).filter((name) => name !== '');
  const [kind, number] = [
    'attrs' in node && 'id' in node.attrs ? text.references.labelOf(node.attrs.id) : '',
    'attrs' in node && 'id' in node.attrs ? (text.numbering.get(node.attrs.id)?.full ?? '') : '',
  ];
  return (
    <>
      <header className={classes['head']}>
        <p className={classes['path']}>{above.join('  ›  ')}</p>
        <h1 className={classes['name']}>{[kind, number].filter((part) => part !== '').join(' ')}</h1>
      </header>
      <div className={classes['box']} ref={box}>
        <div ref={inner} className={classes['words']} data-goal={node.type === 'goal' || undefined}>
          <PrintedText text={text} node={node} missingReference={missingReference} />
        </div>
      </div>
    </>
  );
}

/** The draft of the room, read while it is written. */
function useProjectedText(): NumberedText | null {
  const { profile } = useSession();
  const room = useRoom('text');
  const { loaded } = useRoomState(room);
  const live = useMemo(
    () =>
      createLiveText(
        {
          read: () => {
            const read = readDocument(room.doc);
            return read.ok ? read.value : null;
          },
          onChange(listener) {
            room.doc.on('update', listener);
            return () => room.doc.off('update', listener);
          },
        },
        profile,
        { every: EVERY },
      ),
    [room, profile],
  );
  useEffect(() => () => live.close(), [live]);
  const text = useSyncExternalStore(live.subscribe, () => live.current);
  return loaded ? text : null;
}

/** Buttons at the lower edge; they go while nobody moves, and come with the pointer or the keyboard. */
function Controls({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    let timer = setTimeout(() => setIdle(true), IDLE);
    const wake = (): void => {
      clearTimeout(timer);
      setIdle(false);
      timer = setTimeout(() => setIdle(true), IDLE);
    };
    window.addEventListener('pointermove', wake);
    window.addEventListener('keydown', wake);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', wake);
      window.removeEventListener('keydown', wake);
    };
  }, []);
  return (
    <div className={classes['controls']} role="toolbar" aria-label={label} data-idle={isIdle || undefined}>
      {children}
    </div>
  );
}

function Control({
  label,
  icon: Sign,
  run,
}: {
  readonly label: string;
  readonly icon: Icon;
  readonly run: () => void;
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="transparent"
        className={classes['control'] ?? ''}
        size="xl"
        aria-label={label}
        onClick={run}
      >
        <Sign size={24} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}

function fullScreen(): void {
  if (document.fullscreenElement === null) void document.documentElement.requestFullscreen();
  else void document.exitFullscreen();
}

/** A window that was opened for the projector closes; in the moderator's own the text comes back. */
function leave(onClose: () => void): void {
  if (window.opener !== null) window.close();
  else onClose();
}
