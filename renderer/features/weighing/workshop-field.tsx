import { Button, Fieldset, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { workshopSchema, writeWorkshop, type Workshop } from '../../../shared/decisions/workshop.ts';
import type { WorkshopId } from '../../../shared/ids/ids.ts';
import { createId } from '../../client/create-id.ts';
import { useRoom } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { shortDay } from '../../ui/format-values.ts';

export interface WorkshopFieldProps {
  readonly workshops: readonly Workshop[];
  readonly value: WorkshopId | null;
  readonly onChange: (workshop: WorkshopId | null) => void;
}

/** The workshop in which it was agreed, if it was one; a new one can be put in at once. */
export function WorkshopField({ workshops, value, onChange }: WorkshopFieldProps) {
  const { weighing, language } = useWords();
  const words = weighing.form;
  const { doc } = useRoom('process');
  const [made, setMade] = useState<Pick<Workshop, 'title' | 'date' | 'place'> | null>(null);
  const parsed =
    made === null ? null : workshopSchema.safeParse({ ...made, id: createId(), institutions: [], notes: '' });
  const add = (): void => {
    if (parsed?.success !== true) return;
    writeWorkshop(doc, parsed.data);
    onChange(parsed.data.id);
    setMade(null);
  };
  return (
    <div>
      <NativeSelect
        label={words.workshop}
        value={value ?? ''}
        data={[
          { value: '', label: words.noWorkshop },
          ...workshops.map(({ id, title, date }) => ({
            value: id,
            label: `${shortDay(date, language)} ${title}`,
          })),
        ]}
        onChange={({ currentTarget }) =>
          onChange(workshops.find(({ id }) => id === currentTarget.value)?.id ?? null)
        }
      />
      {made === null ? (
        <Button
          size="compact-sm"
          variant="subtle"
          mt={4}
          onClick={() => setMade({ title: '', date: '', place: '' })}
        >
          {words.newWorkshop}
        </Button>
      ) : (
        <Fieldset legend={words.newWorkshop} mt="sm">
          <Stack gap="xs">
            <TextInput
              label={words.workshopTitle}
              value={made.title}
              maxLength={200}
              onChange={({ currentTarget }) => setMade({ ...made, title: currentTarget.value })}
            />
            <TextInput
              label={words.workshopDate}
              type="date"
              value={made.date}
              onChange={({ currentTarget }) => setMade({ ...made, date: currentTarget.value })}
            />
            <TextInput
              label={words.workshopPlace}
              value={made.place}
              maxLength={200}
              onChange={({ currentTarget }) => setMade({ ...made, place: currentTarget.value })}
            />
            <Group justify="flex-end" gap="xs">
              <Button size="compact-sm" variant="default" onClick={() => setMade(null)}>
                {weighing.cancel}
              </Button>
              <Button size="compact-sm" disabled={parsed?.success !== true} onClick={add}>
                {words.add}
              </Button>
            </Group>
          </Stack>
        </Fieldset>
      )}
    </div>
  );
}
