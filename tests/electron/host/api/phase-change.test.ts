import { expect, it } from 'vitest';
import type { InputOf } from '../../../../shared/api/contract.ts';
import { valueOf } from '../../../support/filled-workspace.ts';
import { connectClient } from '../../../support/host-client.ts';
import { startHost } from '../../../support/live-host.ts';

it('API23: who locks the text changes nothing of what another moderator has opened or closed meanwhile', async () => {
  const host = await startHost();
  const [one, other] = [
    await connectClient(host, host.secret),
    await connectClient(host, host.invite('moderator').token),
  ];
  const round: InputOf<'rounds.save'>['round'] = {
    ...{ id: 'r1', name: 'Erste Runde', opensAt: null, closesAt: null },
    ...{ invited: 'all', places: 'all', visibility: 'own' },
  };
  valueOf(await one.call('rounds.save', { round }));
  valueOf(await one.call('rounds.open', { round: 'r1' }));
  expect(valueOf(await other.call('phase.set', { text: 'locked' }))).toEqual({
    ...{ text: 'locked', contributions: 'open', voices: 'moderation' },
  });
  valueOf(await one.call('rounds.close', { round: 'r1' }));
  valueOf(await other.call('phase.set', { text: 'open' }));
  expect(valueOf(await one.call('phase.get', {}))).toEqual({
    ...{ text: 'open', contributions: 'closed', voices: 'moderation' },
  });
  expect(await other.call('phase.set', {})).toMatchObject({ error: { code: 'request-invalid' } });
});
