import { Alert, Button, Group, Text, Title } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { NodeId } from '../../shared/ids/ids.ts';
import { ok, type Result } from '../../shared/errors/result.ts';
import { answerOf } from '../../shared/packages/answer-records.ts';
import { sealAnswer, type OpenedRound } from '../../shared/packages/open-package.ts';
import { ANSWER_ENDING, packageFileName } from '../../shared/packages/package-files.ts';
import { useWords } from '../client/use-words.ts';
import { ContributionSection } from '../features/contributions/contribution-section.tsx';
import {
  ContributionsProvider,
  type ContributionsAccess,
} from '../features/contributions/contributions-access.tsx';
import { AnswerDialog } from '../features/packages/answer-dialog.tsx';
import { OwnContributionsView } from '../features/contributions/own-contributions-view.tsx';
import { textPlaces } from '../features/contributions/text-places.ts';
import { TextPane } from '../features/frame/text-pane.tsx';
import { useLines } from '../features/frame/use-lines.ts';
import { useSelectedLine } from '../features/frame/use-selected-line.ts';
import { nameOf } from '../features/outline/outline-lines.ts';
import { shortDay } from '../ui/format-values.ts';
import classes from './offline.module.css';
import { PageOutline } from './page-outline.tsx';
import { saveAs } from './save-as.ts';
import { useBaseText } from './use-base-text.ts';
import { useOfflineWork } from './use-offline-work.ts';
import { WorkMenu } from './work-menu.tsx';

/** A round without a network: its text, what the institution writes beside it, and the answer that goes back. */
export function RoundPage({ opened }: { readonly opened: OpenedRound }) {
  const words = useWords();
  const { offline, language } = words;
  const { inside, hash } = opened;
  const { round, base, institution } = inside;
  const { doc, kept } = useOfflineWork(opened);
  const [element, setElement] = useState<HTMLElement | null>(null);
  const editor = useBaseText(element, inside);
  const lines = useLines(editor);
  const selected = useSelectedLine(editor);
  const [dialog, setDialog] = useState<'all' | 'answer' | null>(null);
  const show = useCallback((node: NodeId) => editor?.scrollTo(node, true), [editor]);
  const access = useMemo(
    (): ContributionsAccess => ({
      doc,
      ...{
        institution: institution.id,
        author: inside.author,
        round,
        takes: inside.takes,
        byFile: true,
        absence: null,
        // The page shows no other.
        base: null,
      },
      decisions: inside.decisions,
      ...textPlaces(editor, lines, show, words),
    }),
    [doc, institution, inside, round, editor, lines, show, words],
  );
  useEffect(() => {
    document.title = offline.documentTitle(round.name, institution.name);
  }, [offline, round, institution]);
  const saveAnswer = (): Promise<Result<string>> => {
    const name = packageFileName(round.name, institution.name, ANSWER_ENDING);
    saveAs(sealAnswer(answerOf(opened, doc, access.now()), inside.key), name);
    return Promise.resolve(ok(name));
  };
  const line = lines.find(({ id }) => id === selected);
  const isLate = round.closesAt !== null && round.closesAt < access.now();
  return (
    <ContributionsProvider value={access}>
      <div className={classes['frame']}>
        <header className={classes['bar']}>
          <div className={classes['heading']}>
            <Title order={1} size="h4">
              {base.title}
            </Title>
            <Text size="sm" c="dimmed">
              {offline.round(round.name, institution.name)}
              {round.closesAt !== null && ` · ${offline.until(shortDay(round.closesAt, language))}`}
            </Text>
          </div>
          <Group gap="xs">
            <WorkMenu doc={doc} hash={hash} inside={inside} />
            <Button variant="default" onClick={() => setDialog('all')}>
              {offline.all}
            </Button>
            <Button onClick={() => setDialog('answer')}>{offline.answer}</Button>
          </Group>
        </header>
        {(isLate || inside.takes === 'answers' || kept === 'not-kept') && (
          <div className={classes['notes']} role="status">
            {isLate && <Alert color="yellow">{offline.late}</Alert>}
            {inside.takes === 'answers' && <Alert>{offline.answersOnly}</Alert>}
            {kept === 'not-kept' && <Alert color="red">{offline.notKept}</Alert>}
          </div>
        )}
        <div className={classes['areas']}>
          <PageOutline lines={lines} selected={selected} onChoose={show} />
          <main className={classes['text']} aria-label={offline.text}>
            <TextPane isLoaded onElement={setElement} />
          </main>
          <aside className={classes['panel']} aria-label={offline.panel}>
            {line === undefined ? (
              <Text>{offline.choose}</Text>
            ) : (
              <>
                <Title order={2} size="h5" mb="sm">
                  {nameOf(line)}
                </Title>
                <ContributionSection
                  access={access}
                  node={line.id}
                  name={nameOf(line)}
                  isGoal={line.type === 'goal'}
                />
              </>
            )}
          </aside>
        </div>
        <footer className={classes['foot']}>
          <Text size="xs" c="dimmed">
            {kept === 'kept' ? `${offline.kept} ${offline.nothingSent}` : offline.nothingSent}
          </Text>
        </footer>
      </div>
      {dialog === 'all' && <OwnContributionsView onClose={() => setDialog(null)} />}
      {dialog === 'answer' && (
        <AnswerDialog access={access} onSave={saveAnswer} onClose={() => setDialog(null)} />
      )}
    </ContributionsProvider>
  );
}
