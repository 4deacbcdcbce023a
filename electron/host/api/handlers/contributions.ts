import { enterContribution } from '../../contributions/enter-contribution.ts';
import { ok } from '../../../../shared/errors/result.ts';
import type { Handlers } from '../host-services.ts';

/** What institutions say by other ways, and finding what was said. */
export const contributionHandlers = {
  'contributions.enter': (input, { principal, services }) =>
    enterContribution({ ...services, enteredBy: principal.id }, input),
  'contributions.search': async ({ query }, { principal, services: { voiceSearch } }) =>
    ok(await voiceSearch.search(principal, query)),
} satisfies Partial<Handlers>;
