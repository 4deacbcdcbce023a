import { Alert, Button, Select, Title } from '@mantine/core';
import { useState } from 'react';
import type { IssuedInvitation } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import { institutionId } from '../../../shared/ids/ids.ts';
import type { Institution } from '../../../shared/register/institution.ts';
import { roles, type Role } from '../../../shared/rights/rights.ts';
import { useApi } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import classes from './sharing.module.css';

const lastings = { day: 1, week: 7, month: 31, year: 366 } as const;
type Lasting = keyof typeof lastings;

export interface NewInvitationProps {
  readonly institutions: readonly Institution[];
  readonly onIssued: (issued: IssuedInvitation) => void;
}

/** Makes an invitation for a role and, where the role needs one, an institution. */
export function NewInvitation({ institutions, onIssued }: NewInvitationProps) {
  const { sharing: words, describe } = useWords();
  const api = useApi();
  const [role, setRole] = useState<Role>('reader');
  const [institution, setInstitution] = useState<string | null>(null);
  const [lasting, setLasting] = useState<Lasting>('month');
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
    const expiresAt = endOf(lasting, new Date());
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
          data={(Object.keys(lastings) as Lasting[]).map((value) => ({ value, label: words.lasting[value] }))}
          value={lasting}
          allowDeselect={false}
          onChange={(value) => {
            if (value !== null) setLasting(value);
          }}
        />
        <Button type="submit" loading={isBusy} className={classes['create'] ?? ''}>
          {words.create}
        </Button>
      </div>
      {error !== null && (
        <Alert mt="sm" color="red" role="alert">
          {describe(error)}
        </Alert>
      )}
    </form>
  );
}

/** The end of the last day that an invitation holds, as the contract wants it. */
function endOf(lasting: Lasting, now: Date): string {
  const end = new Date(now.getFullYear(), now.getMonth(), now.getDate() + lastings[lasting], 23, 59, 59);
  return `${end.toISOString().slice(0, 19)}Z`;
}
