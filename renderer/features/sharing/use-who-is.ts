import type { Invitation } from '../../../shared/api/contract.ts';
import { useWords } from '../../client/use-words.ts';
import type { Invitations } from './use-invitations.ts';

/** Says whom an invitation is for: the role and, where it has one, the institution by its name. */
export function useWhoIs({ institutions }: Pick<Invitations, 'institutions'>) {
  const { roles } = useWords().sharing;
  return ({ role, institution }: Pick<Invitation, 'role' | 'institution'>): string => {
    const known = institutions.find(({ id }) => id === institution);
    const name = known?.name ?? institution ?? '';
    return name === '' ? roles[role].name : `${roles[role].name}, ${name}`;
  };
}
