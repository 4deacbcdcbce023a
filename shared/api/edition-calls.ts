import { z } from 'zod';
import type { FrozenEdition } from '../editions/edition.ts';
import type { Sha256 } from '../ids/ids.ts';
import { roles } from '../rights/rights.ts';
import type { Profile } from '../schema/profile.ts';
import { call, storageErrors, type Call } from './call.ts';
import type { TextComparison } from './history-calls.ts';

/** An edition that is what was frozen, and stands in the chain where it stood. */
export interface ProvenEdition {
  readonly label: string;
  readonly hash: Sha256;
  readonly frozenAt: string;
  /** The edition that was frozen before it; null for the first. */
  readonly previous: { readonly label: string; readonly hash: Sha256 } | null;
}

const label = z.string().min(1).max(40);
/** No edition can be called `draft`. */
const source = z.union([z.literal('draft'), label]);

/** The calls about single editions; what is published is for everyone invited, and so is the draft to read. */
export const editionCalls = {
  /** An edition with its proof, read and checked. */
  'editions.show': call<FrozenEdition>()({
    method: 'GET',
    input: z.strictObject({ label }),
    callers: roles,
    errors: [...storageErrors, 'edition-unknown', 'edition-changed'],
  }),
  'editions.compare': call<TextComparison>()({
    method: 'GET',
    input: z.strictObject({ from: source, to: source }),
    callers: roles,
    errors: [...storageErrors, 'edition-unknown', 'edition-changed', 'document-invalid', 'text-empty'],
  }),
  /** Reads an edition and those before it, and checks each against its hash. */
  'editions.verify': call<ProvenEdition>()({
    method: 'POST',
    input: z.strictObject({ label }),
    callers: roles,
    errors: [...storageErrors, 'edition-unknown', 'edition-changed'],
  }),
  /** The profile of the text that is being worked on. */
  'profile.get': call<Profile>()({
    method: 'GET',
    input: z.strictObject({}),
    callers: roles,
    errors: storageErrors,
  }),
} as const satisfies Readonly<Record<string, Call>>;
