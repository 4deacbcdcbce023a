import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { listVoices } from '../../../shared/contributions/voices-room.ts';
import { chainOf, type ChainLink } from '../../../shared/decisions/chain.ts';
import { listDecisions } from '../../../shared/decisions/decisions-room.ts';
import type { NodeId } from '../../../shared/ids/ids.ts';
import type { NumberedText } from '../../client/live-text.ts';
import { useRoom } from '../../client/session-context.tsx';
import { useReading } from '../../client/use-reading.ts';
import { useWords } from '../../client/use-words.ts';
import { shortDay } from '../../ui/format-values.ts';
import said from '../../ui/said.module.css';
import { WordingDifference } from '../../ui/wording-difference.tsx';
import { institutionNames } from '../contributions/institution-names.ts';
import classes from './goal-panel.module.css';
import { PanelSection } from './panel-section.tsx';

export interface ChainSectionProps {
  readonly text: NumberedText;
  readonly id: NodeId;
}

/**
 * From the words of the selected part back to the decisions that brought them about and to whose contributions these
 * were about, for those who may read all voices; nothing where no decision has changed them.
 */
export function ChainSection({ text, id }: ChainSectionProps) {
  const { goalPanel: words } = useWords();
  const records = useReading(useRoom('decisions').doc, listDecisions);
  const voices = useReading(useRoom('voices').doc, listVoices);
  const links = useMemo(
    () => (records.length === 0 ? [] : chainOf(text.document, id, null, records, voices)),
    [text, id, records, voices],
  );
  if (links.length === 0) return null;
  return (
    <PanelSection title={words.chain}>
      <ol className={classes['list']}>
        {links.map((link) => (
          <li key={`${link.decision.id} ${link.change.node}`}>
            <Link link={link} />
          </li>
        ))}
      </ol>
    </PanelSection>
  );
}

function Link({ link: { decision, change, statements } }: { readonly link: ChainLink }) {
  const { goalPanel: words, contributions, language } = useWords();
  const names = useReading(useRoom('process').doc, institutionNames);
  const day = shortDay(decision.at, language);
  const from = [
    ...new Set(
      statements.map(({ institution }) => names.get(institution) ?? contributions.formerInstitution),
    ),
  ];
  return (
    <>
      <Text size="sm" fw={600}>
        {decision.type === 'decision'
          ? words.chainDecided(contributions.outcomes[decision.outcome], day)
          : words.chainReopened(day)}
      </Text>
      {from.length > 0 && <Text size="sm">{words.chainFrom(from)}</Text>}
      {decision.reason !== '' && <p className={said['body']}>{decision.reason}</p>}
      <WordingDifference before={change.before} after={change.after} />
    </>
  );
}
