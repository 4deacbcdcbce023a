import { Button, Group, Menu, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTextPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { limits } from '../../../shared/contributions/limits.ts';
import {
  listReasonBlocks,
  reasonBlockSchema,
  removeReasonBlock,
  writeReasonBlock,
  type ReasonBlock,
} from '../../../shared/decisions/reason-block.ts';
import { createId } from '../../client/create-id.ts';
import { useRoom } from '../../client/session-context.tsx';
import { useReading } from '../../client/use-reading.ts';
import { useWords } from '../../client/use-words.ts';
import { showUndoNotice } from '../../ui/undo-notice.tsx';

export interface ReasonFieldProps {
  readonly reason: string;
  readonly onChange: (change: (reason: string) => string) => void;
}

/** Why it is decided so; reasons that recur can be put in, and kept. */
export function ReasonField({ reason, onChange }: ReasonFieldProps) {
  const words = useWords().weighing.form;
  const { doc } = useRoom('process');
  const blocks = useReading(doc, listReasonBlocks);
  const [title, setTitle] = useState<string | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const save = (): void => {
    const block = reasonBlockSchema.safeParse({ id: createId(), title: title ?? '', text: reason.trim() });
    if (!block.success) return;
    writeReasonBlock(doc, block.data);
    setTitle(null);
    setSaved(reason);
  };
  const remove = (block: ReasonBlock): void => {
    removeReasonBlock(doc, block.id);
    const id = `block-${block.id}`;
    showUndoNotice({
      ...{ id, message: words.blockRemoved(block.title), undo: words.undo },
      onUndo: () => {
        writeReasonBlock(doc, block);
        notifications.hide(id);
      },
    });
  };
  return (
    <div>
      <Textarea
        label={words.reason}
        description={words.reasonHint}
        value={reason}
        maxLength={limits.body}
        autosize
        minRows={3}
        maxRows={14}
        onChange={({ currentTarget: { value } }) => onChange(() => value)}
      />
      <Group gap="xs" mt={6}>
        <Menu position="bottom-start" shadow="md" width={300} withinPortal={false}>
          <Menu.Target>
            <Button size="compact-sm" variant="default" leftSection={<IconTextPlus size={15} stroke={1.6} />}>
              {words.blocks}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {blocks.length === 0 && <Menu.Item disabled>{words.noBlocks}</Menu.Item>}
            {blocks.map(({ id, title: name, text }) => (
              <Menu.Item
                key={id}
                onClick={() =>
                  onChange((before) => (before.trim() === '' ? text : `${before.trimEnd()}\n${text}`))
                }
              >
                <Text size="sm">{name}</Text>
                <Text size="xs" c="dimmed" lineClamp={2}>
                  {text}
                </Text>
              </Menu.Item>
            ))}
            {blocks.length > 0 && (
              <>
                <Menu.Divider />
                <Menu.Sub>
                  <Menu.Sub.Target>
                    <Menu.Sub.Item>{words.removeBlock}</Menu.Sub.Item>
                  </Menu.Sub.Target>
                  <Menu.Sub.Dropdown>
                    {blocks.map((block) => (
                      <Menu.Item key={block.id} onClick={() => remove(block)}>
                        {block.title}
                      </Menu.Item>
                    ))}
                  </Menu.Sub.Dropdown>
                </Menu.Sub>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
        {reason.trim() !== '' && reason !== saved && title === null && (
          <Button size="compact-sm" variant="subtle" onClick={() => setTitle(reason.trim().slice(0, 40))}>
            {words.saveBlock}
          </Button>
        )}
        <Text size="sm" c="dimmed" role="status">
          {saved !== null && reason === saved ? words.blockSaved : ''}
        </Text>
      </Group>
      {title !== null && (
        <Group gap="xs" mt={6} align="end">
          <TextInput
            style={{ flex: 1 }}
            size="sm"
            label={words.blockTitle}
            value={title}
            maxLength={200}
            data-autofocus
            onChange={({ currentTarget }) => setTitle(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              save();
            }}
          />
          <Button size="sm" variant="light" disabled={title.trim() === ''} onClick={save}>
            {words.save}
          </Button>
        </Group>
      )}
    </div>
  );
}
