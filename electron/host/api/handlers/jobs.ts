import type { Handlers } from '../host-services.ts';

/** Work that takes long, each of the caller's own. */
export const jobHandlers = {
  'jobs.status': ({ job }, { principal, services: { window } }) => window.jobs.status(principal.id, job),
  'jobs.cancel': ({ job }, { principal, services: { window } }) => window.jobs.cancel(principal.id, job),
} satisfies Partial<Handlers>;
