import { Alert, Button, Loader, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Contribution } from '../../../shared/contributions/contribution.ts';
import { refusalCodes } from '../../../shared/contributions/refusal.ts';
import type { Result } from '../../../shared/errors/result.ts';
import type { NodeId, Sha256 } from '../../../shared/ids/ids.ts';
import type { MergeLine } from '../../../shared/packages/merge-report.ts';
import { useSession } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import type { AppWords } from '../../words/app-words.ts';
import classes from './packages.module.css';

export interface AnswerLinesProps {
  readonly inspection: string;
  readonly answer: Sha256;
  /** Of the institution. */
  readonly name: string;
  readonly onJump: (node: NodeId) => void;
}

/** One answer, entry by entry: what it says, where that stands today, and what taking it would do. */
export function AnswerLines({ inspection, answer, name, onJump }: AnswerLinesProps) {
  const words = useWords();
  const { packages: say } = words;
  const { api } = useSession();
  const [lines, setLines] = useState<Result<readonly MergeLine[]> | null>(null);
  useEffect(() => {
    let current = true;
    void api('packages.lines', { inspection, answer }).then((read) => {
      if (current) setLines(read);
    });
    return () => {
      current = false;
    };
  }, [api, inspection, answer]);
  if (lines === null) return <Loader size="sm" role="status" aria-label={say.reading} />;
  if (!lines.ok) return <Alert color="red">{words.describe(lines.error)}</Alert>;
  return (
    <ul className={classes['lines']} aria-label={say.detailsOf(name)}>
      {lines.value.map((line, index) => {
        const { record, outcome, place } = line;
        return (
          // An answer may hold two records of one id.
          <li key={`${String(index)} ${record.id}`} data-outcome={outcome}>
            <Text size="sm" fw={600}>
              {titleOf(record, words)} · {say.outcomes[outcome]}
              {outcome === 'refused' && `: ${reasonOf(line, words)}`}
            </Text>
            {place !== null && (
              <Text size="xs" c="dimmed">
                {say.places[place.state]}
                {place.state === 'gone' && place.quote !== '' && `: „${place.quote}“`}{' '}
                {'place' in place && (
                  <Button size="compact-xs" variant="subtle" onClick={() => onJump(place.place.nodeId)}>
                    {say.goTo}
                  </Button>
                )}
              </Text>
            )}
            {'wording' in record && record.wording !== null && <p>„{record.wording}“</p>}
            {'body' in record && record.body !== '' && <p>{record.body}</p>}
          </li>
        );
      })}
    </ul>
  );
}

function titleOf(record: Contribution, { contributions, packages }: AppWords): string {
  if (record.type === 'statement') return contributions.kinds[record.kind];
  if (record.type === 'position')
    return `${packages.record.position}: ${contributions.stances[record.stance]}`;
  return packages.record[record.type];
}

function reasonOf({ reason }: MergeLine, { contributions }: AppWords): string {
  const code = refusalCodes.find((known) => known === reason);
  return code === undefined ? '' : contributions.refusals[code];
}
