import type { ReactNode } from 'react';
import type { InstitutionId } from '../../../shared/ids/ids.ts';
import { rightOf } from '../../../shared/rights/rights.ts';
import { useSession } from '../../client/session-context.tsx';
import { useFrame } from '../frame/frame-context.tsx';
import { ContributionsProvider } from './contributions-access.tsx';
import { MarkedOwn, MarkedVoices } from './marked-places.tsx';
import { useParticipation } from './use-participation.ts';

/** Lets all below it take part, where this person speaks for an institution; marks in the text what was said about it. */
export function Participation({ children }: { readonly children: ReactNode }) {
  const { principal, role, institution } = useSession().overview;
  const { phase } = useFrame();
  const seesAll = rightOf({ id: principal, role, institution }, 'voices', phase) === 'read';
  const isDelegate = role === 'delegate' && institution !== null;
  return (
    <>
      {seesAll && <MarkedVoices />}
      {isDelegate ? (
        <ForInstitution institution={institution} marksOwn={!seesAll}>
          {children}
        </ForInstitution>
      ) : (
        children
      )}
    </>
  );
}

interface ForInstitutionProps {
  readonly institution: InstitutionId;
  /** Whether nobody else marks the own contributions. */
  readonly marksOwn: boolean;
  readonly children: ReactNode;
}

function ForInstitution({ institution, marksOwn, children }: ForInstitutionProps) {
  const access = useParticipation(institution, useFrame());
  return (
    <ContributionsProvider value={access}>
      {marksOwn && <MarkedOwn access={access} />}
      {children}
    </ContributionsProvider>
  );
}
