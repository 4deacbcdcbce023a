import { Button, Group, Text, Title } from '@mantine/core';
import { IconMailPlus } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import type { ContributionId } from '../../../shared/ids/ids.ts';
import { filterRows, noFilter, type RowFilter } from '../../../shared/weighing/filter-rows.ts';
import { groupRows } from '../../../shared/weighing/group-rows.ts';
import { isOpen, type WeighingRow } from '../../../shared/weighing/weighing-rows.ts';
import { useWords } from '../../client/use-words.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { FullView } from '../../ui/full-view.tsx';
import { useFrame } from '../frame/frame-context.tsx';
import type { ViewProps } from '../frame/view-props.ts';
import { emptyDraft, isBegun, type DecisionDraft } from './decision-draft.ts';
import { inOrder, keyOfTarget, nextOpen, rowsOf, targetOf, type DeskTarget } from './desk-target.ts';
import { EnterDialog } from './enter-dialog.tsx';
import { FilterBar } from './filter-bar.tsx';
import { tableLines } from './table-lines.ts';
import { useFullText } from './use-full-text.ts';
import { useWeighing, type Weighing } from './use-weighing.ts';
import { WeighingDesk } from './weighing-desk.tsx';
import { WeighingTable } from './weighing-table.tsx';
import classes from './weighing.module.css';

/** All contributions, to be weighed. */
export function WeighingView(props: ViewProps) {
  return <Weighed {...props} starts={null} />;
}

/** The same, open at the goal or part in which the caret stands. */
export function WeighingHere(props: ViewProps) {
  const { selected } = useFrame();
  return <Weighed {...props} starts={selected === null ? null : { kind: 'place', place: selected }} />;
}

function Weighed({ onClose, onJump, starts }: ViewProps & { readonly starts: DeskTarget | null }) {
  const words = useWords().weighing;
  const weighing = useWeighing();
  const [target, setTarget] = useState<DeskTarget | null>(starts);
  const [isEntering, setEntering] = useState(false);
  /** What was begun stays while other goals are looked at. */
  const [drafts, setDrafts] = useState<Drafts>(new Map());
  /** What is to be done once it is clear that what was begun may go. */
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const leave = (then: () => void): void => {
    if ([...drafts.values()].some(isBegun)) setLeaving(() => then);
    else then();
  };
  return (
    <FullView
      title={words.title}
      closeLabel={words.close}
      onClose={() => leave(onClose)}
      // What is being written must not go with a key.
      closeOnEscape={target === null && !isEntering && leaving === null}
    >
      {weighing === null ? (
        <Text p="lg">{words.loading}</Text>
      ) : (
        <Body
          weighing={weighing}
          target={target}
          onTarget={setTarget}
          isEntering={isEntering}
          onEnter={setEntering}
          drafts={drafts}
          onDrafts={setDrafts}
          onShow={(node) =>
            leave(() => {
              onClose();
              onJump(node);
            })
          }
        />
      )}
      {leaving !== null && (
        <AskDialog {...words.leave} onConfirm={leaving} onClose={() => setLeaving(null)} />
      )}
    </FullView>
  );
}

interface BodyProps {
  readonly weighing: Weighing;
  readonly target: DeskTarget | null;
  readonly onTarget: (target: DeskTarget | null) => void;
  readonly isEntering: boolean;
  readonly onEnter: (isEntering: boolean) => void;
  readonly drafts: Drafts;
  readonly onDrafts: (change: (before: Drafts) => Drafts) => void;
  readonly onShow: ViewProps['onJump'];
}

type Drafts = ReadonlyMap<string, DecisionDraft>;

