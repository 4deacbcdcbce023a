import { Badge, Title } from '@mantine/core';
import type { Institution } from '../../../shared/register/institution.ts';
import { invitedTo, type Round, type RoundState } from '../../../shared/rounds/round.ts';
import type { Place } from '../../../shared/weighing/places.ts';
import { useWords } from '../../client/use-words.ts';
import { dayAndTime, longDay } from '../../ui/format-values.ts';
import { daysBetween } from '../../ui/local-day.ts';
import { AnswerList } from './answer-list.tsx';
import { RoundActions } from './round-actions.tsx';
import layout from '../../ui/side-list.module.css';
import classes from './rounds.module.css';

export interface RoundDetailsProps {
  readonly round: Round;
  readonly state: RoundState;
  readonly institutions: readonly Institution[];
  /** What the text of today could be asked about. */
  readonly fields: readonly Place[];
  readonly onEdit: () => void;
  /** Whether a question stands in front. */
  readonly onAsking: (isAsking: boolean) => void;
}

/** One round: whom it asks about what, how far it is, what can be done, and who has answered. */
export function RoundDetails({ round, state, institutions, fields, onEdit, onAsking }: RoundDetailsProps) {
  const { rounds: words, contributions, language } = useWords();
  const day = (instant: string | null): string | null =>
    instant === null ? null : longDay(instant, language);
  const invited = invitedTo(round, institutions);
  const days =
    state === 'open' && round.closesAt !== null ? daysBetween(new Date(), new Date(round.closesAt)) : null;
  return (
    <article aria-labelledby="round-name">
      <div className={layout['head']}>
        <div>
          <Title order={2} id="round-name" className={classes['name'] ?? ''}>
            {round.name}
          </Title>
          <p className={classes['state']} role="status">
            <Badge variant={state === 'open' || state === 'answers' ? 'filled' : 'light'} size="lg" tt="none">
              {words.states[state]}
            </Badge>
            {days !== null && <span>{contributions.closesIn(days)}</span>}
          </p>
        </div>
        <RoundActions {...{ round, state, onEdit, onAsking }} invited={invited.length} />
      </div>
      <dl className={classes['facts']}>
        <dt>{words.facts.period}</dt>
        <dd>{words.period(day(round.opensAt), day(round.closesAt))}</dd>
        <dt>{words.facts.invited}</dt>
        <dd>
          <Invited round={round} invited={invited} />
        </dd>
        <dt>{words.facts.places}</dt>
        <dd>
          <AskedPlaces round={round} fields={fields} />
        </dd>
        <dt>{words.facts.visibility}</dt>
        <dd>{words.visibilities[round.visibility]}</dd>
        <dt>{words.facts.base}</dt>
        <dd>
          {round.base === null ? (
            words.noBase
          ) : (
            <>
              {words.base(dayAndTime(round.base.takenAt, language))}
              <span className={classes['hash']}>{words.proof(round.base.hash.slice(0, 16))} …</span>
            </>
          )}
        </dd>
      </dl>
      {round.base !== null && <AnswerList round={round} institutions={institutions} />}
    </article>
  );
}

/** How many, and on demand their names. */
function Invited({ round, invited }: { readonly round: Round; readonly invited: readonly Institution[] }) {
  const { rounds: words } = useWords();
  if (invited.length === 0) return words.nobody;
  return (
    <details>
      <summary>
        {round.invited === 'all' ? words.invitedAll(invited.length) : words.invitedSome(invited.length)}
      </summary>
      <ul className={classes['names']}>
        {invited.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </details>
  );
}

function AskedPlaces({ round, fields }: Pick<RoundDetailsProps, 'round' | 'fields'>) {
  const { rounds: words } = useWords();
  const { places } = round;
  if (places === 'all') return words.placesAll;
  if (places.length === 0) return words.nothingAsked;
  const known = fields.filter(({ id }) => places.includes(id));
  const gone = places.length - known.length;
  return (
    <ul className={classes['places']}>
      {known.map(({ id, number, title }) => (
        <li key={id}>{`${number} ${title}`.trim()}</li>
      ))}
      {gone > 0 && <li>{words.placesGone(gone)}</li>}
    </ul>
  );
}
