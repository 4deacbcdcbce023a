import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import type { LiveHost } from '../../../electron/host/live-host.ts';
import type { InputOf } from '../../../shared/api/contract.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import { connectClient, type HostClient } from '../host-client.ts';
import { appFolder } from './app-host.ts';

export const packagedRound: InputOf<'rounds.save'>['round'] = {
  ...{ id: 'runde-2025', name: 'Runde 2025', opensAt: null, closesAt: '2099-06-30T21:59:59Z' },
  ...{ invited: 'all', places: 'all', visibility: 'own' },
};

type Form = 'html' | 'package';

/** A page that went out by mail and lies on somebody's disk, and the moderation that sent it. */
export interface SentPage {
  readonly moderation: HostClient;
  readonly institution: { readonly id: string; readonly name: string };
  readonly path: string;
  readonly url: string;
}

/** Opens a round on a host and sends it to the first institution of its register, as a page unless said otherwise. */
export async function sendPage(host: LiveHost, form: Form = 'html'): Promise<SentPage> {
  const moderation = await connectClient(host, host.secret);
  onTestFinished(() => moderation.close());
  valueOf(await moderation.call('rounds.save', { round: packagedRound }));
  valueOf(await moderation.call('rounds.open', { round: packagedRound.id }));
  const [institution] = valueOf(await moderation.call('register.list', {}));
  if (institution === undefined) throw new Error('nobody is in the register');
  const page = await sendPageTo(moderation, packagedRound.id, institution.id, form);
  return { moderation, institution, ...page };
}

/** Sends a round that is open to an institution, as a page unless said otherwise; it lies on the disk afterwards. */
export async function sendPageTo(
  moderation: HostClient,
  round: string,
  institution: string,
  form: Form = 'html',
): Promise<Pick<SentPage, 'path' | 'url'>> {
  const started = await moderation.call('packages.create', {
    ...{ round, institutions: [institution], form },
  });
  const file = valueOf(await moderation.ended(valueOf(started).job));
  if (file.kind !== 'file') throw new Error(file.kind);
  const answer = await moderation.fetch(`/downloads/${file.download}`);
  const path = join(appFolder(), file.name);
  writeFileSync(path, new Uint8Array(await answer.arrayBuffer()));
  return { path, url: pathToFileURL(path).href };
}
