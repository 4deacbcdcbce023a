import { Alert } from '@mantine/core';
import type { Round } from '../../../shared/rounds/round.ts';
import { useWords } from '../../client/use-words.ts';
import { longDay } from '../../ui/format-values.ts';
import type { AppWords } from '../../words/app-words.ts';
import type { RoundChange, RoundPart } from './merge-round-input.ts';
import classes from './rounds.module.css';

export interface RoundChangesProps {
  /** The round as it stands now. */
  readonly round: Round;
  readonly changes: readonly RoundChange[];
}

/** What somebody else has made of a round while it was being changed here, and what becomes of what was typed. */
export function RoundChanges({ round, changes }: RoundChangesProps) {
  const words = useWords();
  const { form } = words.rounds;
  return (
    <Alert color="yellow" variant="default" role="alert" title={form.changed.title}>
      <p className={classes['changedText']}>{form.changed.text}</p>
      <ul className={classes['places']}>
        {changes.map(({ part, keepsTyped }) => (
          <li key={part}>
            {form.changed.now(labelOf(part, words), valueOf(part, round, words))}{' '}
            {keepsTyped && <strong>{form.changed.kept}</strong>}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function labelOf(part: RoundPart, { rounds: { form, facts } }: AppWords): string {
  return part === 'name' || part === 'from' || part === 'until' ? form[part] : facts[part];
}

function valueOf(part: RoundPart, round: Round, { rounds: words, language }: AppWords): string {
  const day = (instant: string | null): string =>
    instant === null ? words.form.changed.noDay : longDay(instant, language);
  switch (part) {
    case 'name':
      return round.name;
    case 'from':
      return day(round.opensAt);
    case 'until':
      return day(round.closesAt);
    case 'invited':
      return round.invited === 'all' ? words.form.invitedAll : words.invitedSome(round.invited.length);
    case 'places':
      return round.places === 'all' ? words.placesAll : words.form.changed.fields(round.places.length);
    case 'visibility':
      return words.visibilities[round.visibility];
  }
}
