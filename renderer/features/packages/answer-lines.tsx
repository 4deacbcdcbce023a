import { Alert, Button, Checkbox, Loader, Text } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { AnswerReport } from '../../../shared/api/package-calls.ts';
import type { Contribution } from '../../../shared/contributions/contribution.ts';
import { refusalCodes } from '../../../shared/contributions/refusal.ts';
import type { Result } from '../../../shared/errors/result.ts';
import type { NodeId } from '../../../shared/ids/ids.ts';
import type { MergeLine } from '../../../shared/packages/merge-report.ts';
import { useSession } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import type { AppWords } from '../../words/app-words.ts';
import { textPlaces } from '../contributions/text-places.ts';
import { useFrame } from '../frame/frame-context.tsx';
import { chooseRecord, chosenOf, type Choice } from './choice.ts';
import classes from './packages.module.css';

export interface AnswerLinesProps {
  readonly inspection: string;
  /** Read anew where this is another. */
  readonly report: AnswerReport;
  /** Of the institution. */
  readonly name: string;
  readonly choice: Choice;
  /** Whether what came after the end of its round is taken, too. */
  readonly takeLate: boolean;
  readonly onChoose: (choice: Choice) => void;
  readonly onJump: (node: NodeId) => void;
}

/** One answer, entry by entry: what it says, where that stands today, and what taking it would do. */
export function AnswerLines({ inspection, report, name, choice, takeLate, ...on }: AnswerLinesProps) {
  const words = useWords();
  const { packages: say } = words;
  const { api } = useSession();
  const { editor, lines: outline, goTo } = useFrame();
  const places = useMemo(
    () => textPlaces(editor, outline, (id) => goTo(id, false), words),
    [editor, outline, goTo, words],
  );
  const { answer } = report;
  const [lines, setLines] = useState<Result<readonly MergeLine[]> | null>(null);
  useEffect(() => {
    let current = true;
    void api('packages.lines', { inspection, answer: report.answer }).then((read) => {
      if (current) setLines(read);
    });
    return () => {
      current = false;
    };
  }, [api, inspection, report]);
  if (lines === null) return <Loader size="sm" role="status" aria-label={say.reading} />;
  if (!lines.ok) return <Alert color="red">{words.describe(lines.error)}</Alert>;
  const chosen = chosenOf(choice, answer);
  return (
    <ul className={classes['lines']} aria-label={say.detailsOf(name)}>
      {lines.value.map((line, index) => {
        const { record, outcome, place } = line;
        const isLeftOut = line.late && !takeLate;
        return (
          // An answer may hold two records of one id.
          <li key={`${String(index)} ${record.id}`} data-outcome={outcome}>
            {outcome === 'new' ? (
              <Checkbox
                size="sm"
                fw={600}
                label={headOf(line, words)}
                checked={!isLeftOut && (chosen === 'all' || chosen.has(record.id))}
                disabled={isLeftOut}
                onChange={({ currentTarget: { checked } }) =>
                  on.onChoose(chooseRecord(choice, answer, lines.value, { id: record.id, isChosen: checked }))
                }
              />
            ) : (
              <Text size="sm" fw={600}>
                {headOf(line, words)}
              </Text>
            )}
            {place !== null && (
              <Text size="xs" c="dimmed">
                {'anchor' in record && record.anchor.on !== 'document' && place.state !== 'gone' && (
                  <Text span inherit fw={600}>{`${places.nameOf(record.anchor)}: `}</Text>
                )}
                {say.places[place.state]}
                {place.state === 'gone' && place.quote !== '' && `: „${place.quote}“`}{' '}
                {'place' in place && (
                  <Button size="compact-xs" variant="subtle" onClick={() => on.onJump(place.place.nodeId)}>
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

function headOf(line: MergeLine, words: AppWords): string {
  const { record, outcome, late } = line;
  const { packages: say } = words;
  return [
    titleOf(record, words),
    outcome === 'refused' ? `${say.outcomes.refused}: ${reasonOf(line, words)}` : say.outcomes[outcome],
    ...(late ? [say.late] : []),
  ].join(' · ');
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
