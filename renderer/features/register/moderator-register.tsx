import { Alert, Button, Group, Menu, SegmentedControl, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconPlus, IconUpload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { registerFormats, type RegisterFormat } from '../../../shared/api/register-calls.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import type { InstitutionId } from '../../../shared/ids/ids.ts';
import { useSession } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { FullView } from '../../ui/full-view.tsx';
import { saveFile } from '../export/save-file.ts';
import { useInvitations } from '../sharing/use-invitations.ts';
import { Consent } from './consent.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { InstitutionDetails } from './institution-details.tsx';
import { InstitutionDialog } from './institution-dialog.tsx';
import { findLines, registerLines } from './register-lines.ts';
import { RegisterList } from './register-list.tsx';
import { useRegister } from './use-register.ts';
import classes from './register.module.css';

/** The register with all that moderation may do: the list, one institution beside it, consent, lists in and out. */
export function ModeratorRegister({ onClose }: { readonly onClose: () => void }) {
  const { register: words, describe } = useWords();
  const session = useSession();
  const facts = useRegister();
  const invitations = useInvitations();
  const [mode, setMode] = useState<'institutions' | 'consent'>('institutions');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<InstitutionId | null>(null);
  const [dialog, setDialog] = useState<'add' | 'import' | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);
  const { institutions, delegates, contacts, voices } = facts;

  const lines = useMemo(
    () => registerLines({ institutions, delegates, voices }, invitations.list),
    [institutions, delegates, voices, invitations.list],
  );
  const shown = useMemo(
    () => findLines(lines, search, { delegates, contacts, kinds: words.kinds }),
    [lines, search, delegates, contacts, words.kinds],
  );
  const line = lines.find(({ institution }) => institution.id === chosen);
  const exportAs = async (format: RegisterFormat): Promise<void> => {
    setFailure(null);
    const made = await session.api('register.export', { format });
    const saved = made.ok ? await saveFile(made.value, session, window, words.title) : made;
    if (!saved.ok) setFailure(saved.error);
    else if (made.ok && saved.value.kind !== 'declined')
      notifications.show({ color: 'green', message: words.exported(made.value.name) });
  };

  return (
    <FullView
      title={words.title}
      closeLabel={words.close}
      onClose={onClose}
      closeOnEscape={dialog === null && !isAsking}
    >
      <div className={classes['frame']}>
        <div className={classes['bar']}>
          <SegmentedControl
            aria-label={words.view}
            value={mode}
            data={[
              { value: 'institutions', label: words.tabs.institutions },
              { value: 'consent', label: words.tabs.consent },
            ]}
            onChange={(value) => setMode(value === 'consent' ? 'consent' : 'institutions')}
          />
          <Group gap="xs">
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setDialog('add')}>
              {words.add}
            </Button>
            <Button
              variant="default"
              leftSection={<IconUpload size={18} aria-hidden />}
              onClick={() => setDialog('import')}
            >
              {words.import}
            </Button>
            <Menu position="bottom-end" shadow="md" withinPortal={false}>
              <Menu.Target>
                <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />}>
                  {words.export}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {registerFormats.map((format) => (
                  <Menu.Item key={format} onClick={() => void exportAs(format)}>
                    {words.exportAs[format]}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          </Group>
        </div>
        {(failure ?? invitations.error) !== null && (
          <Alert color="red" variant="light" role="alert" m="md">
            {failure !== null ? describe(failure) : invitations.error && describe(invitations.error)}
          </Alert>
        )}
        {mode === 'consent' ? (
          <Consent rooms={facts.rooms} institutions={institutions} />
        ) : (
          <div className={classes['view']}>
            <RegisterList
              {...{ lines: shown, all: lines.length, search, chosen }}
              onSearch={setSearch}
              onChoose={setChosen}
            />
            <div className={classes['details']}>
              {line === undefined ? (
                <Text c="dimmed" className={classes['hint'] ?? ''}>
                  {lines.length === 0 ? words.empty : words.choose}
                </Text>
              ) : (
                <InstitutionDetails
                  key={line.institution.id}
                  {...{ line, facts, invitations }}
                  onAsking={setAsking}
                  onChoose={setChosen}
                />
              )}
            </div>
          </div>
        )}
      </div>
      {dialog === 'add' && (
        <InstitutionDialog
          facts={facts}
          entry={null}
          onClose={() => setDialog(null)}
          onSaved={(id) => {
            setMode('institutions');
            setChosen(id);
          }}
        />
      )}
      {dialog === 'import' && <ImportDialog onClose={() => setDialog(null)} />}
    </FullView>
  );
}
