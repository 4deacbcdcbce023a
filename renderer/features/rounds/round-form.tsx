import { Alert, Button, Group, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../shared/errors/errors.ts';
import { roundId, type RoundId } from '../../../shared/ids/ids.ts';
import type { Institution } from '../../../shared/register/institution.ts';
import { versionOfRound } from '../../../shared/rounds/round-version.ts';
import type { Round } from '../../../shared/rounds/round.ts';
import type { Place } from '../../../shared/weighing/places.ts';
import { createId } from '../../client/create-id.ts';
import { useApi } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { localDay } from '../../ui/local-day.ts';
import { CheckList } from './check-list.tsx';
import { ChooseInstitutions } from './choose-institutions.tsx';
import { mergeRoundInput, type RoundChange } from './merge-round-input.ts';
import { roundFault } from './round-actions.tsx';
import { RoundChanges } from './round-changes.tsx';
import { emptyInput, faultsOf, inputOf, roundOfInput, type RoundInput } from './round-input.ts';
import classes from './rounds.module.css';

export interface RoundFormProps {
  /** The round as it stands now, whoever changes it; `null` for a new one, and where it was removed meanwhile. */
  readonly before: Round | null;
  readonly institutions: readonly Institution[];
  readonly fields: readonly Place[];
  readonly onSaved: (round: RoundId) => void;
  readonly onCancel: () => void;
}

/**
 * Name, days, whom it asks about what, and who reads what is said. Nothing is saved before it is asked for, and nothing
 * is saved over what somebody else has changed meanwhile: that is shown first, and what was typed stays.
 */
export function RoundForm({ before, institutions, fields, onSaved, onCancel }: RoundFormProps) {
  const words = useWords();
  const { form } = words.rounds;
  const api = useApi();
  const [id, setId] = useState(() => before?.id ?? roundId(createId()));
  // As it was at the beginning: what others change meanwhile must not change under the hands.
  const [start, setStart] = useState(before);
  const [changes, setChanges] = useState<readonly RoundChange[]>([]);
  /** Whether the host has said that somebody was faster; what it is comes by the room. */
  const [isBehind, setBehind] = useState(false);
  const [isRemoved, setRemoved] = useState(false);
  const [input, setInput] = useState<RoundInput>(() => (before === null ? emptyInput : inputOf(before)));
  /** How often saving was asked for: what is missing is told from the first time on, and shown each time. */
  const [tries, setTries] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const element = useRef<HTMLFormElement>(null);
  const hasBegun = start !== null && start.base !== null;
  const found = faultsOf(input, start, localDay(new Date()));
  const faults = tries > 0 ? found : {};
  const change = (part: Partial<RoundInput>): void => setInput((known) => ({ ...known, ...part }));
  const save = async (): Promise<void> => {
    setTries(tries + 1);
    setError(null);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const round = roundOfInput(input, start, id);
    const saved = await api('rounds.save', {
      round,
      ...(start !== null && { expected: versionOfRound(start) }),
    });
    setBusy(false);
    if (saved.ok) onSaved(saved.value.id);
    else if (saved.error.code === 'round-changed') setBehind(true);
    else if (saved.error.code === 'round-unknown') {
      // Saved once more, it is a round of its own.
      setStart(null);
      setId(roundId(createId()));
      setRemoved(true);
    } else setError(saved.error);
  };
  if (isBehind && start !== null && before !== null && versionOfRound(before) !== versionOfRound(start)) {
    const merged = mergeRoundInput(input, start, before);
    setInput(merged.input);
    setChanges(merged.changes);
    setStart(before);
    setBehind(false);
  }
  useEffect(() => {
    const form = element.current;
    if (tries === 0) form?.querySelector('input')?.focus();
    else form?.querySelector('[aria-invalid="true"], [role="alert"]')?.scrollIntoView({ block: 'center' });
  }, [tries, changes, isRemoved]);
  const known = fields.filter(({ id: field }) => !hasBegun || input.places.has(field));
  return (
    <form
      ref={element}
      className={classes['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Title order={2} className={classes['name'] ?? ''} mb="md">
        {start === null ? form.create : form.edit(start.name)}
      </Title>
      <Stack gap="lg">
        {hasBegun && <Text>{form.begun}</Text>}
        <TextInput
          required
          label={form.name}
          description={form.nameExample}
          maxLength={120}
          value={input.name}
          error={faults.name && form[faults.name]}
          onChange={({ currentTarget: { value } }) => change({ name: value })}
        />
        <Group grow align="start">
          <TextInput
            type="date"
            label={form.from}
            description={form.fromHint}
            disabled={hasBegun}
            value={input.from}
            onChange={({ currentTarget: { value } }) => change({ from: value })}
          />
          <TextInput
            type="date"
            label={form.until}
            description={form.untilHint}
            value={input.until}
            error={faults.until && form[faults.until]}
            onChange={({ currentTarget: { value } }) => change({ until: value })}
          />
        </Group>
        <ChooseInstitutions
          {...{ input, institutions, fault: faults.invited, onChange: change }}
          fixed={hasBegun ? start.invited : null}
        />
        <fieldset>
          <Radio.Group
            label={form.places}
            value={input.isWholeText ? 'all' : 'some'}
            onChange={(value) => change({ isWholeText: value === 'all' })}
          >
            <Stack gap={6} mt={6}>
              <Radio value="all" label={form.placesAll} disabled={hasBegun} />
              <Radio value="some" label={form.placesSome} disabled={hasBegun} />
            </Stack>
          </Radio.Group>
          {!input.isWholeText && (
            <Stack gap="xs" mt="sm" ml="xl">
              <CheckList
                label={form.placesSome}
                options={known.map(({ id: field, number, title }) => ({
                  ...{ id: field, name: `${number} ${title}`.trim(), isFixed: hasBegun },
                }))}
                chosen={input.places}
                onChoose={(places) => change({ places })}
                empty={form.noFields}
              />
              {faults.places !== undefined && (
                <Text size="sm" c="red" role="alert">
                  {form[faults.places]}
                </Text>
              )}
            </Stack>
          )}
        </fieldset>
        <Radio.Group
          label={form.visibility}
          value={input.visibility}
          onChange={(value) => change({ visibility: value === 'all' ? 'all' : 'own' })}
        >
          <Stack gap={6} mt={6}>
            <Radio value="own" label={words.rounds.visibilities.own} />
            <Radio value="all" label={words.rounds.visibilities.all} />
          </Stack>
        </Radio.Group>
        {start !== null && changes.length > 0 && <RoundChanges round={start} changes={changes} />}
        {isRemoved && (
          <Alert color="yellow" variant="default" role="alert" title={form.removed.title}>
            {form.removed.text}
          </Alert>
        )}
        {error !== null && (
          <Alert color="red" variant="light" role="alert">
            {roundFault(error, words)}
          </Alert>
        )}
        <Group className={classes['formEnd'] ?? ''}>
          <Button type="submit" loading={isBusy || isBehind}>
            {form.save}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {words.rounds.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