function Body(props: BodyProps) {
  const { weighing, target, onTarget, isEntering, onEnter, drafts, onDrafts, onShow } = props;
  const words = useWords().weighing;
  const [filter, setFilter] = useState<RowFilter>(noFilter);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<ContributionId>>(new Set());
  const [active, setActive] = useState<ContributionId | null>(null);
  const found = useFullText(query, weighing.voices);
  const { rows } = weighing;
  const foundIds = found ?? null;
  const shown = useMemo(() => filterRows(rows, { ...filter, found: foundIds }), [rows, filter, foundIds]);
  const groups = useMemo(() => groupRows(shown), [shown]);
  const lines = useMemo(() => tableLines(groups), [groups]);
  const ordered = useMemo(() => inOrder(groups), [groups]);

  const open = (next: DeskTarget, row: WeighingRow | null): void => {
    const key = keyOfTarget(next);
    if (row !== null) {
      setActive(row.id);
      onDrafts((before) => {
        const draft = before.get(key) ?? emptyDraft;
        return draft.seen.has(row.id) && draft.seen.size === 1
          ? before
          : new Map([...before, [key, { ...draft, seen: new Map([[row.id, row.decision]]) }]]);
      });
    }
    onTarget(next);
  };
  const openChosen = (): void => {
    const about = rows.filter(({ id }) => chosen.has(id));
    const next: DeskTarget = { kind: 'chosen', ids: about.map(({ id }) => id) };
    const seen = new Map(about.map(({ id, decision }) => [id, decision]));
    onDrafts((before) => new Map([...before, [keyOfTarget(next), { ...emptyDraft, seen }]]));
    onTarget(next);
  };
  const key = target === null ? null : keyOfTarget(target);
  const draft = (key === null ? undefined : drafts.get(key)) ?? emptyDraft;
  const here = useMemo(() => (target === null ? [] : rowsOf(target, rows)), [target, rows]);
  const after = useMemo(
    () => new Set<ContributionId>(draft.seen.size > 0 ? draft.seen.keys() : active === null ? [] : [active]),
    [draft.seen, active],
  );
  const next = nextOpen(ordered, after);
  const goOn = next === null ? null : (): void => open(targetOf(next), next);

  useEffect(() => {
    if (goOn === null || isEntering) return;
    const press = (event: globalThis.KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyN') return;
      event.preventDefault();
      goOn();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });

  return (
    <>
      {target !== null && key !== null ? (
        <WeighingDesk
          key={key}
          weighing={weighing}
          target={target}
          rows={here}
          draft={draft}
          onDraft={(change) =>
            onDrafts((before) => new Map([...before, [key, change(before.get(key) ?? emptyDraft)]]))
          }
          onDecided={() => setChosen(new Set())}
          onEnter={() => onEnter(true)}
          onBack={() => onTarget(null)}
          onNext={goOn}
          onShow={onShow}
        />
      ) : (
        <div className={classes['page']}>
          <div className={classes['bar']}>
            {rows.length > 0 ? (
              <Title order={2} className={classes['count'] ?? ''}>
                <span role="status">
                  {words.count(shown.length, rows.length, shown.filter(isOpen).length)}
                </span>
              </Title>
            ) : (
              <span />
            )}
            <Group gap="xs">
              {chosen.size > 0 && (
                <>
                  <Text size="sm">{words.chosen(chosen.size)}</Text>
                  <Button variant="subtle" color="gray" size="sm" onClick={() => setChosen(new Set())}>
                    {words.clearChosen}
                  </Button>
                  <Button size="sm" onClick={openChosen}>
                    {words.decideChosen}
                  </Button>
                </>
              )}
              <Button
                variant="default"
                size="sm"
                px="sm"
                leftSection={<IconMailPlus size={17} stroke={1.6} />}
                onClick={() => onEnter(true)}
              >
                {words.enter.action}
              </Button>
              {goOn !== null && chosen.size === 0 && (
                <Button variant="default" size="sm" px="sm" title={words.nextKeys} onClick={goOn}>
                  {words.next}
                </Button>
              )}
            </Group>
          </div>
          {rows.length > 0 && (
            <FilterBar
              weighing={weighing}
              filter={filter}
              onChange={setFilter}
              query={query}
              onQuery={setQuery}
              found={found}
            />
          )}
          {lines.length > 0 ? (
            <WeighingTable
              lines={lines}
              active={active}
              onActive={setActive}
              chosen={chosen}
              onChoose={setChosen}
              onOpen={(row) => open(targetOf(row), row)}
            />
          ) : (
            <div className={classes['empty']}>
              <Title order={2} size="h4">
                {rows.length === 0 ? words.empty.none : words.empty.filtered}
              </Title>
              {rows.length === 0 ? (
                <Text c="dimmed">{words.empty.noneText}</Text>
              ) : (
                <Button
                  variant="light"
                  onClick={() => {
                    setQuery('');
                    setFilter(noFilter);
                  }}
                >
                  {words.filters.clear}
                </Button>
              )}
            </div>
          )}
        </div>
      )}
      {isEntering && (
        <EnterDialog
          weighing={weighing}
          place={target?.kind === 'place' ? target.place : null}
          onClose={() => onEnter(false)}
          onEntered={setActive}
        />
      )}
    </>
  );
}
