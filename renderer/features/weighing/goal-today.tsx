import { Button, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { stances, type Stance } from '../../../shared/contributions/contribution.ts';
import {
  nodeWordsIn,
  positionLines,
  positionsOf,
  type PositionLine,
} from '../../../shared/contributions/positions.ts';
import { findNode } from '../../../shared/decisions/strike-node.ts';
import { nodeWords } from '../../../shared/decisions/text-blocks.ts';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { takesPart } from '../../../shared/register/institution.ts';
import { useWords } from '../../client/use-words.ts';
import said from '../../ui/said.module.css';
import type { DeskTarget } from './desk-target.ts';
import type { Weighing } from './use-weighing.ts';
import classes from './weighing.module.css';

export interface GoalTodayProps {
  readonly weighing: Weighing;
  readonly target: DeskTarget;
  readonly onShow: (node: NodeId) => void;
}

/** What a goal reads today, and where the institutions stand on it. */
export function GoalToday({ weighing, target, onShow }: GoalTodayProps) {
  const words = useWords().weighing;
  const { today, places } = weighing;
  if (target.kind !== 'place') return null;
  const { place } = target;
  const node = findNode(today.doc, place)?.node;
  const type = places.placeOf(place)?.type;
  return (
    <section className={classes['today']} aria-label={words.desk.today}>
      <Title order={3} className={classes['part'] ?? ''}>
        {words.desk.today}
      </Title>
      {node === undefined ? (
        <Text c="dimmed">{words.desk.noToday}</Text>
      ) : (
        <>
          <div className={classes['wordingToday']}>
            {nodeWords(node)
              .split('\n')
              .map((line, index) => (
                <p key={index}>{line}</p>
              ))}
          </div>
          <Button
            className={classes['inText'] ?? ''}
            variant="subtle"
            size="compact-sm"
            onClick={() => onShow(place)}
          >
            {words.desk.showInText}
          </Button>
        </>
      )}
      {type === 'goal' && <PositionCounts weighing={weighing} goal={place} />}
    </section>
  );
}

/** How many institutions take which side on a goal, and which; those that were asked and are silent last. */
function PositionCounts({ weighing, goal }: { readonly weighing: Weighing; readonly goal: NodeId }) {
  const { weighing: words, contributions } = useWords();
  const { voices, institutions, today, rounds, round } = weighing;
  const lines = useMemo(() => {
    const invited = rounds.find(({ id }) => id === round)?.invited ?? 'all';
    const positions = positionsOf(voices);
    const asked = institutions.filter(
      (one) =>
        positions.of(one.id, goal) !== undefined ||
        (takesPart(one) && (invited === 'all' || invited.includes(one.id))),
    );
    return positionLines(positions, goal, asked, nodeWordsIn(today.flow));
  }, [voices, institutions, today, rounds, round, goal]);
  const nameOfSide = (stance: Stance | null): string =>
    stance === null ? words.positions.silent : contributions.stances[stance];
  const sides = [...stances, null].map((stance) => ({
    stance,
    own: lines.filter(({ position }) => (position?.record.stance ?? null) === stance),
  }));
  return (
    <>
      <Title order={3} className={classes['part'] ?? ''}>
        {words.positions.title}
      </Title>
      <ul className={classes['positions']}>
        {sides.map(({ stance, own }) => (
          <li key={stance ?? 'silent'} data-stance={stance ?? 'silent'}>
            {own.length === 0 ? (
              <p className={classes['sideCount']}>
                <span>{nameOfSide(stance)}</span>
                <b>0</b>
              </p>
            ) : (
              <details>
                <summary className={classes['sideCount']}>
                  <span>{nameOfSide(stance)}</span>
                  <b>{own.length}</b>
                </summary>
                <ul>
                  {own.map((line) => (
                    <Named key={line.institution.id} line={line} earlier={words.positions.earlier} />
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Named({ line, earlier }: { readonly line: PositionLine; readonly earlier: string }) {
  const { institution, position, isCurrent } = line;
  return (
    <li>
      {institution.name}
      {position !== null && !isCurrent && <span className={classes['quiet']}> ({earlier})</span>}
      {position !== null && position.record.body !== '' && (
        <p className={said['body']}>{position.record.body}</p>
      )}
    </li>
  );
}
