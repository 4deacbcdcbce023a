import { Text, UnstyledButton } from '@mantine/core';
import type { Dissent } from '../../../shared/overview/dissent.ts';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { useWords } from '../../client/use-words.ts';
import { shortDay } from '../../ui/format-values.ts';
import classes from './overview.module.css';
import { OverviewSection } from './overview-section.tsx';
import type { Overview } from './use-overview.ts';

export interface DissentSectionProps {
  readonly overview: Overview;
  readonly onShow: (node: NodeId) => void;
}

/** Objections that are not settled, each with why it is open. */
export function DissentSection({ overview, onShow }: DissentSectionProps) {
  const { overview: all, contributions, language } = useWords();
  const words = all.dissents;
  const names = new Map(overview.institutions.map(({ id, name }) => [id, name]));
  return (
    <OverviewSection title={`${words.title} (${String(overview.dissents.length)})`} hint={words.hint}>
      {overview.dissents.length === 0 ? (
        <Text>{words.empty}</Text>
      ) : (
        <div className={classes['scroll']} tabIndex={0} role="region" aria-label={words.title}>
          <table className={classes['plain']}>
            <thead>
              <tr>
                <th scope="col">{words.number}</th>
                <th scope="col">{words.institution}</th>
                <th scope="col">{words.text}</th>
                <th scope="col">{words.why}</th>
              </tr>
            </thead>
            <tbody>
              {overview.dissents.map((dissent) => (
                <tr key={dissent.statement.id}>
                  <th scope="row">
                    <PlaceOf dissent={dissent} overview={overview} onShow={onShow} />
                  </th>
                  <td>{names.get(dissent.statement.institution) ?? dissent.statement.institution}</td>
                  <td className={classes['said']}>
                    <span className={classes['aside']}>{contributions.kinds[dissent.statement.kind]}, </span>
                    <span className={classes['aside']}>
                      {words.received(shortDay(dissent.receivedAt, language))}
                    </span>
                    <span className={classes['words']}>
                      {dissent.statement.body === '' ? dissent.statement.wording : dissent.statement.body}
                    </span>
                  </td>
                  <td className={classes['said']}>
                    {words.whyOf[dissent.why]}
                    {dissent.decision !== null && (
                      <span className={classes['aside']}>
                        {' '}
                        {(dissent.decision.stage === 'final' ? words.decided : words.proposed)(
                          contributions.outcomes[dissent.decision.outcome],
                        )}
                      </span>
                    )}
                    {dissent.answer !== null && dissent.answer.body !== '' && (
                      <span className={classes['words']}>{words.answer(dissent.answer.body)}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </OverviewSection>
  );
}

function PlaceOf({ dissent, overview, onShow }: DissentSectionProps & { readonly dissent: Dissent }) {
  const words = useWords().overview.dissents;
  const node = overview.anchors.nodeOf(dissent.statement.anchor);
  if (node === 'document') return words.document;
  const place = node === 'gone' ? undefined : overview.places.placeOf(node);
  if (place === undefined) return words.gone;
  const name = place.number === '' ? place.title : place.number;
  return (
    <UnstyledButton
      className={classes['place'] ?? ''}
      aria-label={words.show(name)}
      title={place.title}
      onClick={() => onShow(place.id)}
    >
      {name}
    </UnstyledButton>
  );
}
