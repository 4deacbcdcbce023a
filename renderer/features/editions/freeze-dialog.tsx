import { Alert, Checkbox, Group, Text, TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { EditionLine } from '../../../shared/api/contract.ts';
import type { DocumentHeader } from '../../../shared/editions/edition.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import type { NodeId } from '../../../shared/ids/ids.ts';
import type { EditionParticipants } from '../../../shared/register/namings-room.ts';
import { isOpen } from '../../../shared/weighing/weighing-rows.ts';
import type { NumberedText } from '../../client/live-text.ts';
import { useApi } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { PrintingFault } from '../export/printing-fault.tsx';
import { useRunningRound } from '../rounds/use-rounds.ts';
import { useWeighing } from '../weighing/use-weighing.ts';
import { AdoptionFields, type AdoptionInput } from './adoption-fields.tsx';
import { CheckList, type Check } from './check-list.tsx';
import { findingsOf, labelFault } from './freeze-checks.ts';
import { usePrintable } from './use-printable.ts';
import { useUnchanged } from './use-unchanged.ts';
import classes from './editions.module.css';

export interface FreezeDialogProps {
  readonly text: NumberedText;
  readonly header: DocumentHeader;
  readonly editions: readonly EditionLine[];
  /** Which institutions of the register an edition of that label will name. */
  readonly participantsOf: (label: string) => EditionParticipants;
  /** Today, `YYYY-MM-DD`. */
  readonly today: string;
  readonly onFrozen: (edition: EditionLine) => void;
  readonly onJump: (node: NodeId) => void;
  readonly onClose: () => void;
}

/** Asks for the edition's data, says what would be missing and what cannot be taken back, and freezes the draft. */
export function FreezeDialog(props: FreezeDialogProps) {
  const { text, editions, participantsOf, today, onFrozen, onJump, onClose } = props;
  const words = useWords();
  const { editions: say } = words;
  const api = useApi();
  const [label, setLabel] = useState(today.slice(0, 4));
  const [header, setHeader] = useState(props.header);
  const [adoption, setAdoption] = useState<AdoptionInput>({ isAdopted: true, body: '', date: '', paper: '' });
  const [understood, setUnderstood] = useState(false);
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);
  const printable = usePrintable();
  const last = editions[0]?.label ?? null;
  const isUnchanged = useUnchanged(last);
  const findings = useMemo(() => findingsOf(text), [text]);
  const running = useRunningRound()?.round.name ?? null;
  const contributions = useWeighing()?.rows ?? [];
  const undecided = contributions.filter((row) => isOpen(row) && row.standing === 'stands').length;

  const fault = labelFault(
    label.trim(),
    editions.map((edition) => edition.label),
  );
  const labelFaults = {
    empty: say.needed,
    form: say.labelForm,
    reserved: say.labelReserved,
    taken: say.labelTaken(label.trim()),
  };
  const { named, refused, notAsked } = useMemo(() => participantsOf(label.trim()), [participantsOf, label]);
  const title = header.title.trim();
  const level = (isFine: boolean, other: 'hint' | 'stop'): Check['level'] => (isFine ? 'fine' : other);
  const checks: readonly Check[] = [
    { key: 'title', level: level(title !== '', 'stop'), text: say.checkTitle(title), places: [] },
    {
      key: 'goals',
      level: findings.isEmpty ? 'stop' : level(findings.goals.length > 0, 'hint'),
      text: findings.isEmpty
        ? say.checkText(true)
        : say.checkGoals(findings.goals.map(({ count, plural }) => `${count} ${plural}`).join(', ')),
      places: [],
    },
    ...(isUnchanged && last !== null
      ? [{ key: 'unchanged', level: 'hint' as const, text: say.checkUnchanged(last), places: [] }]
      : []),
    {
      key: 'empty',
      level: level(findings.empty.length === 0, 'hint'),
      text: say.checkEmpty(findings.empty.length),
      places: findings.empty,
    },
    {
      key: 'references',
      level: level(findings.broken.length === 0, 'hint'),
      text: say.checkReferences(findings.broken.length),
      places: findings.broken,
    },
    ...(contributions.length > 0 || running !== null
      ? [
          {
            key: 'weighing',
            level: level(undecided === 0 && running === null, 'hint'),
            text: say.checkWeighing(undecided, running),
            places: [],
          },
        ]
      : []),
    {
      key: 'participants',
      level: level(named.length > 0, 'hint'),
      text: say.checkParticipants(named.length),
      places: [],
    },
    ...(named.length + refused.length > 0
      ? [
          {
            key: 'consent',
            level: level(notAsked.length === 0, 'hint'),
            text: say.checkConsent(refused.length, notAsked.length),
            places: [],
          },
        ]
      : []),
    {
      key: 'printable',
      level: printable.state === 'running' ? 'running' : level(printable.state === 'done', 'stop'),
      text:
        printable.state === 'running'
          ? say.checkPrintable.running
          : printable.state === 'done'
            ? say.checkPrintable.done(printable.pages)
            : say.checkPrintable.failed,
      places: [],
    },
  ];
  const isAdoptionWhole = !adoption.isAdopted || (adoption.body.trim() !== '' && adoption.date !== '');
  const mayFreeze = understood && checks.every((check) => check.level === 'fine' || check.level === 'hint');

  const submit = async (): Promise<void> => {
    setChecked(true);
    if (!mayFreeze || fault !== null || !isAdoptionWhole) return;
    setBusy(true);
    setFailure(null);
    const { body, date, paper } = adoption;
    const frozen = await api('editions.freeze', {
      label: label.trim(),
      ...header,
      adoption: adoption.isAdopted ? { body: body.trim(), date, paper: paper.trim() } : null,
    });
    setBusy(false);
    if (frozen.ok) onFrozen(frozen.value);
    else setFailure(frozen.error);
  };
  const field = (name: keyof DocumentHeader, labelled: string, limit: number, required: boolean) => (
    <TextInput
      required={required}
      label={labelled}
      maxLength={limit}
      value={header[name]}
      error={checked && required && header[name].trim() === '' ? say.needed : null}
      onChange={({ currentTarget: { value } }) => setHeader({ ...header, [name]: value })}
    />
  );

  return (
    <FormDialog
      title={say.freezeTitle}
      save={say.freezeNow(label.trim())}
      size="xl"
      canSave={mayFreeze}
      isBusy={busy}
      onSave={() => void submit()}
      onClose={onClose}
    >
      <Text size="sm">{say.freezeLead}</Text>
      <TextInput
        data-autofocus
        required
        label={say.fieldLabel}
        description={say.fieldLabelHelp}
        maxLength={40}
        value={label}
        error={fault !== null && (checked || fault !== 'empty') ? labelFaults[fault] : null}
        onChange={({ currentTarget: { value } }) => setLabel(value)}
      />
      {field('title', say.fieldTitle, 300, true)}
      <Group grow align="start">
        {field('subtitle', say.fieldSubtitle, 300, false)}
        {field('municipality', say.fieldMunicipality, 200, false)}
      </Group>
      <AdoptionFields input={adoption} checked={checked} today={today} onChange={setAdoption} />
      <div>
        <Text fw={600} size="sm" mb={4}>
          {say.checks}
        </Text>
        <CheckList checks={checks} onJump={onJump} />
      </div>
      {printable.state === 'failed' && <PrintingFault error={printable.error} text={text} onJump={onJump} />}
      <Alert
        color="orange"
        variant="light"
        icon={<IconLock aria-hidden />}
        title={say.forGood}
        className={classes['forGood'] ?? ''}
        styles={{ label: { color: 'var(--mantine-color-text)' } }}
      >
        <p>{say.forGoodText}</p>
        <Checkbox
          label={say.understood}
          checked={understood}
          onChange={({ currentTarget: { checked: now } }) => setUnderstood(now)}
        />
      </Alert>
      {failure !== null && (
        <Alert color="red" variant="light" role="alert" title={say.notFrozen}>
          {words.describe(failure)}
        </Alert>
      )}
    </FormDialog>
  );
}
