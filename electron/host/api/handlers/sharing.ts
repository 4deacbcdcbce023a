import { ok } from '../../../../shared/errors/result.ts';
import type { Handlers } from '../host-services.ts';

/** How the host does, and whether it can be reached from the network. */
export const sharingHandlers = {
  'host.status': (_input, { services }) => ok(services.status()),
  'sharing.status': (_input, { services: { sharing } }) => ok(sharing.status()),
  'sharing.start': (input, { services: { sharing } }) => sharing.start(input),
  'sharing.stop': (_input, { services: { sharing } }) => sharing.stop(),
} satisfies Partial<Handlers>;
