import type { ReactNode } from 'react';
import type { InstitutionId } from '../../../shared/ids/ids.ts';
import { useSession } from '../../client/session-context.tsx';
import { useFrame } from '../frame/frame-context.tsx';
import { ContributionsProvider } from './contributions-access.tsx';
import { useParticipation } from './use-participation.ts';

/** Lets all below it take part, where this person speaks for an institution. */
export function Participation({ children }: { readonly children: ReactNode }) {
  const { role, institution } = useSession().overview;
  return role === 'delegate' && institution !== null ? (
    <ForInstitution institution={institution}>{children}</ForInstitution>
  ) : (
    children
  );
}

function ForInstitution({
  institution,
  children,
}: {
  readonly institution: InstitutionId;
  readonly children: ReactNode;
}) {
  const access = useParticipation(institution, useFrame());
  return <ContributionsProvider value={access}>{children}</ContributionsProvider>;
}
