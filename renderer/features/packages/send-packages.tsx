import { Alert, Button, Group, Input, Progress, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
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
import { InstitutionPicker } from '../rounds/institution-picker.tsx';
import { useRunningRound } from '../rounds/use-rounds.ts';
import type { SentPackages } from './use-sent-packages.ts';

type Form = 'html' | 'package';

const none: ReadonlySet<InstitutionId> = new Set();

export interface SendPackagesProps {
  readonly sent: SentPackages;
  readonly chosen: ReadonlySet<InstitutionId>;
  readonly onChoose: (chosen: ReadonlySet<InstitutionId>) => void;
}

/** Makes a file for each chosen institution of the round that runs. */
export function SendPackages({ sent, chosen, onChoose }: SendPackagesProps) {
  const { packages: words, language, describe } = useWords();
  const session = useSession();
  const running = useRunningRound();
  const institutions = useReading(useRoom('process').doc, listInstitutions);
  const [form, setForm] = useState<Form>('html');
  const [file, setFile] = useState<FileResult | null>(null);
  const [fault, setFault] = useState<AppError | null>(null);
  const { progress, run, cancel } = useJob();
  const { api } = session;
  if (running === null) return <Text>{words.noRound}</Text>;
  const { round } = running;
  const invited = invitedTo(round, institutions);
  const known = new Set(invited.map(({ id }) => id));
  const picked = [...chosen].filter((id) => known.has(id));
  const standing = (sent.lines ?? []).filter((one) => one.round === round.id && one.state !== 'withdrawn');
  const days = new Map(standing.map((one) => [one.institution, one.at]));
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
      await sent.reload();
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
      <Input.Wrapper label={words.institutions} labelElement="div">
        <InstitutionPicker
          label={words.institutions}
          all={invited}
          chosen={new Set(picked)}
          fixed={none}
          nameOf={({ id, name }) => {
            const day = days.get(id);
            return day === undefined ? name : words.sentOn(name, shortDay(day, language));
          }}
          onChoose={onChoose}
        >
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => onChoose(new Set(invited.filter(({ id }) => !days.has(id)).map(({ id }) => id)))}
          >
            {words.chooseUnsent}
          </Button>
        </InstitutionPicker>
      </Input.Wrapper>
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
