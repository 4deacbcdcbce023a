import { z } from 'zod';
import type { Role } from '../rights/rights.ts';
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
  z.strictObject({ type: z.literal('sharing-stopped') }),
  z.strictObject({ type: z.literal('storage-failed') }),
  z.strictObject({ type: z.literal('storage-recovered') }),
  /** Ask `replica.status` and `refusals.list` again. */
  z.strictObject({ type: z.literal('replica-changed') }),
]);

export type HostEvent = Readonly<z.infer<typeof eventSchema>>;
export type HostEventType = HostEvent['type'];

const everyone: readonly Role[] = ['moderator', 'editor', 'delegate', 'reader'];
const moderation: readonly Role[] = ['moderator'];

/** Who is told of which event. */
export const audiences: { readonly [Type in HostEventType]: readonly Role[] } = {
  'phase-changed': everyone,
  'edition-frozen': everyone,
  'invitation-revoked': moderation,
  'sharing-started': moderation,
  'sharing-stopped': moderation,
  'storage-failed': everyone,
  'storage-recovered': everyone,
  'replica-changed': everyone,
};

/** Reads one message of `/events`; null where it is none that this version knows. */
export function readEvent(message: unknown): HostEvent | null {
  const parsed = eventSchema.safeParse(message);
  return parsed.success ? parsed.data : null;
}
