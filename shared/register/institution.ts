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

const institutionSchema = z.strictObject({
  id: z
    .string()
    .regex(ID_PATTERN)
    .transform((id) => id as InstitutionId),
  name: z.string().trim().min(1).max(300),
  kind: z.enum(institutionKinds),
  /** How many delegates it may send. */
  seats: z.int().min(0).max(999),
});

/** What everyone invited may read of an institution; it lives in the `process` room. */
export type Institution = Readonly<z.infer<typeof institutionSchema>>;

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
