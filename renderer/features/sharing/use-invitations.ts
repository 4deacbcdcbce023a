import { useCallback, useEffect, useState } from 'react';
import type { Invitation } from '../../../shared/api/contract.ts';
import type { HostEvent } from '../../../shared/api/events.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import type { Institution } from '../../../shared/register/institution.ts';
import { useApi, useHostEvent } from '../../client/session-context.tsx';

export interface Invitations {
  /** Null until they are read. */
  readonly list: readonly Invitation[] | null;
  readonly institutions: readonly Institution[];
  readonly error: AppError | null;
  readonly reload: () => void;
}

/** The invitations of this workspace, newest first, and the institutions that they may be for. */
export function useInvitations(): Invitations {
  const api = useApi();
  const [list, setList] = useState<readonly Invitation[] | null>(null);
  const [institutions, setInstitutions] = useState<readonly Institution[]>([]);
  const [error, setError] = useState<AppError | null>(null);
  const [asked, setAsked] = useState(0);
  const reload = useCallback(() => setAsked((count) => count + 1), []);
  useHostEvent(
    useCallback(
      (event: HostEvent) => {
        if (event.type === 'invitation-revoked') reload();
      },
      [reload],
    ),
  );
  useEffect(() => {
    let isGone = false;
    void Promise.all([api('invitations.list', {}), api('register.list', {})]).then(([invited, register]) => {
      if (isGone) return;
      if (invited.ok)
        setList([...invited.value].sort((left, right) => (left.createdAt < right.createdAt ? 1 : -1)));
      else setError(invited.error);
      if (register.ok) setInstitutions(register.value);
    });
    return () => {
      isGone = true;
    };
  }, [api, asked]);
  return { list, institutions, error, reload };
}
