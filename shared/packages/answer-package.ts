import { z } from 'zod';
import { parseContribution, type Contribution } from '../contributions/contribution.ts';
import { limits } from '../contributions/limits.ts';
import { fail, ok, type Result } from '../errors/result.ts';
import {
  ID_PATTERN,
  institutionId,
  roundId,
  SHA256_PATTERN,
  sha256,
  type InstitutionId,
  type RoundId,
  type Sha256,
} from '../ids/ids.ts';
import { KEY_PATTERN } from './key-pattern.ts';

/** What an institution sends back: everything that it submitted with one round package, each time all of it. */
export interface AnswerPackage {
  readonly leitbild: string;
  readonly round: RoundId;
  readonly institution: InstitutionId;
  /** Hash of the round package that is answered. */
  readonly answers: Sha256;
  /** By the clock of the machine on which it was written, which may be wrong and decides nothing. */
  readonly createdAt: string;
  /** Each exactly as it was signed off, with its canonical JSON. A record that cannot be read is kept apart. */
  readonly records: readonly { readonly record: Contribution; readonly canonical: string }[];
  /** Places, from 0, of records that are none, with the part that is wrong. */
  readonly unreadable: readonly { readonly index: number; readonly place: string }[];
}

const packageSchema = z.strictObject({
  leitbild: z.string().regex(KEY_PATTERN),
  round: z.string().regex(ID_PATTERN).transform(roundId),
  institution: z.string().regex(ID_PATTERN).transform(institutionId),
  answers: z.string().regex(SHA256_PATTERN).transform(sha256),
  createdAt: z.iso.datetime({ precision: 0 }),
  records: z.array(z.unknown()).max(limits.submittedPerInstitution),
});

/** What is written: records as values. */
export type AnswerInside = Readonly<Omit<AnswerPackage, 'records' | 'unreadable'>> & {
  readonly records: readonly Contribution[];
};

/** Reads the inside of an answer package. Fails with the path of the part that is wrong. */
export function parseAnswerPackage(payload: unknown): Result<AnswerPackage, { readonly place: string }> {
  const parsed = packageSchema.safeParse(payload);
  if (!parsed.success) return fail({ place: parsed.error.issues[0]?.path.map(String).join('.') ?? '' });
  const records: { readonly record: Contribution; readonly canonical: string }[] = [];
  const unreadable: { readonly index: number; readonly place: string }[] = [];
  parsed.data.records.forEach((stored, index) => {
    const read = parseContribution(stored);
    if (read.ok) records.push({ record: read.value, canonical: read.canonical });
    else unreadable.push({ index, place: read.error.place });
  });
  return ok({ ...parsed.data, records, unreadable });
}
