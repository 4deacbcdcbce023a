import { appError } from '../../../../shared/errors/errors.ts';
import { fail, ok } from '../../../../shared/errors/result.ts';
import { clientsOf } from '../../replica/clients-of.ts';
import type { Handlers } from '../host-services.ts';

/** What followers ask a host for, and what a follower's own window asks it. */
export const replicaHandlers = {
  'replica.source': (_input, { services: { workspace } }) =>
    ok({
      profile: workspace.profile,
      editions: workspace.editions.list(),
      assets: workspace.assets.list(),
      bases: workspace.roundBases.list().map(({ round, hash }) => ({ round, hash })),
    }),
  'replica.origin': (_input, { services: { editRoom } }) => ok({ clients: clientsOf(editRoom) }),
  'assets.content': ({ asset }, { services: { workspace } }) => {
    const found = workspace.assets.get(asset);
    if (found === undefined) return fail(appError('asset-unknown', { asset }));
    return ok({ asset, base64: Buffer.from(found.bytes).toString('base64') });
  },
  'replica.status': (_input, { services: { replica } }) => ok(replica.status()),
  'replica.sync': (_input, { services: { replica } }) => {
    replica.sync();
    return ok(replica.status());
  },
  'replica.leave': (_input, { services: { replica } }) => {
    replica.leave();
    return ok(replica.status());
  },
} satisfies Partial<Handlers>;
