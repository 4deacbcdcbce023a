import { Button, Group, Radio, Select, Stack, Text } from '@mantine/core';
import { exportFormats, type ExportFormat } from '../../../shared/api/export-calls.ts';
import type { EditionLine } from '../../../shared/api/contract.ts';
import { useWords } from '../../client/use-words.ts';
import classes from './export.module.css';

/** The draft, or an edition by its label. */
export type ExportSource = { readonly kind: 'draft' } | { readonly kind: 'edition'; readonly label: string };

export interface ExportChoiceProps {
  readonly editions: readonly EditionLine[];
  readonly mayExportDraft: boolean;
  readonly source: ExportSource;
  readonly format: ExportFormat;
  readonly onSource: (source: ExportSource) => void;
  readonly onFormat: (format: ExportFormat) => void;
  readonly onStart: () => void;
  readonly onCancel: () => void;
}

/** No edition can be called so. */
const DRAFT = 'draft';

/** Asks what is to be given out, and in which form. */
export function ExportChoice(props: ExportChoiceProps) {
  const { editions, mayExportDraft, source, format, onSource, onFormat, onStart, onCancel } = props;
  const { export: say } = useWords();
  const sources = [
    ...(mayExportDraft ? [{ value: DRAFT, label: say.draft }] : []),
    ...editions.map(({ label, title }) => ({ value: label, label: `${say.edition(label)}: ${title}` })),
  ];
  return (
    <Stack gap="lg">
      <Select
        data-autofocus
        label={say.source}
        data={sources}
        allowDeselect={false}
        value={source.kind === 'draft' ? DRAFT : source.label}
        onChange={(value) => {
          if (value !== null)
            onSource(value === DRAFT ? { kind: 'draft' } : { kind: 'edition', label: value });
        }}
      />
      <Radio.Group
        label={say.format}
        value={format}
        onChange={(value) => {
          const chosen = exportFormats.find((one) => one === value);
          if (chosen !== undefined) onFormat(chosen);
        }}
      >
        <div className={classes['choice']}>
          {exportFormats.map((one) => (
            <Radio.Card
              key={one}
              value={one}
              className={classes['card'] ?? ''}
              aria-label={say.formats[one].name}
            >
              <Radio.Indicator />
              <span>
                <Text component="span" fw={600} display="block">
                  {say.formats[one].name}
                </Text>
                <Text component="span" size="sm" c="dimmed" display="block">
                  {say.formats[one].text}
                </Text>
              </span>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {say.cancel}
        </Button>
        <Button onClick={onStart}>{say.start}</Button>
      </Group>
    </Stack>
  );
}
