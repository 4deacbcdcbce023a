import type { Invitation } from '../../../shared/api/contract.ts';
import { takesPart, type Institution, type InstitutionKind } from '../../../shared/register/institution.ts';
import type { RegisterFacts } from './use-register.ts';

/** One line of the list. */
export interface RegisterLine {
  readonly institution: Institution;
  readonly people: number;
  readonly contributions: number;
  /** Whether somebody can come in for it: `over` where invitations were made and none is valid any more. */
  readonly invited: 'none' | 'valid' | 'over';
  readonly isPresent: boolean;
}

/** The lines of the list, those that take part before those that do not; `invitations` is null until they are read. */
export function registerLines(
  { institutions, delegates, voices }: Pick<RegisterFacts, 'institutions' | 'delegates' | 'voices'>,
  invitations: readonly Invitation[] | null,
): readonly RegisterLine[] {
  const people = new Map<string, number>();
  for (const { institution } of delegates) people.set(institution, (people.get(institution) ?? 0) + 1);
  const states = new Map<string, 'valid' | 'over'>();
  for (const { institution, state } of invitations ?? []) {
    if (institution !== null && states.get(institution) !== 'valid')
      states.set(institution, state === 'valid' ? 'valid' : 'over');
  }
  const lines = institutions.map((institution) => ({
    institution,
    people: people.get(institution.id) ?? 0,
    contributions: voices.get(institution.id) ?? 0,
    invited: states.get(institution.id) ?? ('none' as const),
    isPresent: takesPart(institution),
  }));
  return [...lines.filter(({ isPresent }) => isPresent), ...lines.filter(({ isPresent }) => !isPresent)];
}

/** The lines in which all words of a search occur: in the name, a former name, the kind, or the name of a person. */
export function findLines(
  lines: readonly RegisterLine[],
  search: string,
  {
    delegates,
    contacts,
    kinds,
  }: Pick<RegisterFacts, 'delegates' | 'contacts'> & {
    readonly kinds: Readonly<Record<InstitutionKind, string>>;
  },
): readonly RegisterLine[] {
  const wanted = plain(search).split(' ').filter(Boolean);
  if (wanted.length === 0) return lines;
  return lines.filter(({ institution: { id, name, kind, formerNames = [] } }) => {
    const text = plain(
      [
        ...[name, kinds[kind], contacts.get(id)?.person ?? '', id],
        ...formerNames.map((former) => former.name),
        ...delegates.filter(({ institution }) => institution === id).map((person) => person.name),
      ].join(' '),
    );
    return wanted.every((word) => text.includes(word));
  });
}

function plain(text: string): string {
  return text.toLocaleLowerCase('de').replaceAll(/\s+/g, ' ').trim();
}
