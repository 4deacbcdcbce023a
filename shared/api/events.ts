import { z } from 'zod';
import type { Role } from '../rights/rights.ts';
import { jobResultSchema } from './job-calls.ts';
import { phaseSchema } from './phase-schema.ts';

/** All that a host tells its clients without being asked. The list is closed. */
export const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('phase-changed'), phase: phaseSchema }),
  z.strictObject({ type: z.literal('edition-frozen'), label: z.string(), hash: z.string() }),
  z.strictObject({ type: z.literal('invitation-revoked'), invitation: z.string() }),
  z.strictObject({
    type: z.literal('sharing-started'),
    url: z.string(),
    fingerprint: z.string().nullable(),
  }),
  /** The machine has another address: links given out lead nowhere, new ones say `url`. */
  z.strictObject({ type: z.literal('sharing-moved'), url: z.string() }),
  z.strictObject({ type: z.literal('sharing-stopped') }),
  /** `code` says why: `workspace-missing` where the file was deleted or replaced while it was open. */
  z.strictObject({ type: z.literal('storage-failed'), code: z.string() }),
  z.strictObject({ type: z.literal('storage-recovered') }),
  z.strictObject({ type: z.literal('moment-recorded'), moment: z.int() }),
  z.strictObject({
    type: z.literal('job-progress'),
    job: z.string(),
    phase: z.string(),
    done: z.number(),
    total: z.number(),
  }),
  z.strictObject({ type: z.literal('job-done'), job: z.string(), result: jobResultSchema }),
  z.strictObject({
    type: z.literal('job-failed'),
    job: z.string(),
    error: z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) }),
  }),
  /** Ask `replica.status` and `refusals.list` again. */
  z.strictObject({ type: z.literal('replica-changed') }),
]);

export type HostEvent = Readonly<z.infer<typeof eventSchema>>;

/** Events that only the one hears who began the job. */
export type PersonalEvent = Extract<HostEvent, { readonly job: string }>;

/** Events for everybody whom `audiences` names. */
export type SharedEvent = Exclude<HostEvent, PersonalEvent>;

const everyone: readonly Role[] = ['moderator', 'editor', 'delegate', 'reader'];
const moderation: readonly Role[] = ['moderator'];

/** Who is told of which event; those of a job go to nobody but whose it is. */
export const audiences: { readonly [Type in SharedEvent['type']]: readonly Role[] } = {
  'phase-changed': everyone,
  'edition-frozen': everyone,
  'invitation-revoked': moderation,
  'sharing-started': moderation,
  'sharing-moved': moderation,
  'sharing-stopped': moderation,
  'storage-failed': everyone,
  'storage-recovered': everyone,
  'moment-recorded': ['moderator', 'editor'],
  'replica-changed': everyone,
};

/** Reads one message of `/events`; null where it is none that this version knows. */
export function readEvent(message: unknown): HostEvent | null {
  const parsed = eventSchema.safeParse(message);
  return parsed.success ? parsed.data : null;
}
