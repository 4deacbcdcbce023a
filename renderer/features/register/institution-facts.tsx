import { Anchor, Button, Text } from '@mantine/core';
import type { InstitutionId } from '../../../shared/ids/ids.ts';
import type { Contact, Institution } from '../../../shared/register/institution.ts';
import { useWords } from '../../client/use-words.ts';
import { shortDay, wholeNumber } from '../../ui/format-values.ts';
import type { RegisterLine } from './register-lines.ts';
import classes from './register.module.css';

export interface InstitutionFactsProps {
  readonly line: RegisterLine;
  readonly contact: Contact;
  /** Those that have become part of it. */
  readonly absorbed: readonly Institution[];
  /** Why it cannot be deleted; null where it can. */
  readonly removeHint: string | null;
  readonly onChoose: (id: InstitutionId) => void;
  /** Takes the last renaming back. */
  readonly onBack: () => void;
}

/** What is known of an institution: contact, counts, former names, and what has become part of it. */
export function InstitutionFacts(props: InstitutionFactsProps) {
  const { line, contact, absorbed, removeHint, onChoose, onBack } = props;
  const { register: words, language } = useWords();
  const { institution, contributions } = line;
  const { formerNames = [], seats, id } = institution;
  const reached = [contact.person, contact.email, contact.phone].filter(Boolean);
  return (
    <section aria-label={words.contact}>
      <dl className={classes['facts']}>
        <dt>{words.contact}</dt>
        <dd>{reached.length === 0 ? words.noContact : reached.join(' · ')}</dd>
        <dt>{words.facts.seats}</dt>
        <dd>{wholeNumber(seats, language)}</dd>
        <dt>{words.facts.said}</dt>
        <dd>{wholeNumber(contributions, language)}</dd>
        <dt>{words.facts.id}</dt>
        <dd>{id}</dd>
        {formerNames.length > 0 && (
          <>
            <dt>{words.formerNames}</dt>
            <dd>
              {[...formerNames].reverse().map(({ name, until }) => (
                <div key={`${name} ${until}`}>{words.formerName(name, shortDay(until, language))}</div>
              ))}
              <Button size="compact-sm" variant="default" mt={6} onClick={onBack}>
                {words.rename.back}
              </Button>
            </dd>
          </>
        )}
        {absorbed.length > 0 && (
          <>
            <dt>{words.absorbed}</dt>
            <dd>
              {absorbed.map((one) => (
                <div key={one.id}>
                  <Anchor component="button" type="button" onClick={() => onChoose(one.id)}>
                    {one.name}
                  </Anchor>
                </div>
              ))}
            </dd>
          </>
        )}
      </dl>
      {removeHint !== null && (
        <Text size="sm" c="dimmed" mt="xs">
          {removeHint}
        </Text>
      )}
    </section>
  );
}
