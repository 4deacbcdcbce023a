import { Alert, Button, Group, Select, Title } from '@mantine/core';
import { useState } from 'react';
import type { Doc } from 'yjs';
import type { IssuedInvitation } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import { institutionId } from '../../../shared/ids/ids.ts';
import type { Institution } from '../../../shared/register/institution.ts';
import { roles, type Role } from '../../../shared/rights/rights.ts';
import { useApi, useRoom } from '../../client/session-context.tsx';
import { useReading } from '../../client/use-reading.ts';
import { useWords } from '../../client/use-words.ts';
import { shortDay } from '../../ui/format-values.ts';
import { endAfterDays, endOfRound } from './invitation-ends.ts';
import classes from './sharing.module.css';

const lastings = { day: 1, week: 7, month: 31, year: 366 } as const;
type Lasting = keyof typeof lastings | 'round';

export interface NewInvitationProps {
  readonly institutions: readonly Institution[];
  readonly onIssued: (issued: IssuedInvitation) => void;
}

/** Makes an invitation for a role and, where the role needs one, an institution. */
export function NewInvitation({ institutions, onIssued }: NewInvitationProps) {
  const { sharing: words, describe, language } = useWords();
  const api = useApi();
  const [role, setRole] = useState<Role>('reader');
  const [institution, setInstitution] = useState<string | null>(null);
  const [chosen, setLasting] = useState<Lasting>('month');
  const roundEnd = useReading(useRoom('process').doc, endOfRoundNow);
  // The round may be closed while this is open.
  const days = chosen === 'round' ? 'month' : chosen;
  const untilRound = chosen === 'round' ? roundEnd : null;
  const endNow = (): string => untilRound ?? endAfterDays(lastings[days], new Date());
  const [isBusy, setBusy] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const speaks = role === 'delegate' || role === 'reader';

  const create = async (): Promise<void> => {
    setError(null);
    if (role === 'delegate' && institution === null) {
      setMissing(true);
      return;
    }
    setBusy(true);
    const expiresAt = endNow();
    const whose = institution === null ? null : institutionId(institution);
    const answer = await api(
      'invitations.create',
      role === 'delegate'
        ? { role, institution: institution ?? '', expiresAt }
        : role === 'reader'
          ? { role, institution: whose, expiresAt }
          : { role, institution: null, expiresAt },
    );
    setBusy(false);
    if (answer.ok) {
      // The next invitation is for somebody else.
      setInstitution(null);
      onIssued(answer.value);
    } else setError(answer.error);
  };
  return (
    <form
      aria-labelledby="sharing-invite"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <Title order={3} size="h5" id="sharing-invite" mb="xs">
        {words.invite}
      </Title>
      <div className={classes['invite']}>
        <Select
          label={words.role}
          description={words.roles[role].text}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={roles.map((value) => ({ value, label: words.roles[value].name }))}
          value={role}
          allowDeselect={false}
          onChange={(value) => {
            const chosen = roles.find((one) => one === value);
            if (chosen !== undefined) setRole(chosen);
          }}
        />
        <Select
          label={role === 'delegate' ? words.institution : words.institutionOptional}
          placeholder={words.noInstitution}
          data={institutions.map(({ id, name }) => ({ value: id, label: name }))}
          value={speaks ? institution : null}
          onChange={(value) => {
            setInstitution(value);
            setMissing(false);
          }}
          disabled={!speaks}
          searchable
          clearable={role === 'reader'}
          nothingFoundMessage={words.noInstitutions}
          error={isMissing && words.institutionMissing}
          maxDropdownHeight={280}
        />
        <Select
          label={words.expires}
          data={[
            ...(Object.keys(lastings) as (keyof typeof lastings)[]).map((value) => ({
              ...{ value, label: words.lasting[value] },
            })),
            ...(roundEnd === null
              ? []
              : [{ value: 'round' as const, label: words.untilRound(shortDay(roundEnd, language)) }]),
          ]}
          value={untilRound === null ? days : 'round'}
          allowDeselect={false}
          onChange={(value) => {
            if (value !== null) setLasting(value);
          }}
        />
        <Button type="submit" loading={isBusy} className={classes['create'] ?? ''}>
          {words.create}
        </Button>
      </div>
      {role === 'delegate' && roundEnd !== null && endNow() < roundEnd && (
        <Alert mt="sm" color="yellow" role="status">
          <Group justify="space-between" gap="sm">
            <span>{words.endsBeforeRound(shortDay(roundEnd, language))}</span>
            <Button size="compact-sm" variant="default" onClick={() => setLasting('round')}>
              {words.takeRoundEnd}
            </Button>
          </Group>
        </Alert>
      )}
      {error !== null && (
        <Alert mt="sm" color="red" role="alert">
          {describe(error)}
        </Alert>
      )}
    </form>
  );
}

/** When the round that runs closes, by this machine's clock. */
function endOfRoundNow(process: Doc): string | null {
  return endOfRound(process, new Date());
}
