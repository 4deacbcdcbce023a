import { Input, SegmentedControl, Select, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { isNodeId } from '../../../shared/ids/ids.ts';
import type { ReferenceForm } from '../../../shared/schema/document.ts';
import { useWords } from '../../client/use-words.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { nameOf } from '../outline/outline-lines.ts';
import { useFrame } from './frame-context.tsx';
import type { ViewProps } from './view-props.ts';

const forms: readonly ReferenceForm[] = ['number', 'label', 'title'];

/** Puts a reference where the caret is: to what, and what of it is printed. */
export function ReferenceDialog({ onClose, text }: ViewProps) {
  const { frame, palette } = useWords();
  const words = frame.reference;
  const { editor, lines } = useFrame();
  const [target, setTarget] = useState<string | null>(null);
  const [form, setForm] = useState<ReferenceForm>('number');
  const choices = useMemo(
    () =>
      lines
        .filter(({ type }) => type !== 'goalGroup')
        .map((line) => ({
          value: line.id,
          label: line.fullNumber === '' ? nameOf(line) : `${nameOf(line)} – ${line.title}`,
        })),
    [lines],
  );
  // It is mounted open, so the dialog itself does not know where the keyboard came from.
  const close = (): void => {
    onClose();
    editor?.tiptap.commands.focus();
  };
  const save = (): void => {
    if (!isNodeId(target)) return;
    editor?.commands.insertReference(target, form);
    close();
  };
  const printed = isNodeId(target) ? (text?.references.textOf(target, form) ?? '') : '';
  return (
    <FormDialog
      title={words.title}
      save={words.insert}
      canSave={target !== null}
      onSave={save}
      onClose={close}
    >
      <Select
        label={words.target}
        placeholder={words.targetHint}
        data={choices}
        value={target}
        onChange={setTarget}
        searchable
        nothingFoundMessage={palette.nothing}
        maxDropdownHeight={300}
        data-autofocus
      />
      <Input.Wrapper label={words.form} labelElement="div">
        <SegmentedControl
          fullWidth
          mt={6}
          // In a narrow window all three fit beside each other.
          styles={{ label: { paddingInline: '0.3rem' } }}
          aria-label={words.form}
          value={form}
          onChange={setForm}
          data={forms.map((value) => ({ value, label: words.forms[value] }))}
        />
      </Input.Wrapper>
      <Text size="sm" c="dimmed" aria-live="polite">
        {printed === '' ? words.follows : words.prints(printed)}
      </Text>
    </FormDialog>
  );
}
