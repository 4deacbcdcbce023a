import { expect, it } from 'vitest';
import { valueOf } from '../../../support/filled-workspace.ts';
import { askedRound } from '../../../support/asked-round.ts';
import { connectClient } from '../../../support/host-client.ts';
import { startHost } from '../../../support/live-host.ts';

it('API23: who locks the text changes nothing of what another moderator has opened or closed meanwhile', async () => {
  const host = await startHost();
  const [one, other] = [
    await connectClient(host, host.secret),
    await connectClient(host, host.invite('moderator').token),
  ];
  valueOf(await one.call('rounds.save', { round: askedRound }));
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
