import { Button, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconMailPlus } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import type { Decision } from '../../../shared/decisions/decision.ts';
import type { ContributionId, NodeId } from '../../../shared/ids/ids.ts';
import { competingWordings } from '../../../shared/weighing/competing-wordings.ts';
import { isOpen, type WeighingRow } from '../../../shared/weighing/weighing-rows.ts';
import { useWords } from '../../client/use-words.ts';
import { ContributionCard } from './contribution-card.tsx';
import { DecisionDone } from './decision-done.tsx';
import { aboutThese, type DecisionDraft } from './decision-draft.ts';
import { DecisionForm } from './decision-form.tsx';
import type { DeskTarget } from './desk-target.ts';
import { GoalToday } from './goal-today.tsx';
import { placeName } from './place-name.ts';
import { useCardInView } from './use-card-in-view.ts';
import { useEscapeBack } from './use-escape-back.ts';
import type { Weighing } from './use-weighing.ts';
import classes from './weighing.module.css';

export interface WeighingDeskProps {
  readonly weighing: Weighing;
  readonly target: DeskTarget;
  /** What is weighed here. */
  readonly rows: readonly WeighingRow[];
  /** The contribution that was opened; null where none was before the others. */
  readonly shown: ContributionId | null;
  readonly draft: DecisionDraft;
  readonly onDraft: (change: (draft: DecisionDraft) => DecisionDraft) => void;
  readonly onDecided: () => void;
  /** Asks to write down what came by letter or call. */
  readonly onEnter: () => void;
  readonly onBack: () => void;
  /** Goes to the next open contribution; null where there is none. */
  readonly onNext: (() => void) | null;
  readonly onShow: (node: NodeId) => void;
}

/** One goal with all that was said about it: its words, the contributions side by side, and the decision. */
export function WeighingDesk(props: WeighingDeskProps) {
  const { weighing, target, rows, shown, draft, onDraft, onDecided, onEnter, onBack, onNext, onShow } = props;
  const words = useWords().weighing;
  const [done, setDone] = useState<Decision | null>(null);
  const desk = useRef<HTMLDivElement>(null);
  useCardInView(desk, shown);
  useEscapeBack(desk, onBack);
  const competing = useMemo(
    () =>
      competingWordings(
        rows.filter((row) => isOpen(row) && row.standing === 'stands').map(({ statement }) => statement),
        weighing.today,
        weighing.baseOf,
      ),
    [rows, weighing.today, weighing.baseOf],
  );
  const proposals = rows.filter(({ wording }) => wording !== null);
  const others = rows.filter(({ wording }) => wording === null);
  const include = (row: WeighingRow, isIn: boolean): void => {
    setDone(null);
    onDraft((before) => {
      const seen = new Map(before.seen);
      if (isIn) seen.set(row.id, row.decision);
      else seen.delete(row.id);
      return aboutThese(before, seen, weighing.decided);
    });
  };
  const nameOf = (id: ContributionId): string => weighing.byId.get(id)?.institutionName ?? id;
  const card = (row: WeighingRow) => (
    <ContributionCard
      key={row.id}
      weighing={weighing}
      row={row}
      competing={competing.find(({ statement }) => statement.id === row.id)}
      nameOf={nameOf}
      showsPlace={target.kind === 'chosen'}
      isIncluded={draft.seen.has(row.id)}
      isShown={row.id === shown}
      onInclude={(isIn) => include(row, isIn)}
    />
  );
  return (
    <div className={classes['desk']} ref={desk}>
      <div className={classes['deskBar']}>
        <Button
          variant="subtle"
          color="gray"
          size="sm"
          leftSection={<IconArrowLeft size={17} stroke={1.6} />}
          onClick={onBack}
        >
          {words.back}
        </Button>
        <Title order={2} className={classes['deskTitle'] ?? ''}>
          {titleOf(target, weighing, words)}
        </Title>
        <Button variant="default" size="sm" disabled={onNext === null} onClick={() => onNext?.()}>
          {words.next} <span className={classes['keys']}>{words.nextKeys}</span>
        </Button>
      </div>
      <div className={classes['deskBody']}>
        <GoalToday weighing={weighing} target={target} onShow={onShow} />
        <section className={classes['said']} aria-label={words.desk.contributions}>
          <Button
            className={classes['enter'] ?? ''}
            variant="subtle"
            size="compact-sm"
            leftSection={<IconMailPlus size={16} stroke={1.6} />}
            onClick={onEnter}
          >
            {words.enter.action}
          </Button>
          {rows.length === 0 && <Text c="dimmed">{words.desk.none}</Text>}
          {proposals.length > 0 && (
            <>
              <Title order={3} className={classes['part'] ?? ''}>
                {words.desk.proposals}
              </Title>
              <div className={classes['side']}>{proposals.map(card)}</div>
            </>
          )}
          {others.length > 0 && (
            <>
              <Title order={3} className={classes['part'] ?? ''}>
                {proposals.length > 0 ? words.desk.others : words.desk.contributions}
              </Title>
              <div className={classes['side']}>{others.map(card)}</div>
            </>
          )}
        </section>
        <aside className={classes['decide']} aria-label={words.form.title(draft.seen.size)}>
          {done === null || weighing.decided.reopened.has(done.id) ? (
            <DecisionForm
              weighing={weighing}
              competing={competing}
              draft={draft}
              onDraft={onDraft}
              onDecided={(decision) => {
                setDone(decision);
                onDecided();
              }}
            />
          ) : (
            <DecisionDone decision={done} onNext={onNext} />
          )}
        </aside>
      </div>
    </div>
  );
}

function titleOf(
  target: DeskTarget,
  { places }: Weighing,
  words: ReturnType<typeof useWords>['weighing'],
): string {
  switch (target.kind) {
    case 'document':
      return words.wholeDocument;
    case 'gone':
      return words.goneGroup;
    case 'chosen':
      return words.desk.several(target.ids.length);
    case 'place': {
      const place = places.placeOf(target.place);
      return place === undefined ? words.goneGroup : placeName(place);
    }
  }
}
