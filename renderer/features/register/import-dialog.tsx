import { Alert, Button, FileButton, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useWords } from '../../client/use-words.ts';
import { ImportPreview } from './import-preview.tsx';
import { useRegisterImport } from './use-register-import.ts';

/** Takes a list from Excel or CSV over: first what it would do, with a question for each row that is like another. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { register: words, describe } = useWords();
  const say = words.importing;
  const work = useRegisterImport(({ written, removed, left }) => {
    notifications.show({ color: 'green', message: say.applied(written, removed, left) });
    onClose();
  });
  const { list, isBusy, failure } = work;
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={say.title}
      closeButtonProps={{ 'aria-label': words.cancel }}
      closeOnClickOutside={list === null}
    >
      <Stack gap="md">
        <Text size="sm">{list === null ? say.lead : say.file(list.name)}</Text>
        {failure !== null && (
          <Alert color="red" variant="light" role="alert">
            {describe(failure)}
          </Alert>
        )}
        <div>
          <FileButton
            accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            onChange={(file) => {
              if (file !== null) work.choose(file);
            }}
          >
            {(button) => (
              <Button
                {...button}
                variant={list === null ? 'filled' : 'default'}
                loading={isBusy}
                leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
              >
                {list === null ? say.choose : say.another}
              </Button>
            )}
          </FileButton>
        </div>
        {list !== null && (
          <ImportPreview
            key={list.plan.seen + list.upload}
            {...{ list, isBusy }}
            onAnswer={work.answer}
            onApply={work.apply}
          />
        )}
        {list === null && (
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  );
}
