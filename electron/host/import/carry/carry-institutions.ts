import type { Institution } from '../../../../shared/register/institution.ts';
import { normalizeTitle } from '../text/line-shapes.ts';

/** What an import means for the register. */
export interface CarriedInstitutions {
  /** All institutions of the import, in its order; those that the register knows, as it knows them. */
  readonly institutions: readonly Institution[];
  /** Those that are new. */
  readonly added: readonly Institution[];
}

/** Finds the institutions of an import in the register by their names; case and punctuation do not count. */
export function carryInstitutions(
  register: readonly Institution[],
  imported: readonly Institution[],
): CarriedInstitutions {
  const known = new Map<string, Institution[]>();
  for (const institution of register) {
    const key = normalizeTitle(institution.name);
    known.set(key, [...(known.get(key) ?? []), institution]);
  }
  const added: Institution[] = [];
  const institutions = imported.map((institution) => {
    const found = known.get(normalizeTitle(institution.name))?.shift();
    if (found) return found;
    added.push(institution);
    return institution;
  });
  return { institutions, added };
}
