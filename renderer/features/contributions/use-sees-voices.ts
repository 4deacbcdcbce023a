import { rightOf } from '../../../shared/rights/rights.ts';
import { useSession } from '../../client/session-context.tsx';
import { useFrame } from '../frame/frame-context.tsx';

/** Whether this person may read what all institutions have submitted, now. */
export function useSeesVoices(): boolean {
  const { principal, role, institution } = useSession().overview;
  const { phase } = useFrame();
  return rightOf({ id: principal, role, institution }, 'voices', phase) === 'read';
}
