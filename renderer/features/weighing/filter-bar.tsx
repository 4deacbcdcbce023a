import { Button, Checkbox, Loader, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { contributionKinds } from '../../../shared/contributions/contribution.ts';
import { useWords } from '../../client/use-words.ts';
import { placeName } from './place-name.ts';
import type { Narrowed } from './use-narrowed.ts';
import type { Weighing } from './use-weighing.ts';
import classes from './weighing.module.css';

export interface FilterBarProps {
  readonly weighing: Weighing;
  readonly narrowed: Narrowed;
}

/** Narrows the table down, by what stands in it and by all words. */
export function FilterBar({ weighing, narrowed }: FilterBarProps) {
  const { weighing: words, contributions } = useWords();
  const [isOpen, setOpen] = useState(false);
  const say = words.filters;
  const { rows, places, rounds } = weighing;
  const { filter, setFilter: onChange, query, search } = narrowed;
  const options = useMemo(() => {
    const fields = new Set(rows.map(({ place }) => place?.field));
    const institutions = new Map(rows.map((row) => [row.institution, row.institutionName]));
    const collator = new Intl.Collator('de');
    return {
      fields: places.all
        .filter(({ id, field }) => id === field && fields.has(id))
        .map((place) => ({ value: place.id, label: placeName(place) })),
      institutions: [...institutions]
        .map(([value, label]) => ({ value, label }))
        .sort((one, other) => collator.compare(one.label, other.label)),
    };
  }, [rows, places]);
  const kind = filter.kinds === null ? '' : ([...filter.kinds][0] ?? '');
  const all = { value: '', label: say.all };
  return (
    <search className={classes['filters']} aria-label={say.title}>
      <div className={classes['filterFirst']}>
        <TextInput
          className={classes['search'] ?? ''}
          size="sm"
          type="search"
          label={say.search}
          value={query}
          maxLength={300}
          leftSection={
            search.state === 'searching' ? <Loader size={14} /> : <IconSearch size={16} stroke={1.6} />
          }
          onChange={({ currentTarget }) => narrowed.setQuery(currentTarget.value)}
        />
        <Text size="sm" c="dimmed" role="status" className={classes['found'] ?? ''}>
          {search.state === 'found' && search.found !== null && say.found(search.found.size)}
          {search.state === 'searching' && say.searching}
          {search.state === 'failed' && say.searchFailed}
        </Text>
        <Button
          className={classes['moreFilters'] ?? ''}
          variant="default"
          size="sm"
          aria-expanded={isOpen}
          leftSection={<IconFilter size={16} stroke={1.6} />}
          onClick={() => setOpen((before) => !before)}
        >
          {say.more}
        </Button>
      </div>
      <div className={classes['filterRest']} data-open={isOpen}>
        <Choice
          label={say.field}
          value={filter.field ?? ''}
          data={[all, ...options.fields]}
          onChange={(value) =>
            onChange({ ...filter, field: places.all.find(({ id }) => id === value)?.id ?? null })
          }
        />
        <Choice
          label={say.institution}
          value={filter.institution ?? ''}
          data={[all, ...options.institutions]}
          onChange={(value) =>
            onChange({
              ...filter,
              institution: rows.find(({ institution }) => institution === value)?.institution ?? null,
            })
          }
        />
        <Choice
          label={say.kind}
          value={kind}
          data={[all, ...contributionKinds.map((one) => ({ value: one, label: contributions.kinds[one] }))]}
          onChange={(value) => {
            const chosen = contributionKinds.find((one) => one === value);
            onChange({ ...filter, kinds: chosen === undefined ? null : new Set([chosen]) });
          }}
        />
        {rounds.length > 1 && (
          <Choice
            label={say.round}
            value={filter.round ?? ''}
            data={[all, ...rounds.map(({ id, name }) => ({ value: id, label: name }))]}
            onChange={(value) =>
              onChange({ ...filter, round: rounds.find(({ id }) => id === value)?.id ?? null })
            }
          />
        )}
        <Checkbox
          className={classes['tick'] ?? ''}
          label={say.onlyOpen}
          checked={filter.onlyOpen}
          onChange={({ currentTarget }) => onChange({ ...filter, onlyOpen: currentTarget.checked })}
        />
        <Checkbox
          className={classes['tick'] ?? ''}
          label={say.onlyConflicts}
          checked={filter.onlyConflicts}
          onChange={({ currentTarget }) => onChange({ ...filter, onlyConflicts: currentTarget.checked })}
        />
        {narrowed.isNarrow && (
          <Button
            className={classes['tick'] ?? ''}
            variant="subtle"
            size="compact-sm"
            onClick={narrowed.clear}
          >
            {say.clear}
          </Button>
        )}
      </div>
    </search>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly data: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, data, onChange }: ChoiceProps) {
  return (
    <NativeSelect
      className={classes['choice'] ?? ''}
      size="sm"
      label={label}
      value={value}
      data={[...data]}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
