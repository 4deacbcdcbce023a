import { Alert, Button, Group, Progress, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { AppError } from '../../../shared/errors/errors.ts';
import type { NodeId } from '../../../shared/ids/ids.ts';
import type { BlockChange, ImportView } from '../../../shared/import/import-view.ts';
import type { JobProgress } from '../../client/jobs.ts';
import { numberedText, type NumberedText } from '../../client/live-text.ts';
import { useSession } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { withChanges } from './change-list.ts';
import { DocumentButton } from './document-button.tsx';
import { goallessPartOf } from './goalless-parts.ts';
import { ImportSummary } from './import-summary.tsx';
import { changeTo, choiceOf, kindChoices, type KindChoice } from './kind-choices.ts';
import { KindShelf } from './kind-shelf.tsx';
import { presentChanges } from './present-changes.ts';
import { ReplaceDialog } from './replace-dialog.tsx';
import { rowPairs } from './row-pairs.ts';
import { nothingSelected, selectOne, type Selection } from './selection.ts';
import { SourcePane } from './source-pane.tsx';
import { StructurePane } from './structure-pane.tsx';
import { pairBlocks, structureRows } from './structure-rows.ts';
import { usePairedScroll } from './use-paired-scroll.ts';
import classes from './import.module.css';

export interface ImportPreviewProps {
  readonly view: ImportView;
  readonly work: 'replan' | 'apply' | null;
  readonly progress: JobProgress | null;
  readonly failure: AppError | null;
  /** The text that is there; null until it is. */
  readonly present: NumberedText | null;
  readonly onChanges: (changes: readonly BlockChange[]) => void;
  readonly onApply: (replaceGoals: boolean) => void;
  readonly onCancelWork: () => void;
  /** Reads another document in the place of this one. */
  readonly onChoose: (file: File) => void;
}

/** Source left, structure right, and what a block can be between them. */
export function ImportPreview(props: ImportPreviewProps) {
  const { view, work, progress, failure, present, onChanges, onApply, onCancelWork, onChoose } = props;
  const words = useWords();
  const { import: say } = words;
  const { profile } = useSession();
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const [history, setHistory] = useState<readonly (readonly BlockChange[])[]>([]);
  const [asking, setAsking] = useState(false);
  const [told, setTold] = useState('');
  const shelf = useRef<HTMLDivElement>(null);

  const text = useMemo(() => numberedText(view.document, profile), [view.document, profile]);
  const rows = useMemo(() => structureRows(text), [text]);
  const pairing = useMemo(() => pairBlocks(view.blocks, rows, view.document), [view, rows]);
  const pairs = useMemo(() => rowPairs(view.blocks, rows, pairing), [view.blocks, rows, pairing]);
  const scroll = usePairedScroll(pairs);
  const { source, structure, showBlock, showRow } = scroll;
  const groups = useMemo(() => kindChoices(profile, say), [profile, say]);
  const changes = useMemo(
    () => (present === null ? null : presentChanges(present.document, view.document)),
    [present, view.document],
  );
  const active = view.blocks.find(({ block }) => block === selection.active);
  const selectedRows = useMemo(() => {
    const found = new Set<NodeId>();
    for (const block of selection.blocks) {
      const row = pairing.rowOf.get(block) ?? null;
      if (row !== null) found.add(row);
    }
    return found;
  }, [selection, pairing]);

  const change = (choice: KindChoice, blocks: ReadonlySet<string>): void => {
    if (blocks.size === 0 || work !== null) return;
    const part = goallessPartOf(view, blocks, choice.kind);
    if (part !== null) {
      setTold(say.noGoalsIn(profile.labels[part]));
      return;
    }
    setHistory([...history, view.changes]);
    setTold(say.replanned(choice.label));
    onChanges(
      withChanges(
        view.changes,
        [...blocks].map((block) => changeTo(block, choice)),
      ),
    );
  };
  const takeBack = (): void => {
    const last = history.at(-1);
    if (last === undefined) return;
    setHistory(history.slice(0, -1));
    onChanges(last);
  };
  const select = useCallback(
    (next: Selection) => {
      setSelection(next);
      if (next.active !== null) showBlock(next.active);
    },
    [showBlock],
  );
  const pickRow = useCallback(
    (row: NodeId) => {
      const [first] = pairing.blocksOf.get(row) ?? [];
      if (first === undefined) return;
      setSelection(selectOne(first));
      showRow(row);
    },
    [pairing, showRow],
  );
  const showLine = useCallback(
    (line: number) => {
      const found = view.blocks.findLast((block) => block.line <= line) ?? view.blocks[0];
      if (found !== undefined) select(selectOne(found.block));
    },
    [view.blocks, select],
  );
  const needsAsking = changes?.hasText === true && !changes.isSame;

  return (
    <div className={classes['preview']}>
      <ImportSummary view={view} changes={changes} profile={profile} onShowLine={showLine} />
      {failure !== null && (
        <Alert
          color="red"
          variant="light"
          role="alert"
          title={say.notApplied}
          className={classes['banner'] ?? ''}
        >
          {words.describe(failure)}
        </Alert>
      )}
      <div className={classes['panes']} aria-busy={work !== null}>
        <SourcePane
          ref={source}
          {...{ view, profile, selection, scroll }}
          onSelect={select}
          onChooseKind={() => shelf.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()}
        />
        <KindShelf
          ref={shelf}
          groups={groups}
          current={active === undefined ? undefined : choiceOf(active, groups)}
          count={selection.blocks.size}
          disabled={work !== null}
          onChoose={(choice) => {
            change(choice, selection.blocks);
            source.current?.element?.querySelector<HTMLElement>('[data-items]')?.focus();
          }}
          onDropBlock={(choice, block) =>
            change(choice, selection.blocks.has(block) ? selection.blocks : new Set([block]))
          }
        />
        <StructurePane ref={structure} {...{ rows, scroll }} selected={selectedRows} onPick={pickRow} />
      </div>
      <div className={classes['foot']}>
        <Group gap="xs">
          <Button
            variant="subtle"
            leftSection={<IconArrowBackUp size={18} aria-hidden />}
            disabled={history.length === 0 || work !== null}
            onClick={takeBack}
          >
            {say.undoChange}
          </Button>
          <Button
            variant="subtle"
            disabled={view.changes.length === 0 || work !== null}
            onClick={() => {
              setHistory([...history, view.changes]);
              onChanges([]);
            }}
          >
            {say.resetChanges}
          </Button>
        </Group>
        <Text role="status" size="sm" className={classes['told'] ?? ''}>
          {work === 'replan' ? say.replanning : work === 'apply' ? say.applying : told}
        </Text>
        {work === null ? (
          <Group gap="xs">
            <DocumentButton variant="default" label={say.another} onChoose={onChoose} />
            <Button
              onClick={() => {
                if (needsAsking) setAsking(true);
                else onApply(false);
              }}
            >
              {say.apply}
            </Button>
          </Group>
        ) : (
          <Group gap="xs">
            <Progress
              w={160}
              aria-label={work === 'apply' ? say.applying : say.replanning}
              value={progress !== null && progress.total > 0 ? (100 * progress.done) / progress.total : 100}
              animated
            />
            <Button variant="default" onClick={onCancelWork}>
              {say.cancel}
            </Button>
          </Group>
        )}
      </div>
      {asking && changes !== null && (
        <ReplaceDialog
          changes={changes}
          presentGoals={view.presentGoals}
          isLeitbild={view.report.isLeitbild}
          onClose={() => setAsking(false)}
          onReplace={() => {
            setAsking(false);
            onApply(true);
          }}
        />
      )}
    </div>
  );
}
