import { Button, Group, Input, Modal, SegmentedControl, Select, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { isNodeId } from '../../../shared/ids/ids.ts';
import type { ReferenceForm } from '../../../shared/schema/document.ts';
import { useWords } from '../../client/use-words.ts';
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
  const printed = isNodeId(target) ? (text?.references.textOf(target, form) ?? '') : '';
  return (
    <Modal opened onClose={close} title={words.title} closeButtonProps={{ 'aria-label': frame.close }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isNodeId(target)) return;
          editor?.commands.insertReference(target, form);
          close();
        }}
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
        <Input.Wrapper label={words.form} labelElement="div" mt="md">
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
        <Text size="sm" c="dimmed" mt="sm" aria-live="polite">
          {printed === '' ? words.follows : words.prints(printed)}
        </Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={close}>
            {frame.cancel}
          </Button>
          <Button type="submit" disabled={target === null}>
            {words.insert}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
