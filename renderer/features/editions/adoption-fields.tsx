import { Checkbox, Group, TextInput } from '@mantine/core';
import { useWords } from '../../client/use-words.ts';

/** What is given about the council's decision, as typed. */
export interface AdoptionInput {
  readonly isAdopted: boolean;
  readonly body: string;
  readonly date: string;
  readonly paper: string;
}

export interface AdoptionFieldsProps {
  readonly input: AdoptionInput;
  /** Whether what is missing is to be said. */
  readonly checked: boolean;
  /** Today, `YYYY-MM-DD`. */
  readonly today: string;
  readonly onChange: (input: AdoptionInput) => void;
}

/** Two fields beside each other stand on one line, whatever is said of each. */
const fieldBeforeHint: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'description',
  'error',
];

/** Body, day and paper number of the decision, where there is one. */
export function AdoptionFields({ input, checked, today, onChange }: AdoptionFieldsProps) {
  const { editions: say } = useWords();
  const missing = (text: string): string | null => (checked && text.trim() === '' ? say.needed : null);
  return (
    <>
      <Checkbox
        label={say.hasAdoption}
        description={say.hasAdoptionHelp}
        checked={input.isAdopted}
        onChange={({ currentTarget: { checked: isAdopted } }) => onChange({ ...input, isAdopted })}
      />
      {input.isAdopted && (
        <>
          <TextInput
            required
            label={say.fieldBody}
            description={say.fieldBodyExample}
            maxLength={200}
            value={input.body}
            error={missing(input.body)}
            onChange={({ currentTarget: { value } }) => onChange({ ...input, body: value })}
          />
          <Group grow align="start">
            <TextInput
              required
              type="date"
              label={say.fieldDate}
              inputWrapperOrder={fieldBeforeHint}
              description={input.date > today && say.dateInFuture}
              value={input.date}
              error={missing(input.date)}
              onChange={({ currentTarget: { value } }) => onChange({ ...input, date: value })}
            />
            <TextInput
              label={say.fieldPaper}
              inputWrapperOrder={fieldBeforeHint}
              description={say.fieldPaperExample}
              maxLength={80}
              value={input.paper}
              onChange={({ currentTarget: { value } }) => onChange({ ...input, paper: value })}
            />
          </Group>
        </>
      )}
    </>
  );
}
