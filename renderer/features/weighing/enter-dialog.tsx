import {
  Alert,
  Button,
  Group,
  Modal,
  NativeSelect,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { contributionKinds, type ContributionKind } from '../../../shared/contributions/contribution.ts';
import { limits } from '../../../shared/contributions/limits.ts';
import { sources, type Source } from '../../../shared/contributions/receipt.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import type { ContributionId, NodeId } from '../../../shared/ids/ids.ts';
import { invitedTo } from '../../../shared/rounds/round.ts';
import { useApi } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { WordingDifference } from '../../ui/wording-difference.tsx';
import { useEnteredPlace } from './use-entered-place.ts';
import type { Weighing } from './use-weighing.ts';

export interface EnterDialogProps {
  readonly weighing: Weighing;
  /** The goal or part that was looked at; null for none. */
  readonly place: NodeId | null;
  readonly onClose: () => void;
  readonly onEntered: (contribution: ContributionId) => void;
}

/** Writes down what an institution said in a letter, an e-mail, a call. What was typed stays where it is not taken. */
export function EnterDialog({ weighing, place: first, onClose, onEntered }: EnterDialogProps) {
  const words = useWords();
  const { weighing: say, contributions } = words;
  const { institutions, rounds } = weighing;
  const api = useApi();
  const [institution, setInstitution] = useState<string | null>(null);
  const [round, setRound] = useState<string>(weighing.round ?? rounds[0]?.id ?? '');
  const place = useEnteredPlace(weighing, first);
  const [kind, setKind] = useState<ContributionKind>('comment');
  const [body, setBody] = useState('');
  const [wording, setWording] = useState<string | null>(null);
  const [source, setSource] = useState<Source>('letter');
  const [dated, setDated] = useState('');
  const [reference, setReference] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);
  const { anchor, read } = place;
  const asking = rounds.find(({ id }) => id === round);
  const isUninvited =
    institution !== null &&
    asking !== undefined &&
    !invitedTo(asking, institutions).some(({ id }) => id === institution);
  const hasWords = anchor === null || anchor.on !== 'document';
  const hasWording = kind === 'proposal' && hasWords;
  const needsBody = kind !== 'proposal' && kind !== 'approval' && body.trim() === '';
  const needed = (isMissing: boolean): string | undefined =>
    isAsked && isMissing ? say.enter.needed : undefined;
  const kinds = contributionKinds.filter((one) => one !== 'proposal' || hasWords);

  const enter = async (): Promise<void> => {
    setAsked(true);
    if (institution === null || dated === '' || round === '' || needsBody || anchor === null) return;
    setBusy(true);
    const answer = await api('contributions.enter', {
      ...{ institution, round, source, dated, reference: reference.trim() },
      record: {
        type: 'statement',
        ...{ kind, anchor, body: body.trim() },
        wording: hasWording ? (wording ?? read) : null,
        replaces: null,
      },
    });
    setBusy(false);
    if (!answer.ok) {
      setFailure(answer.error);
      return;
    }
    const name = institutions.find(({ id }) => id === institution)?.name ?? institution;
    notifications.show({ message: say.enter.done(name) });
    onEntered(answer.value);
    onClose();
  };
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={say.enter.title}
      closeButtonProps={{ 'aria-label': say.close }}
    >
      {rounds.length === 0 ? (
        <Text>{say.enter.noRound}</Text>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void enter();
          }}
        >
          <Stack gap="sm">
            <Text size="sm">{say.enter.intro}</Text>
            <Select
              searchable
              data-autofocus
              label={say.enter.institution}
              value={institution}
              data={institutions.map(({ id, name }) => ({ value: id, label: name }))}
              nothingFoundMessage={say.enter.nothingFound}
              error={needed(institution === null)}
              description={isUninvited ? say.enter.uninvited : undefined}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              onChange={setInstitution}
            />
            <Group grow align="start">
              <NativeSelect
                label={say.enter.source}
                value={source}
                data={sources.map((one) => ({ value: one, label: contributions.sources[one] }))}
                onChange={({ currentTarget }) =>
                  setSource(sources.find((one) => one === currentTarget.value) ?? 'letter')
                }
              />
              <TextInput
                type="date"
                label={say.enter.dated}
                value={dated}
                error={needed(dated === '')}
                onChange={({ currentTarget }) => setDated(currentTarget.value)}
              />
            </Group>
            <TextInput
              label={say.enter.reference}
              value={reference}
              maxLength={200}
              onChange={({ currentTarget }) => setReference(currentTarget.value)}
            />
            <Select
              searchable
              allowDeselect={false}
              label={say.enter.place}
              value={place.chosen}
              data={place.options}
              limit={200}
              nothingFoundMessage={say.enter.nothingFound}
              onChange={(value) => {
                place.choose(value ?? '');
                setWording(null);
                if ((value ?? '') === '' && kind === 'proposal') setKind('comment');
              }}
            />
            <NativeSelect
              label={say.enter.kind}
              value={kind}
              data={kinds.map((one) => ({ value: one, label: contributions.kinds[one] }))}
              onChange={({ currentTarget }) =>
                setKind(kinds.find((one) => one === currentTarget.value) ?? 'comment')
              }
            />
            {hasWording && (
              <>
                <Textarea
                  label={say.enter.wording}
                  description={contributions.wordingHint}
                  value={wording ?? read}
                  maxLength={limits.wording}
                  autosize
                  minRows={3}
                  maxRows={12}
                  onChange={({ currentTarget }) => setWording(currentTarget.value)}
                />
                {wording !== null && wording !== read && <WordingDifference before={read} after={wording} />}
              </>
            )}
            <Textarea
              label={say.enter.body}
              value={body}
              maxLength={limits.body}
              autosize
              minRows={3}
              maxRows={14}
              error={needed(needsBody)}
              onChange={({ currentTarget }) => setBody(currentTarget.value)}
            />
            {rounds.length > 1 && (
              <NativeSelect
                label={say.enter.round}
                value={round}
                data={rounds.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={({ currentTarget }) => setRound(currentTarget.value)}
              />
            )}
            {failure !== null && (
              <Alert color="red" variant="light" role="alert" title={say.failed}>
                {words.describe(failure)}
              </Alert>
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {say.cancel}
              </Button>
              <Button type="submit" loading={busy}>
                {say.enter.submit}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
