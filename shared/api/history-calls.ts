import { z } from 'zod';
import type { UnitChange } from '../diff/compare-documents.ts';
import type { DocumentHeader } from '../editions/edition.ts';
import type { Moment, MomentText } from '../history/moment.ts';
import type { Role } from '../rights/rights.ts';
import type { LeitbildDocument } from '../schema/document.ts';
import type { Profile } from '../schema/profile.ts';
import { call, storageErrors, type Call } from './call.ts';

/** One of the two texts of a comparison, with what is needed to print its numbers. */
export interface ComparedText {
  readonly header: DocumentHeader;
  readonly document: LeitbildDocument;
  readonly profile: Profile;
}

/** Two texts and what became of each unit from the one to the other, as `compareDocuments` tells it. */
export interface TextComparison {
  readonly before: ComparedText;
  readonly after: ComparedText;
  readonly changes: readonly UnitChange[];
}

/** Newest first; `next` is what to hand in as `before` for older ones, or null where there are none. */
export interface MomentPage {
  readonly moments: readonly Moment[];
  readonly next: string | null;
}

/** Those who write the text see how it came about. */
const writers: readonly Role[] = ['moderator', 'editor'];
const moment = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number);
const limit = z
  .string()
  .regex(/^[1-9]\d{0,2}$/)
  .transform(Number);

/** The calls about how the draft came about. What stands there holds names of persons; delegates do not see it. */
export const historyCalls = {
  'history.list': call<MomentPage>()({
    method: 'GET',
    input: z.strictObject({ before: moment.optional(), limit: limit.optional() }),
    callers: writers,
    errors: storageErrors,
  }),
  'history.at': call<MomentText>()({
    method: 'GET',
    input: z.strictObject({ moment }),
    callers: writers,
    errors: [...storageErrors, 'moment-unknown'],
  }),
  /** Writes down at once what was changed since the last moment, so that what comes next is not mixed with it. */
  'history.settle': call<null>()({
    method: 'POST',
    input: z.strictObject({}),
    callers: writers,
    errors: storageErrors,
  }),
  /** From a moment to another, or to the draft as it stands now. */
  'history.compare': call<TextComparison>()({
    method: 'GET',
    input: z.strictObject({ moment, with: z.union([z.literal('now'), moment]) }),
    callers: writers,
    errors: [...storageErrors, 'moment-unknown', 'document-invalid'],
  }),
} as const satisfies Readonly<Record<string, Call>>;
