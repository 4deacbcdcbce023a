import { createDecisionDesk } from '../../decisions/decision-desk.ts';
import type { Handlers, HostServices } from '../host-services.ts';

/** What moderation decides about contributions. */
export const decisionHandlers = {
  'decisions.decide': (input, { principal, services }) => deskOf(services).decide(input, principal),
  'decisions.reopen': (input, { principal, services }) => deskOf(services).reopen(input, principal),
} satisfies Partial<Handlers>;

function deskOf({ workspace, ports, live, history }: HostServices) {
  return createDecisionDesk({ workspace, ports, rooms: live, history });
}
