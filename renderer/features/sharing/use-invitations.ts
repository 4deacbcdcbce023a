import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Invitation, ListedInvitation } from '../../../shared/api/contract.ts';
import type { HostEvent } from '../../../shared/api/events.ts';
import type { AppError } from '../../../shared/errors/errors.ts';
import type { Institution } from '../../../shared/register/institution.ts';
import { useApi, useHostEvent } from '../../client/session-context.tsx';

export interface Invitations {
  /** Those by which somebody can come in; null until they are read. */
  readonly list: readonly Invitation[] | null;
  /** The institutions for which packages went out, each with an author of its own by whom nobody comes in. */
  readonly withPackage: ReadonlySet<string>;
  readonly institutions: readonly Institution[];
  readonly error: AppError | null;
  readonly reload: () => void;
}

/** The invitations of this workspace, newest first, and the institutions that they may be for. */
export function useInvitations(): Invitations {
  const api = useApi();
  const [all, setAll] = useState<readonly ListedInvitation[] | null>(null);
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
        setAll([...invited.value].sort((left, right) => (left.createdAt < right.createdAt ? 1 : -1)));
      else setError(invited.error);
      if (register.ok) setInstitutions(register.value);
    });
    return () => {
      isGone = true;
    };
  }, [api, asked]);
  const list = useMemo(() => all && all.filter(({ forPackage }) => !forPackage), [all]);
  const withPackage = useMemo(
    () =>
      new Set(
        (all ?? []).flatMap(({ forPackage, institution }) =>
          forPackage && institution ? [institution] : [],
        ),
      ),
    [all],
  );
  return { list, withPackage, institutions, error, reload };
}
