import type { InstitutionId } from '../ids/ids.ts';
import { institutionSchema, takesPart, type Institution } from './institution.ts';

/** Of more former names the oldest are forgotten. */
const MOST_NAMES = 50;

/**
 * The institution under another name; the one that it had is kept with the last day on which it bore it (`YYYY-MM-DD`).
 * Another spelling of upper and lower case or of white space is the same name put right, and keeps nothing. Throws a
 * `ZodError` where the new name does not fit the schema.
 */
export function renamed(institution: Institution, name: string, lastDay: string): Institution {
  const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toLocaleLowerCase('de');
  if (plain(name) === plain(institution.name)) return institutionSchema.parse({ ...institution, name });
  const known = [...(institution.formerNames ?? []), { name: institution.name, until: lastDay }];
  const formerNames = known.slice(-MOST_NAMES);
  return institutionSchema.parse({ ...institution, name, formerNames });
}

/** The institution under the name that it had last, as if it had never been renamed; null where it never was. */
export function withFormerName(institution: Institution): Institution | null {
  const { formerNames = [], ...rest } = institution;
  const last = formerNames.at(-1);
  if (last === undefined) return null;
  const earlier = formerNames.slice(0, -1);
  return { ...rest, name: last.name, ...(earlier.length > 0 && { formerNames: earlier }) };
}

/** The institution as one that takes part again: it has neither left nor become part of another. */
export function takingPart(institution: Institution): Institution {
  const { id, name, kind, seats, formerNames } = institution;
  return { id, name, kind, seats, ...(formerNames !== undefined && { formerNames }) };
}

/**
 * The institution that an id means today, after all mergers; the same one where there was none. Undefined where it is
 * unknown, and where mergers lead in a circle, as two people may have made them at the same time.
 */
export function successorOf(
  institutions: readonly Institution[],
  id: InstitutionId,
): Institution | undefined {
  const byId = new Map(institutions.map((one) => [one.id, one]));
  const seen = new Set<InstitutionId>();
  let wanted = id;
  while (!seen.has(wanted)) {
    seen.add(wanted);
    const found = byId.get(wanted);
    if (found?.mergedInto === undefined) return found;
    wanted = found.mergedInto;
  }
  return undefined;
}

/** Why an institution cannot become part of another. */
export type MergeFault = 'unknown' | 'same' | 'not-taking-part';

/** Why one institution cannot become part of the other; null where it can: both take part, and they are two. */
export function mergeFault(
  institutions: readonly Institution[],
  from: InstitutionId,
  into: InstitutionId,
): MergeFault | null {
  if (from === into) return 'same';
  const both = institutions.filter(({ id }) => id === from || id === into);
  if (both.length < 2) return 'unknown';
  return both.every(takesPart) ? null : 'not-taking-part';
}
