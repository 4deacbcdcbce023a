import { z } from 'zod';
import { ID_PATTERN, type InstitutionId } from '../ids/ids.ts';

/** Kinds of institutions that take part, with the register's usual words in `renderer/words`. */
export const institutionKinds = [
  'association',
  'migrantOrganisation',
  'religiousCommunity',
  'office',
  'school',
  'university',
  'company',
  'party',
  'initiative',
  'other',
] as const;

export type InstitutionKind = (typeof institutionKinds)[number];

const ID = z
  .string()
  .regex(ID_PATTERN)
  .transform((id) => id as InstitutionId);

const formerNameSchema = z.strictObject({
  name: z.string().trim().min(1).max(300),
  /** The last day on which it bore the name, `YYYY-MM-DD`. */
  until: z.iso.date(),
});

const institutionSchema = z.strictObject({
  id: ID,
  name: z.string().trim().min(1).max(300),
  kind: z.enum(institutionKinds),
  /** How many delegates it may send. */
  seats: z.int().min(0).max(999),
  /** What it was called before, oldest first; left out where it never had another name. */
  formerNames: z.array(formerNameSchema).max(50).optional(),
  /** The institution that it has become part of. It is then no longer asked, and what it said stays its own. */
  mergedInto: ID.optional(),
  /** The day from which it takes no part any more, `YYYY-MM-DD`. */
  left: z.iso.date().optional(),
});

/** What everyone invited may read of an institution; it lives in the `process` room. */
export type Institution = Readonly<z.infer<typeof institutionSchema>>;

/** Whether it takes part today: it has neither left nor become part of another. */
export function takesPart(institution: Institution): boolean {
  return institution.mergedInto === undefined && institution.left === undefined;
}

const contactSchema = z.strictObject({
  /** Name of the contact person. */
  person: z.string().trim().max(200),
  email: z.union([z.literal(''), z.email()]),
  phone: z.string().trim().max(60),
});

/** How moderation reaches an institution. Personal data: kept in the `contacts` room, which delegates never receive. */
export type Contact = Readonly<z.infer<typeof contactSchema>>;

/** One line of the register as moderation sees, imports and exports it. */
export interface RegisterEntry {
  readonly institution: Institution;
  readonly contact: Contact;
}

export const emptyContact: Contact = { person: '', email: '', phone: '' };
export { contactSchema, institutionSchema };
