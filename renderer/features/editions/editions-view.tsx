import { Alert, Loader, SegmentedControl, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback, useState, type ReactNode } from 'react';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { readHeader } from '../../../shared/rooms/text-room.ts';
import { listNamings, participantsOf } from '../../../shared/register/namings-room.ts';
import { listInstitutions } from '../../../shared/rooms/register-room.ts';
import { useRoom, useSession } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { FullView } from '../../ui/full-view.tsx';
import { localDay } from '../../ui/local-day.ts';
import { ExportDialog } from '../export/export-dialog.tsx';
import type { ViewProps } from '../frame/view-props.ts';
import { Comparison, DRAFT } from './comparison.tsx';
import { DraftDetails } from './draft-details.tsx';
import { EditionDetails } from './edition-details.tsx';
import { EditionList, type Chosen } from './edition-list.tsx';
import { FreezeDialog } from './freeze-dialog.tsx';
import { useEditions } from './use-editions.ts';
import layout from '../../ui/side-list.module.css';
import classes from './editions.module.css';

/** Draft and editions: read, proved, compared, given out, and frozen by moderation. */
export function EditionsView({ onClose, text, onJump }: ViewProps) {
  const words = useWords();
  const { editions: say } = words;
  const { overview } = useSession();
  const textRoom = useRoom('text');
  const processRoom = useRoom('process');
  const { list, failure } = useEditions();
  const mayFreeze = overview.role === 'moderator';
  const showsDraft = mayFreeze || overview.role === 'editor';
  const [picked, setPicked] = useState<Chosen | undefined>(undefined);
  const [mode, setMode] = useState<'read' | 'compare'>('read');
  const [dialog, setDialog] = useState<'freeze' | 'export' | null>(null);

  const participantsFor = useCallback(
    (label: string) => participantsOf(listInstitutions(processRoom.doc), listNamings(processRoom.doc, label)),
    [processRoom.doc],
  );
  const first = showsDraft ? null : (list?.[0]?.label ?? null);
  const chosen = picked === undefined ? first : picked;
  const header = readHeader(textRoom.doc);
  const previousOf = (label: string): string | null => {
    const at = list?.findIndex((edition) => edition.label === label) ?? -1;
    return list?.[at + 1]?.label ?? null;
  };
  const jump = (node: NodeId): void => {
    onClose();
    onJump(node);
  };
  const modes = (shown: ReactNode): ReactNode => (
    <>
      <SegmentedControl
        aria-label={say.mode}
        className={classes['modes'] ?? ''}
        value={mode}
        data={[
          { value: 'read', label: say.read },
          { value: 'compare', label: say.compare },
        ]}
        onChange={(value) => setMode(value === 'compare' ? 'compare' : 'read')}
      />
      {mode === 'read' ? (
        shown
      ) : (
        <Comparison
          key={chosen ?? DRAFT}
          editions={list ?? []}
          showsDraft={showsDraft}
          later={chosen ?? DRAFT}
        />
      )}
    </>
  );

  return (
    <FullView title={say.title} closeLabel={say.close} onClose={onClose} closeOnEscape={dialog === null}>
      <div className={layout['view']}>
        {list === null ? (
          failure === null ? (
            <Loader role="status" aria-label={say.loading} />
          ) : (
            <Alert color="red" variant="light" role="alert">
              {words.describe(failure)}
            </Alert>
          )
        ) : (
          <>
            <div className={layout['side']}>
              <EditionList
                editions={list}
                showsDraft={showsDraft}
                draftTitle={header.title}
                chosen={chosen}
                onChoose={setPicked}
              />
              {list.length === 0 && (
                <Text size="sm" c="dimmed" p="md">
                  {mayFreeze ? say.none : say.noneForGuests}
                </Text>
              )}
            </div>
            <div className={layout['details']}>
              {chosen !== null ? (
                <EditionDetails
                  label={chosen}
                  previous={previousOf(chosen)}
                  onExport={() => setDialog('export')}
                  isBrief={mode === 'compare'}
                  modes={modes}
                />
              ) : (
                showsDraft && (
                  <DraftDetails
                    {...{ text, mayFreeze, modes, title: header.title }}
                    onFreeze={() => setDialog('freeze')}
                    onExport={() => setDialog('export')}
                  />
                )
              )}
            </div>
          </>
        )}
      </div>
      {dialog === 'export' && (
        <ExportDialog
          source={chosen === null ? { kind: 'draft' } : { kind: 'edition', label: chosen }}
          text={text}
          onClose={() => setDialog(null)}
          onJump={jump}
        />
      )}
      {dialog === 'freeze' && text !== null && (
        <FreezeDialog
          {...{ text, header }}
          editions={list ?? []}
          participantsOf={participantsFor}
          today={localDay(new Date())}
          onClose={() => setDialog(null)}
          onJump={jump}
          onFrozen={({ label }) => {
            setDialog(null);
            setPicked(label);
            setMode('read');
            notifications.show({ color: 'green', message: say.frozenNow(label) });
          }}
        />
      )}
    </FullView>
  );
}
