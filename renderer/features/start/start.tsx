import { Loader, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DeskState, OpenedWorkspace } from '../../../shared/api/desk-contract.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import type { Result } from '../../../shared/errors/result.ts';
import { createDeskSession } from '../../client/desk-session.ts';
import type { Place } from '../../client/place.ts';
import { useWords } from '../../client/use-words.ts';
import { Message } from '../../ui/message.tsx';
import { DropTarget } from './drop-target.tsx';
import { kindOfFile, nameOfPath, openableEndings } from './file-names.ts';
import { FolderChooser } from './folder-chooser.tsx';
import { JoinDialog } from './join-dialog.tsx';
import { LookChoice } from './look-choice.tsx';
import { NewDialog } from './new-dialog.tsx';
import { readAnswerFile } from './read-answer-file.ts';
import { RecentFiles } from './recent-files.tsx';
import { StartActions } from './start-actions.tsx';
import { StartNotice, type Notice } from './start-notice.tsx';
import { useDeskCommands } from './use-desk-commands.ts';
import classes from './start.module.css';

type Dialog =
  | { readonly kind: 'new'; readonly document: File | null }
  | { readonly kind: 'join'; readonly link: string }
  | { readonly kind: 'open' };

/** The start screen: begin a Leitbild, go on with one, or take part in one. */
export function Start({ place }: { readonly place: Extract<Place, { kind: 'desk' }> }) {
  const words = useWords();
  const { start } = words;
  const session = useMemo(() => createDeskSession(place, window), [place]);
  const [state, setState] = useState<DeskState | null>(null);
  const [gone, setGone] = useState<AppError | null>(null);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [busy, setBusy] = useState(false);
  const alert = useRef<HTMLDivElement>(null);

  const take = useCallback((answered: Result<DeskState>) => {
    setGone(answered.ok ? null : answered.error);
    if (answered.ok) setState(answered.value);
  }, []);
  const read = useCallback(
    () => session.desk('desk.state', {}).then((answered) => take(answered)),
    [session, take],
  );
  const close = useCallback(() => setDialog(null), []);
  const tell = useCallback((text: string, title: string, more: Partial<Notice> = {}) => {
    setNotice({ title, text, isFault: true, actions: [], ...more });
    // After it is painted: whoever uses the keyboard is taken to what went wrong.
    requestAnimationFrame(() => alert.current?.focus());
  }, []);

  const enter = useCallback(
    async (
      ask: () => Promise<Result<OpenedWorkspace>>,
      /** What can be done about a fault, where there is more to it than to be told. */
      onFault?: (error: AppError) => Notice | null,
    ) => {
      setBusy(true);
      setNotice(null);
      const opened = await ask();
      if (opened.ok) {
        await session.show(opened.value);
        return;
      }
      setBusy(false);
      setDialog(null);
      const choice = onFault?.(opened.error) ?? null;
      if (choice !== null) tell(choice.text, choice.title, choice);
      else tell(words.describe(opened.error), start.notOpened);
      void read();
    },
    [session, words, start, tell, read],
  );
  const open = useCallback(
    (path: string) =>
      enter(
        () => session.desk('desk.open', { path }),
        (error) => {
          if (error.code !== 'workspace-exists') return null;
          const there = error.details.path;
          return {
            ...{ title: start.packageExistsTitle, isFault: false },
            text: start.packageExists(nameOfPath(path), nameOfPath(there)),
            actions: [
              {
                label: start.openThere,
                run: () => void enter(() => session.desk('desk.open', { path: there })),
              },
              {
                label: start.openAnew,
                run: () => void enter(() => session.desk('desk.open', { path, anew: true })),
              },
            ],
          };
        },
      ),
    [enter, session, start],
  );
  const takeAnswer = useCallback(
    async (file: File) => {
      setNotice(null);
      const leitbild = await readAnswerFile(file);
      const found = leitbild.ok
        ? await session.desk('desk.findLeitbild', { leitbild: leitbild.value })
        : leitbild;
      if (!found.ok) {
        tell(words.describe(found.error), start.dropUnknownTitle);
        return;
      }
      const path = found.value;
      tell(start.answer(file.name, path === null ? null : nameOfPath(path)), start.answerTitle, {
        isFault: false,
        actions: path === null ? [] : [{ label: start.openLeitbild, run: () => void open(path) }],
      });
    },
    [session, words, start, tell, open],
  );
  const chooseFile = useCallback(async () => {
    if (session.shell === null) {
      setDialog({ kind: 'open' });
      return;
    }
    const path = await session.shell.openDialog({
      title: start.openTitle,
      filters: [{ name: start.fileKind, extensions: openableEndings.map((ending) => ending.slice(1)) }],
    });
    if (path !== null) await open(path);
  }, [session, start, open]);

  const takeDropped = useCallback(
    (files: readonly File[]) => {
      const [file, ...more] = files;
      if (file === undefined) return;
      if (more.length > 0) tell(start.dropMany, start.dropManyTitle);
      else if (kindOfFile(file.name) === 'document') setDialog({ kind: 'new', document: file });
      else if (kindOfFile(file.name) === 'answer') void takeAnswer(file);
      else if (kindOfFile(file.name) === 'unknown')
        tell(start.dropUnknown(file.name), start.dropUnknownTitle);
      else {
        const path = session.shell?.pathOfFile(file) ?? '';
        if (path === '') tell(start.dropInBrowser(file.name), start.dropInBrowserTitle);
        else void open(path);
      }
    },
    [session, start, tell, open, takeAnswer],
  );

  const created = async (workspace: OpenedWorkspace, document: File | null): Promise<void> => {
    setBusy(true);
    setDialog(null);
    const handed = document === null ? null : await session.handOver(workspace, document);
    if (handed === null || handed.ok) {
      await session.show(workspace, handed?.value ?? null);
      return;
    }
    setBusy(false);
    tell(words.describe(handed.error), start.notOpened);
    void read();
  };

  useDeskCommands(session.shell, {
    'file.new': () => setDialog({ kind: 'new', document: null }),
    'file.open': () => void chooseFile(),
    'file.join': () => setDialog({ kind: 'join', link: '' }),
  });

  const acted = useRef(false);
  useEffect(() => {
    // The window may have borne the name of a file; the program also learns by it that the page runs.
    void session.shell?.setTitle(document.title, null);
  }, [session]);
  useEffect(() => {
    void session.desk('desk.state', {}).then((answered) => {
      take(answered);
      const { intent } = place;
      if (intent === null || acted.current) return;
      acted.current = true;
      if (intent.kind === 'open') void open(intent.path);
      else if (intent.kind === 'join') setDialog({ kind: 'join', link: intent.link });
      else setDialog({ kind: 'new', document: null });
    });
    // A file may have come, gone or been closed while another window was in front.
    const refresh = (): void => void read();
    window.addEventListener('focus', refresh);
    return () => window.removeEventListener('focus', refresh);
  }, [session, place, take, read, open]);

  if (gone !== null && state === null) {
    return (
      <Message title={start.deskGone} action={{ label: start.tryAgain, run: () => void read() }}>
        {words.describe(gone)}
      </Message>
    );
  }
  return (
    <div className={classes['page']}>
      <section className={classes['cover']} aria-label={start.name}>
        <div>
          <p className={classes['name']}>{start.name}</p>
          <p className={classes['lead']}>{start.lead}</p>
        </div>
        <div className={classes['coverFoot']}>
          <p>{start.local}</p>
          {state !== null && <p>{start.version(state.version)}</p>}
        </div>
      </section>
      <main className={classes['main']} aria-busy={busy}>
        <div className={classes['mainHead']}>
          <Title order={1} size="h2">
            {start.begin}
          </Title>
          <LookChoice />
        </div>
        {notice !== null && (
          <StartNotice ref={alert} {...notice} disabled={busy} onClose={() => setNotice(null)} />
        )}
        <StartActions
          disabled={busy || state === null}
          onSample={() => void enter(() => session.desk('desk.sample', {}))}
          onNew={() => setDialog({ kind: 'new', document: null })}
          onImport={(document) => setDialog({ kind: 'new', document })}
          onOpen={() => void chooseFile()}
          onJoin={() => setDialog({ kind: 'join', link: '' })}
        />
        <Title order={2} size="h4" className={classes['recentTitle'] ?? ''}>
          {start.recent}
        </Title>
        {state === null ? (
          <Loader role="status" aria-label={start.reading} />
        ) : (
          <RecentFiles
            files={state.recent}
            disabled={busy}
            onOpen={({ path }) => void open(path)}
            onForget={({ path, name }) =>
              void session.desk('desk.forget', { path }).then((forgotten) => {
                if (forgotten.ok) notifications.show({ message: start.forgotten(name) });
                else tell(words.describe(forgotten.error), start.notOpened);
                return read();
              })
            }
          />
        )}
        <Text role="status" className={classes['status'] ?? ''}>
          {busy ? start.busy : ''}
        </Text>
      </main>
      <DropTarget label={start.drop} onDrop={takeDropped} />
      {state !== null && dialog?.kind === 'new' && (
        <NewDialog
          session={session}
          state={state}
          document={dialog.document}
          onClose={close}
          onCreated={(workspace) => void created(workspace, dialog.document)}
        />
      )}
      {state !== null && dialog?.kind === 'join' && (
        <JoinDialog
          session={session}
          state={state}
          link={dialog.link}
          onClose={close}
          onJoined={(workspace) => void session.show(workspace)}
        />
      )}
      {dialog?.kind === 'open' && (
        <FolderChooser
          desk={session.desk}
          choose="file"
          folder={null}
          onClose={close}
          onChoose={(path) => void open(path)}
        />
      )}
    </div>
  );
}
