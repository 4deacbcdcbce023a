import { Alert, Button, Group, Progress, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { SentLine } from '../../../shared/api/package-calls.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import type { InstitutionId } from '../../../shared/ids/ids.ts';
import { listInstitutions } from '../../../shared/rooms/register-room.ts';
import { invitedTo } from '../../../shared/rounds/round.ts';
import { useJob } from '../../client/jobs.ts';
import { useRoom, useSession } from '../../client/session-context.tsx';
import { useReading } from '../../client/use-reading.ts';
import { useWords } from '../../client/use-words.ts';
import { shortDay } from '../../ui/format-values.ts';
import { saveFile, type FileResult } from '../export/save-file.ts';
import { CheckList } from '../rounds/check-list.tsx';
import { useRunningRound } from '../rounds/use-rounds.ts';

type Form = 'html' | 'package';

/** Makes a file for each chosen institution of the round that runs. */
export function SendPackages() {
  const { packages: words, language, describe } = useWords();
  const session = useSession();
  const running = useRunningRound();
  const institutions = useReading(useRoom('process').doc, listInstitutions);
  const [form, setForm] = useState<Form>('html');
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<InstitutionId>>(new Set());
  const [sent, setSent] = useState<readonly SentLine[]>([]);
  const [file, setFile] = useState<FileResult | null>(null);
  const [fault, setFault] = useState<AppError | null>(null);
  const { progress, run, cancel } = useJob();
  const { api } = session;
  const readSent = useCallback(async () => {
    const lines = await api('packages.sent', {});
    if (lines.ok) setSent(lines.value);
  }, [api]);
  useEffect(() => {
    void Promise.resolve().then(readSent);
  }, [readSent]);
  if (running === null) return <Text>{words.noRound}</Text>;
  const { round } = running;
  const invited = invitedTo(round, institutions);
  const known = new Set(invited.map(({ id }) => id));
  const picked = [...chosen].filter((id) => known.has(id));
  const days = new Map(sent.filter((one) => one.round === round.id).map((one) => [one.institution, one.at]));
  const sought = query.trim().toLocaleLowerCase('de');
  const found = invited.filter(({ name }) => name.toLocaleLowerCase('de').includes(sought));
  const save = async (made: FileResult): Promise<void> => {
    const saved = await saveFile(made, session, window, words.title);
    if (!saved.ok) setFault(saved.error);
  };
  const make = async (): Promise<void> => {
    setFault(null);
    setFile(null);
    const done = await run(() => api('packages.create', { round: round.id, institutions: picked, form }));
    if (!done.ok) {
      if (done.error.code !== 'cancelled') setFault(done.error);
    } else if (done.value.kind === 'file') {
      setFile(done.value);
      await readSent();
      await save(done.value);
    }
  };
  return (
    <Stack gap="md" maw="46rem">
      <Text>{words.sendHint(round.name)}</Text>
      <Radio.Group
        label={words.form}
        value={form}
        onChange={(value) => setForm(value === 'html' ? 'html' : 'package')}
      >
        <Stack gap={6} mt={6}>
          <Radio value="html" label={words.forms.html} />
          <Radio value="package" label={words.forms.package} />
        </Stack>
      </Radio.Group>
      <TextInput
        type="search"
        label={words.institutions}
        placeholder={words.search}
        value={query}
        onChange={({ currentTarget: { value } }) => setQuery(value)}
      />
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => setChosen(new Set([...chosen, ...found.map(({ id }) => id)]))}
        >
          {sought === '' ? words.chooseAll : words.chooseFound(found.length)}
        </Button>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => setChosen(new Set(invited.filter(({ id }) => !days.has(id)).map(({ id }) => id)))}
        >
          {words.chooseUnsent}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setChosen(new Set())}>
          {words.chooseNone}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {words.chosen(picked.length)}
        </Text>
      </Group>
      <CheckList
        label={words.institutions}
        options={found.map(({ id, name }) => {
          const day = days.get(id);
          const told = day === undefined ? name : words.sentOn(name, shortDay(day, language));
          return { id, name: told, isFixed: false };
        })}
        chosen={chosen}
        onChoose={setChosen}
        empty={words.notFound}
      />
      {fault !== null && (
        <Alert color="red" role="alert">
          {describe(fault)}
        </Alert>
      )}
      {file !== null && (
        <Alert role="status">
          <Stack gap="xs" align="flex-start">
            {words.made(file.name)}
            <Button size="compact-sm" variant="default" onClick={() => void save(file)}>
              {words.saveAgain}
            </Button>
          </Stack>
        </Alert>
      )}
      {progress === null ? (
        <Button w="fit-content" disabled={picked.length === 0} onClick={() => void make()}>
          {words.make(Math.max(1, picked.length))}
        </Button>
      ) : (
        <Group>
          <Progress
            aria-label={words.making}
            value={progress.total > 0 ? (progress.done / progress.total) * 100 : 0}
            flex={1}
          />
          <Text size="sm">{words.making}</Text>
          <Button size="compact-sm" variant="default" onClick={cancel}>
            {words.cancel}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
