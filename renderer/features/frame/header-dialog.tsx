import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { readHeader, writeHeader } from '../../../shared/rooms/text-room.ts';
import { useWords } from '../../client/use-words.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useFrame } from './frame-context.tsx';
import type { ViewProps } from './view-props.ts';

/** Title, subtitle and municipality, as they stand on the cover. */
export function HeaderDialog({ onClose }: ViewProps) {
  const words = useWords().frame;
  const { room } = useFrame();
  const [header, setHeader] = useState(() => readHeader(room.doc));
  const field = (key: keyof typeof header, length: number) => ({
    label: words.header[key],
    value: header[key],
    maxLength: length,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setHeader((before) => ({ ...before, [key]: value }));
    },
  });
  const save = (): void => {
    const { title, subtitle, municipality } = header;
    writeHeader(room.doc, {
      title: title.trim(),
      subtitle: subtitle.trim(),
      municipality: municipality.trim(),
    });
    onClose();
  };
  return (
    <FormDialog title={words.header.heading} save={words.save} onSave={save} onClose={onClose}>
      <Text c="dimmed" size="sm">
        {words.header.hint}
      </Text>
      <TextInput {...field('title', 300)} data-autofocus />
      <TextInput {...field('subtitle', 300)} />
      <TextInput {...field('municipality', 200)} />
    </FormDialog>
  );
}
