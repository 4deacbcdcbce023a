import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { Provenance } from '../../../shared/contributions/receipt.ts';
import { placeProposal } from '../../../shared/decisions/place-proposal.ts';
import type { ContributionId } from '../../../shared/ids/ids.ts';
import type { CompetingWording } from '../../../shared/weighing/competing-wordings.ts';
import type { WeighingRow } from '../../../shared/weighing/weighing-rows.ts';
import { useWords } from '../../client/use-words.ts';
import { shortDay } from '../../ui/format-values.ts';
import { WordingDifference } from '../../ui/wording-difference.tsx';
import said from '../../ui/said.module.css';
import type { AppWords } from '../../words/app-words.ts';
import { CompetingNote } from './competing-note.tsx';
import { ContributionHistory } from './contribution-history.tsx';
import { DecisionSummary } from './decision-summary.tsx';
import { placeName } from './place-name.ts';
import type { Weighing } from './use-weighing.ts';
import classes from './weighing.module.css';

export interface ContributionCardProps {
  readonly weighing: Weighing;
  readonly row: WeighingRow;
  /** Its wording beside the others, where it is still to be decided. */
  readonly competing: CompetingWording | undefined;
  readonly nameOf: (contribution: ContributionId) => string;
  readonly showsPlace: boolean;
  readonly isIncluded: boolean;
  /** Whether it is the one that was opened. */
  readonly isShown: boolean;
  readonly onInclude: (isIn: boolean) => void;
}

/** One contribution as it is weighed: who says what, what it would change, what was decided. */
export function ContributionCard(props: ContributionCardProps) {
  const { weighing, row, competing, nameOf, showsPlace, isIncluded, isShown, onInclude } = props;
  const texts = useWords();
  const { weighing: words, contributions, language } = texts;
  const [showsHistory, setShowsHistory] = useState(false);
  const { statement, resolution } = row;
  const { anchor } = statement;
  // What has become of the proposal says more.
  const isRebased = competing !== undefined && competing.placed.rebased.state !== 'unchanged';
  const caution =
    resolution.state === 'document' || resolution.state === 'in-place' || isRebased
      ? null
      : contributions.anchorStates[
          resolution.state === 'gone' && resolution.ambiguous ? 'ambiguous' : resolution.state
        ];
  return (
    <article
      className={classes['card']}
      aria-label={`${contributions.kinds[row.kind]}, ${row.institutionName}`}
      data-included={isIncluded || undefined}
      data-contribution={row.id}
      aria-current={isShown || undefined}
      tabIndex={-1}
    >
      <Group justify="space-between" wrap="nowrap" align="start" gap="sm">
        <p className={classes['who']}>{row.institutionName}</p>
        {row.standing === 'stands' && (
          <Checkbox
            size="sm"
            className={classes['include'] ?? ''}
            label={words.desk.includeIn}
            aria-label={words.desk.include(row.institutionName)}
            checked={isIncluded}
            onChange={({ currentTarget }) => onInclude(currentTarget.checked)}
          />
        )}
      </Group>
      <div className={classes['meta']}>
        <p>
          {contributions.kinds[row.kind]} · {words.desk.received(shortDay(row.receivedAt, language))}
          {row.roundName !== '' && ` ${words.desk.inRound(row.roundName)}`}
        </p>
        {row.via !== null && <p>{viaOf(row.via, texts)}</p>}
      </div>
      {showsPlace && (
        <Text size="sm" fw={600}>
          {row.place === null ? words.wholeDocument : placeName(row.place)}
        </Text>
      )}
      {row.standing !== 'stands' && <p className={said['caution']}>{words.states[row.standing]}</p>}
      {anchor.on !== 'document' && (anchor.on === 'passage' || resolution.state === 'gone') && (
        <q className={said['quote']}>{anchor.quote}</q>
      )}
      {caution !== null && <p className={said['caution']}>{caution}</p>}
      {statement.wording !== null &&
        (competing === undefined ? (
          <PastWording weighing={weighing} row={row} />
        ) : (
          <CompetingNote competing={competing} nameOf={nameOf} missing={weighing.bases.missing(row.round)} />
        ))}
      {row.text !== '' && <p className={said['body']}>{row.text}</p>}
      <DecisionSummary weighing={weighing} row={row} />
      <Button
        className={classes['toggle'] ?? ''}
        variant="subtle"
        size="compact-xs"
        aria-expanded={showsHistory}
        onClick={() => setShowsHistory((before) => !before)}
      >
        {showsHistory ? words.history.hide : words.history.show}
      </Button>
      {showsHistory && <ContributionHistory weighing={weighing} row={row} />}
    </article>
  );
}

/** What was proposed against what its author read, where nothing is to be decided any more. */
function PastWording({ weighing, row }: { readonly weighing: Weighing; readonly row: WeighingRow }) {
  const words = useWords().weighing;
  const { anchor, wording, round } = row.statement;
  if (wording === null) return null;
  const { base, proposed } = placeProposal(anchor, wording, weighing.today, weighing.baseOf(round));
  return (
    <>
      <Text size="xs" c="dimmed">
        {words.desk.againstBase}
      </Text>
      <WordingDifference before={base} after={proposed} />
    </>
  );
}

function viaOf(via: Provenance, { contributions, weighing, language }: AppWords): string {
  if (via.by === 'moderation') {
    const source = contributions.via.moderation(
      contributions.sources[via.source],
      shortDay(via.dated, language),
    );
    return via.reference === '' ? source : `${source} · ${weighing.desk.reference(via.reference)}`;
  }
  return via.late ? `${contributions.via.package}, ${contributions.via.late}` : contributions.via.package;
}
