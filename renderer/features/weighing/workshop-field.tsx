import { Button, Fieldset, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { workshopSchema, writeWorkshop, type Workshop } from '../../../shared/decisions/workshop.ts';
import type { WorkshopId } from '../../../shared/ids/ids.ts';
import { createId } from '../../client/create-id.ts';
import { useRoom } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { shortDay } from '../../ui/format-values.ts';
import { holdsWords, type WorkshopDraft } from './decision-draft.ts';

export interface WorkshopFieldProps {
  readonly workshops: readonly Workshop[];
  readonly value: WorkshopId | null;
  readonly onChange: (workshop: WorkshopId | null) => void;
  /** The new one that is being put in; null while none is. */
  readonly made: WorkshopDraft | null;
  readonly onMade: (made: WorkshopDraft | null) => void;
}

/** The workshop in which it was agreed, if it was one; a new one can be put in at once. */
export function WorkshopField({ workshops, value, onChange, made, onMade }: WorkshopFieldProps) {
  const { weighing, language } = useWords();
  const words = weighing.form;
  const { doc } = useRoom('process');
  const field = useRef<HTMLSelectElement>(null);
  const fields = useRef<HTMLFieldSetElement>(null);
  const title = useRef<HTMLInputElement>(null);
  /** Its button has been pressed: the keyboard goes where it led. */
  const isAsked = useRef(false);
  useEffect(() => {
    if (made === null || !isAsked.current) return;
    isAsked.current = false;
    title.current?.focus({ preventScroll: true });
    fields.current?.scrollIntoView({ block: 'nearest' });
  }, [made]);
  const parsed =
    made === null ? null : workshopSchema.safeParse({ ...made, id: createId(), institutions: [], notes: '' });
  const close = (): void => {
    onMade(null);
    field.current?.focus();
  };
  const add = (): void => {
    if (parsed?.success !== true) return;
    writeWorkshop(doc, parsed.data);
    onChange(parsed.data.id);
    close();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) add();
    else if (event.key === 'Escape' && made !== null && !holdsWords(made)) close();
    else return;
    // It is not the decision that is sent, nor the view that is left.
    event.preventDefault();
  };
  return (
    <div>
      <NativeSelect
        ref={field}
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
          onClick={() => {
            isAsked.current = true;
            onMade({ title: '', date: '', place: '' });
          }}
        >
          {words.newWorkshop}
        </Button>
      ) : (
        <Fieldset ref={fields} legend={words.newWorkshop} mt="sm" onKeyDown={press}>
          <Stack gap="xs">
            <TextInput
              ref={title}
              label={words.workshopTitle}
              value={made.title}
              maxLength={200}
              onChange={({ currentTarget }) => onMade({ ...made, title: currentTarget.value })}
            />
            <TextInput
              label={words.workshopDate}
              type="date"
              value={made.date}
              onChange={({ currentTarget }) => onMade({ ...made, date: currentTarget.value })}
            />
            <TextInput
              label={words.workshopPlace}
              value={made.place}
              maxLength={200}
              onChange={({ currentTarget }) => onMade({ ...made, place: currentTarget.value })}
            />
            <Group justify="flex-end" gap="xs">
              <Button size="compact-sm" variant="default" onClick={close}>
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
