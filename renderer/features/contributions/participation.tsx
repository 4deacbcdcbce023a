import type { ReactNode } from 'react';
import type { InstitutionId } from '../../../shared/ids/ids.ts';
import { useRoom, useSession } from '../../client/session-context.tsx';
import { useFrame } from '../frame/frame-context.tsx';
import { ContributionsProvider } from './contributions-access.tsx';
import { MarkedOwn, MarkedVoices } from './marked-places.tsx';
import { useParticipation } from './use-participation.ts';
import { useRoomAgain } from './use-room-again.ts';
import { useSeesVoices } from './use-sees-voices.ts';

/** Lets all below it take part, where this person speaks for an institution; marks in the text what was said about it. */
export function Participation({ children }: { readonly children: ReactNode }) {
  const { role, institution } = useSession().overview;
  const seesAll = useSeesVoices();
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
  const frame = useFrame();
  const access = useParticipation(institution, frame);
  useRoomAgain(useRoom(`contributions/${institution}`), frame.phase.contributions);
  return (
    <ContributionsProvider value={access}>
      {marksOwn && <MarkedOwn access={access} />}
      {children}
    </ContributionsProvider>
  );
}
