import { ok } from '../../../../shared/errors/result.ts';
import { listInstitutions, listRegister } from '../../../../shared/rooms/register-room.ts';
import type { Handlers } from '../host-services.ts';

/** The institutions; their contacts are another call, because only moderation may have them. */
export const registerHandlers = {
  'register.list': (_input, { services: { readRoom } }) => ok(readRoom('process', listInstitutions)),
  'register.contacts': (_input, { services: { readRoom } }) =>
    ok(
      readRoom('process', (process) =>
        readRoom('contacts', (contacts) => listRegister({ process, contacts })),
      ),
    ),
} satisfies Partial<Handlers>;
