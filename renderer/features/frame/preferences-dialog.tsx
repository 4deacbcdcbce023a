import { Input, Modal, SegmentedControl, Slider, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { usePreferences } from '../../client/preferences-context.tsx';
import { useWords } from '../../client/use-words.ts';
import type { ViewProps } from './view-props.ts';

/** Name, look, language and size, as this device remembers them. Everything holds at once. */
export function PreferencesDialog({ onClose }: ViewProps) {
  const { frame } = useWords();
  const words = frame.preferences;
  const { preferences, change } = usePreferences();
  const [name, setName] = useState(preferences.name);
  const keepName = (): void => change({ name: name.trim(), nameAsked: true });
  return (
    <Modal
      opened
      onClose={() => {
        keepName();
        onClose();
      }}
      title={words.title}
      closeButtonProps={{ 'aria-label': frame.close }}
    >
      <Stack gap="lg">
        <TextInput
          label={words.name}
          description={words.nameHint}
          value={name}
          maxLength={80}
          autoComplete="name"
          onChange={(event) => setName(event.currentTarget.value)}
          onBlur={keepName}
          data-autofocus
        />
        <Input.Wrapper label={words.theme} labelElement="div">
          <SegmentedControl
            fullWidth
            mt={6}
            aria-label={words.theme}
            value={preferences.theme}
            onChange={(theme) => change({ theme })}
            data={(['auto', 'light', 'dark'] as const).map((value) => ({
              value,
              label: words.themes[value],
            }))}
          />
        </Input.Wrapper>
        <Input.Wrapper label={words.language} labelElement="div">
          <SegmentedControl
            fullWidth
            mt={6}
            aria-label={words.language}
            value={preferences.language}
            onChange={(language) => change({ language })}
            data={(['de', 'en'] as const).map((value) => ({ value, label: words.languages[value] }))}
          />
        </Input.Wrapper>
        <Input.Wrapper label={words.zoom} labelElement="div">
          <Slider
            mt={6}
            mb="lg"
            min={70}
            max={250}
            step={10}
            thumbLabel={words.zoom}
            value={preferences.zoom}
            onChange={(zoom) => change({ zoom })}
            label={words.percent}
            marks={[
              { value: 100, label: words.percent(100) },
              { value: 200, label: words.percent(200) },
            ]}
          />
        </Input.Wrapper>
        <Text size="sm" c="dimmed">
          {words.kept}
        </Text>
      </Stack>
    </Modal>
  );
}
