import type { InstitutionId } from '../ids/ids.ts';
import { takesPart, type Institution, type InstitutionKind, type RegisterEntry } from './institution.ts';
import { successorOf } from './institution-changes.ts';
import { countNameWords, likenessOf, type Likeness, type NameWords } from './similar-names.ts';
import { comparableName } from './tidy-cell.ts';

/** Why a row may mean an institution. */
export type CandidateReason =
  | Likeness
  /** It was called so once. */
  | 'former-name'
  /** One of this name has become part of it. */
  | 'merged'
  /** It has left, and would take part again. */
  | 'left';

/** An institution that a row may mean. */
export interface RegisterCandidate {
  readonly id: InstitutionId;
  readonly name: string;
  readonly kind: InstitutionKind;
  readonly why: CandidateReason;
  /** An earlier row of the same file, where it is not in the register; such a row can only be left out as double. */
  readonly row: number | null;
  /** What would be written: under the name of the register, and under that of the row, where these differ. */
  readonly kept: RegisterEntry | null;
  readonly renamed: RegisterEntry | null;
}

/** What may be meant, before it is known what would be written. */
export interface FoundCandidate {
  readonly before: RegisterEntry | null;
  readonly institution: Institution;
  readonly why: CandidateReason;
  readonly row: number | null;
}

/** A new row that was read before. */
export interface EarlierRow {
  readonly row: number;
  readonly entry: RegisterEntry;
}

/** Counts the words of all names of the register, former ones too, and of the file. */
export function countRegisterWords(existing: readonly RegisterEntry[], names: readonly string[]): NameWords {
  return countNameWords([...existing.flatMap(({ institution }) => namesOf(institution)), ...names]);
}

const MOST = 5;
const order: Readonly<Record<CandidateReason, number>> = {
  left: 0,
  merged: 0,
  'former-name': 1,
  form: 2,
  initials: 3,
  spelling: 4,
  part: 5,
};

/** The institutions and earlier rows that a name may mean, the likeliest first, at most five, each once. */
export function findCandidates(
  name: string,
  {
    existing,
    earlier,
    words,
  }: {
    readonly existing: readonly RegisterEntry[];
    readonly earlier: readonly EarlierRow[];
    readonly words: NameWords;
  },
): readonly FoundCandidate[] {
  const wanted = comparableName(name);
  const found = existing.flatMap((entry): readonly FoundCandidate[] => {
    const { institution } = entry;
    const reasons = namesOf(institution).flatMap((known, index) => {
      if (comparableName(known) === wanted)
        return [index === 0 ? ('form' as const) : ('former-name' as const)];
      const why = likenessOf(name, known, words);
      return why === null ? [] : [why];
    });
    const [why] = [...reasons].sort((a, b) => order[a] - order[b]);
    return why === undefined ? [] : meaning(entry, why, existing);
  });
  const doubles = earlier.flatMap(({ row, entry: { institution } }): readonly FoundCandidate[] => {
    const why = likenessOf(name, institution.name, words);
    return why === null ? [] : [{ before: null, institution, why, row }];
  });
  const sorted = [...found, ...doubles].sort((a, b) => order[a.why] - order[b.why]);
  const known = new Set<InstitutionId>();
  return sorted.filter(({ institution: { id } }) => !known.has(id) && known.add(id)).slice(0, MOST);
}

/** What a row of that institution's name means today: itself, where it has left, or what it has become part of. */
export function meaning(
  entry: RegisterEntry,
  why: CandidateReason,
  existing: readonly RegisterEntry[],
): readonly FoundCandidate[] {
  const { institution } = entry;
  if (institution.mergedInto === undefined) {
    return [{ before: entry, institution, why: takesPart(institution) ? why : 'left', row: null }];
  }
  const all = existing.map((one) => one.institution);
  const successor = successorOf(all, institution.id);
  const before = existing.find((one) => one.institution.id === successor?.id);
  return before === undefined ? [] : [{ before, institution: before.institution, why: 'merged', row: null }];
}

function namesOf({ name, formerNames = [] }: Institution): readonly string[] {
  return [name, ...formerNames.map((former) => former.name)];
}
