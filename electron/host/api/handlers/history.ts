import { ok } from '../../../../shared/errors/result.ts';
import type { Handlers } from '../host-services.ts';

/** How the draft came about. */
export const historyHandlers = {
  'history.list': (page, { services: { history } }) => ok(history.list(page)),
  'history.at': ({ moment }, { services: { history } }) => history.at(moment),
  'history.compare': ({ moment, with: other }, { services: { history } }) => history.compare(moment, other),
  'history.settle': (_input, { services: { history } }) => {
    history.settle();
    return ok(null);
  },
} satisfies Partial<Handlers>;
