import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { decidedBy, listDecisions } from '../../../shared/decisions/decisions-room.ts';
import type { InstitutionId, NodeId } from '../../../shared/ids/ids.ts';
import { standingOf } from '../../../shared/contributions/standing.ts';
import { listVoices } from '../../../shared/contributions/voices-room.ts';
import { useRoom } from '../../client/session-context.tsx';
import { useReading } from '../../client/use-reading.ts';
import { useWords } from '../../client/use-words.ts';
import { useFrame, useText } from '../frame/frame-context.tsx';
import { PanelSection } from '../goal-panel/panel-section.tsx';
import { AnchorLine } from './anchor-line.tsx';
import { baseWordsOf } from './base-words.ts';
import classes from './contributions.module.css';
import { institutionNames } from './institution-names.ts';
import { textPlaces } from './text-places.ts';
import { WordingDifference } from '../../ui/wording-difference.tsx';
import said from '../../ui/said.module.css';

export interface VoicesSectionProps {
  readonly node: NodeId;
  /** Whose contributions stand elsewhere in the panel; null for those who speak for nobody. */
  readonly own: InstitutionId | null;
}

/** What the other institutions say to the selected goal or part, for those who may read all voices. */
export function VoicesSection({ node, own }: VoicesSectionProps) {
  const words = useWords();
  const { editor, lines, goTo } = useFrame();
  const text = useText();
  const voices = useReading(useRoom('voices').doc, listVoices);
  const standing = useMemo(() => standingOf(voices).statements, [voices]);
  const names = useReading(useRoom('process').doc, institutionNames);
  const records = useReading(useRoom('decisions').doc, listDecisions);
  const decided = useMemo(() => decidedBy(records), [records]);
  const places = useMemo(
    () => textPlaces(editor, lines, (id) => goTo(id, false), words),
    [editor, lines, goTo, words],
  );
  const here = useMemo(
    // Places move with the text.
    () =>
      text === null
        ? []
        : standing.filter(
            ({ record }) => record.institution !== own && places.lineOf(record.anchor) === node,
          ),
    [standing, own, places, node, text],
  );
  if (here.length === 0) return null;
  const { contributions } = words;
  return (
    <PanelSection title={contributions.others(here.length)}>
      <div className={classes['cards']}>
        {here.map(({ record }) => {
          const decision = decided.holding(record.id);
          return (
            <article key={record.id} className={classes['card']}>
              <div>
                <Text size="sm" fw={600}>
                  {contributions.kinds[record.kind]}
                </Text>
                <Text size="xs" c="dimmed">
                  {names.get(record.institution) ?? contributions.formerInstitution}
                </Text>
              </div>
              <AnchorLine access={places} anchor={record.anchor} />
              {record.wording !== null && (
                <WordingDifference
                  before={baseWordsOf(places.flow(), record.anchor)}
                  after={record.wording}
                />
              )}
              {record.body !== '' && <p className={said['body']}>{record.body}</p>}
              {decision !== undefined && (
                <Text size="xs" c="dimmed">
                  {decision.stage === 'proposed' ? contributions.proposedDecision : contributions.decision}:{' '}
                  {contributions.outcomes[decision.outcome]}
                </Text>
              )}
            </article>
          );
        })}
      </div>
    </PanelSection>
  );
}
