import { Button, Checkbox, Group, MultiSelect, Radio, Select, Stack, Text, Textarea } from '@mantine/core';
import type { Institution } from '../../../shared/register/institution.ts';
import type { Round } from '../../../shared/rounds/round.ts';
import { useWords } from '../../client/use-words.ts';
import { formatsOf, type AssessmentChosen, type AssessmentKind } from './assessment-request.ts';

export interface AssessmentChoiceProps {
  readonly kind: AssessmentKind;
  readonly chosen: AssessmentChosen;
  readonly rounds: readonly Pick<Round, 'id' | 'name'>[];
  readonly institutions: readonly Pick<Institution, 'id' | 'name'>[];
  /** How much there is to give out, and on about how many PDFs it is divided. */
  readonly size: { readonly rows: number; readonly files: number };
  readonly onChange: (change: Partial<AssessmentChosen>) => void;
  readonly onStart: () => void;
  readonly onCancel: () => void;
}

/** No round can be called so. */
const ALL = '*';

/** Asks what is to be given out, and in which form. */
export function AssessmentChoice(props: AssessmentChoiceProps) {
  const { kind, chosen, rounds, institutions, size, onChange, onStart, onCancel } = props;
  const { assessmentExport: say } = useWords();
  const isDivided = chosen.format === 'pdf' && size.files > 1;
  const formats: Readonly<Record<string, { readonly name: string; readonly text: string }>> =
    say[kind].formats;
  return (
    <Stack gap="lg">
      {kind === 'letters' && <Text>{say.lettersHelp}</Text>}
      <Radio.Group
        label={say.format}
        value={chosen.format}
        onChange={(value) => {
          const format = formatsOf(kind).find((one) => one === value);
          if (format !== undefined) onChange({ format });
        }}
      >
        <Stack gap="xs" mt="xs">
          {formatsOf(kind).map((one, at) => (
            <Radio
              key={one}
              value={one}
              label={formats[one]?.name}
              description={formats[one]?.text}
              {...(at === 0 ? { 'data-autofocus': true } : {})}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Select
        label={say.round}
        data={[
          { value: ALL, label: say.allRounds },
          ...rounds.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        allowDeselect={false}
        value={chosen.round ?? ALL}
        onChange={(value) => onChange({ round: value === ALL ? null : value })}
      />
      <MultiSelect
        label={say.institutions}
        placeholder={chosen.institutions.length === 0 ? say.allInstitutions : ''}
        searchable
        clearable
        data={institutions.map(({ id, name }) => ({ value: id, label: name }))}
        value={[...chosen.institutions]}
        onChange={(value) => onChange({ institutions: value })}
      />
      <Checkbox
        label={say.onlyOpen}
        description={say.onlyOpenHelp}
        checked={chosen.onlyOpen}
        onChange={({ currentTarget }) => onChange({ onlyOpen: currentTarget.checked })}
      />
      <Checkbox
        label={say.anonymised}
        description={say.anonymisedHelp}
        checked={chosen.anonymised}
        onChange={({ currentTarget }) => onChange({ anonymised: currentTarget.checked })}
      />
      {kind === 'letters' && (
        <>
          <Checkbox
            label={say.withContacts}
            checked={chosen.withContacts && !chosen.anonymised}
            disabled={chosen.anonymised}
            onChange={({ currentTarget }) => onChange({ withContacts: currentTarget.checked })}
          />
          <Textarea
            label={say.introduction}
            description={say.introductionHelp}
            autosize
            minRows={4}
            maxRows={12}
            maxLength={10_000}
            value={chosen.introduction}
            onChange={({ currentTarget }) => onChange({ introduction: currentTarget.value })}
          />
        </>
      )}
      <Text size="sm" role="status">
        {say.size(size.rows, chosen.onlyOpen)} {isDivided && say.divided[kind](size.files)}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {say.cancel}
        </Button>
        <Button onClick={onStart}>{say.start}</Button>
      </Group>
    </Stack>
  );
}
