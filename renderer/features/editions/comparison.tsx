import { Alert, Checkbox, Chip, Group, Loader, Select, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { EditionLine } from '../../../shared/api/contract.ts';
import type { TextComparison } from '../../../shared/api/history-calls.ts';
import type { Result } from '../../../shared/errors/result.ts';
import { useApi } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { wordsIn } from '../../words/language.ts';
import { ComparisonRowView } from './comparison-row.tsx';
import { comparisonParts, countStates, filterParts, rowStates, type RowState } from './comparison-rows.ts';
import classes from './editions.module.css';

export interface ComparisonProps {
  readonly editions: readonly EditionLine[];
  readonly showsDraft: boolean;
  /** The later version at first: a label, or the draft. */
  readonly later: string;
}

/** As the host's calls name the draft; no edition can be called so. */
export const DRAFT = 'draft';

/** Any two versions side by side: what was kept, reworded, moved, split, merged, new or dropped. */
export function Comparison({ editions, showsDraft, later }: ComparisonProps) {
  const words = useWords();
  const { editions: say, language } = words;
  const api = useApi();
  // Oldest first, the draft last: as time goes.
  const versions = useMemo(
    () => [...editions.map(({ label }) => label).reverse(), ...(showsDraft ? [DRAFT] : [])],
    [editions, showsDraft],
  );
  const [to, setTo] = useState(later);
  const [from, setFrom] = useState(() => versions[Math.max(0, versions.indexOf(later) - 1)] ?? later);
  const [answer, setAnswer] = useState<{ key: string; result: Result<TextComparison> } | null>(null);
  const [state, setState] = useState<RowState | 'changes'>('changes');
  const [goalsOnly, setGoalsOnly] = useState(false);
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query);
  const key = `${from} ${to}`;

  useEffect(() => {
    if (from === to) return undefined;
    let left = false;
    void api('editions.compare', { from, to }).then((result) => {
      if (!left) setAnswer({ key, result });
    });
    return () => {
      left = true;
    };
  }, [api, from, to, key]);

  const comparison = answer?.key === key && answer.result.ok ? answer.result.value : null;
  const failure = answer?.key === key && !answer.result.ok ? answer.result.error : null;
  const parts = useMemo(
    () => (comparison === null ? [] : comparisonParts(comparison, wordsIn(language).commands.comparison)),
    [comparison, language],
  );
  const counts = useMemo(() => countStates(parts), [parts]);
  const shown = useMemo(
    () => filterParts(parts, { state, goalsOnly, query: wanted }),
    [parts, state, goalsOnly, wanted],
  );
  const nameOf = (version: string): string => (version === DRAFT ? say.draft : say.edition(version));
  const data = versions.map((version) => ({ value: version, label: nameOf(version) }));
  if (versions.length < 2) return <Text c="dimmed">{say.compareNeedsTwo}</Text>;
  const changes = rowStates.filter((one) => one !== 'kept' && counts[one] > 0);

  return (
    <div>
      <div className={classes['controls']}>
        <Select
          label={say.compareFrom}
          data={data}
          allowDeselect={false}
          value={from}
          onChange={(value) => setFrom(value ?? from)}
        />
        <Select
          label={say.compareTo}
          data={data}
          allowDeselect={false}
          value={to}
          onChange={(value) => setTo(value ?? to)}
        />
        <TextInput
          type="search"
          label={say.search}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={query}
          onChange={({ currentTarget: { value } }) => setQuery(value)}
        />
      </div>
      {failure !== null && (
        <Alert color="red" variant="light" role="alert">
          {words.describe(failure)}
        </Alert>
      )}
      {from === to ? (
        <Text c="dimmed">{say.noDifferences}</Text>
      ) : comparison === null ? (
        failure === null && <Loader role="status" aria-label={say.comparing} />
      ) : (
        <>
          <Chip.Group
            value={state}
            onChange={(value) => setState(rowStates.find((one) => one === value) ?? 'changes')}
          >
            <Group gap="xs" role="radiogroup" aria-label={say.filter} className={classes['chips'] ?? ''}>
              <Chip size="sm" value="changes">
                {say.filterAll}
              </Chip>
              {[...changes, ...(counts.kept > 0 ? (['kept'] as const) : [])].map((one) => (
                <Chip key={one} size="sm" value={one}>
                  {say.count(say.states[one], counts[one])}
                </Chip>
              ))}
              <Checkbox
                label={say.only}
                checked={goalsOnly}
                onChange={({ currentTarget: { checked } }) => setGoalsOnly(checked)}
              />
            </Group>
          </Chip.Group>
          {changes.length === 0 && <Text>{say.noDifferences}</Text>}
          {shown.length === 0 ? (
            changes.length > 0 && <Text c="dimmed">{say.nothingShown}</Text>
          ) : (
            <table className={classes['synopsis']}>
              <caption>{say.legend}</caption>
              <colgroup>
                <col />
                <col className={classes['stateColumn']} />
                <col />
              </colgroup>
              <thead>
                <tr>
                  <th scope="col">{nameOf(from)}</th>
                  <th scope="col">{say.changes}</th>
                  <th scope="col">{nameOf(to)}</th>
                </tr>
              </thead>
              {shown.map((part) => (
                <tbody key={part.id ?? ''}>
                  <tr>
                    <th scope="colgroup" colSpan={3} className={classes['part']}>
                      {part.heading}
                    </th>
                  </tr>
                  {part.rows.map((row) => (
                    <ComparisonRowView key={row.id} row={row} />
                  ))}
                </tbody>
              ))}
            </table>
          )}
        </>
      )}
    </div>
  );
}
