import { z } from 'zod';
import { delegateId, ID_PATTERN, institutionId, invitationId } from '../ids/ids.ts';

/** What a person does for an institution: speak for it, stand in for somebody, or lead it. */
export const delegateRoles = ['delegate', 'deputy', 'head'] as const;

export type DelegateRole = (typeof delegateRoles)[number];

const ID = z.string().regex(ID_PATTERN);

/** A person whom an institution sends. Personal data: kept in the `contacts` room, which delegates never receive. */
export const delegateSchema = z.strictObject({
  id: ID.transform(delegateId),
  institution: ID.transform(institutionId),
  name: z.string().trim().min(1).max(200),
  role: z.enum(delegateRoles),
  email: z.union([z.literal(''), z.email()]),
  phone: z.string().trim().max(60),
  /** First and last day on which the person speaks for the institution, `YYYY-MM-DD`; `null` for open. */
  from: z.iso.date().nullable(),
  until: z.iso.date().nullable(),
  /** The invitation that was made for this person, if there is one. */
  invitation: ID.transform(invitationId).nullable(),
});

export type Delegate = Readonly<z.infer<typeof delegateSchema>>;

/** Whether a person speaks for the institution on a day (`YYYY-MM-DD`): both the first and the last count. */
export function speaksOn({ from, until }: Pick<Delegate, 'from' | 'until'>, day: string): boolean {
  return (from === null || from <= day) && (until === null || day <= until);
}
