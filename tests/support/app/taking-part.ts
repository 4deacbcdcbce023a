import { expect, onTestFinished } from 'vitest';
import type { LiveHost } from '../../../electron/host/live-host.ts';
import { submitContribution } from '../../../shared/contributions/contributions-room.ts';
import type { Statement } from '../../../shared/contributions/contribution.ts';
import { listVoices } from '../../../shared/contributions/voices-room.ts';
import { valueOf } from '../../../shared/errors/value-of.ts';
import { roundId } from '../../../shared/ids/ids.ts';
import type { Institution } from '../../../shared/register/institution.ts';
import { listInstitutions } from '../../../shared/rooms/register-room.ts';
import { statement } from '../arbitrary-contribution.ts';
import { connectClient, type HostClient } from '../host-client.ts';
import { connectOfficial } from '../../electron/host/sync/official-client.ts';

/** A round that a host has opened itself, with its base, and institutions that speak in it. */
export interface RunningRound {
  /** The host's API, as moderation. */
  readonly moderation: HostClient;
  readonly institutions: readonly Institution[];
  /** Has a delegate of the institution of that place in the register submit; done when the host has taken it. */
  say(institution: number, id: string, change: Partial<Omit<Statement, 'id'>>): Promise<void>;
}

/** Opens a round as moderation does, on a host with a register. */
export async function runRound(host: LiveHost): Promise<RunningRound> {
  const moderation = await connectClient(host, host.secret);
  onTestFinished(() => moderation.close());
  const round = { id: 'r1', name: 'Revision 2025', opensAt: null, closesAt: null } as const;
  const asked = { invited: 'all', places: 'all', visibility: 'own' } as const;
  valueOf(await moderation.call('rounds.save', { round: { ...round, ...asked } }));
  valueOf(await moderation.call('rounds.open', { round: 'r1' }));
  const institutions = host.rooms.read('process', listInstitutions);
  return {
    moderation,
    institutions,
    async say(at, id, change) {
      const institution = institutions[at]?.id;
      if (institution === undefined) throw new Error(`no institution ${String(at)}`);
      const expiresAt = '2099-01-01T00:00:00Z';
      const made = valueOf(host.invitations.create({ role: 'delegate', institution, expiresAt }));
      const url = `${host.url.replace('http', 'ws')}/rooms`;
      const room = connectOfficial(url, `contributions/${institution}`, made.token);
      await room.synced();
      const signed = { institution, author: made.invitation.id, round: roundId('r1') };
      submitContribution(room.doc, statement(id, { ...change, ...signed }));
      const isTaken = (): boolean =>
        host.rooms.read('voices', (doc) => listVoices(doc).some(({ record }) => record.id === id));
      await expect.poll(isTaken).toBe(true);
      room.destroy();
    },
  };
}
