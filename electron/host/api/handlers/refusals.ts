import { appError } from '../../../../shared/errors/errors.ts';
import { fail, ok } from '../../../../shared/errors/result.ts';
import { restoreRefusal } from '../../replica/restore-refusal.ts';
import type { Handlers } from '../host-services.ts';

/** What the host that this one follows has refused for good. */
export const refusalHandlers = {
  'refusals.list': (_input, { services: { workspace } }) => ok(workspace.refusedCopies.list()),
  'refusals.restore': ({ refusal }, { principal, services }) => restoreRefusal(refusal, principal, services),
  'refusals.dismiss': ({ refusal }, { services: { workspace, ports, emit } }) => {
    if (workspace.refusedCopies.state(refusal) === undefined) {
      return fail(appError('refusal-unknown', { refusal }));
    }
    workspace.refusedCopies.dismiss(refusal, ports.clock.now());
    emit({ type: 'replica-changed' });
    return ok(workspace.refusedCopies.list());
  },
} satisfies Partial<Handlers>;
