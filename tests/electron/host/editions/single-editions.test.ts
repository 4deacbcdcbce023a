import { expect, it } from 'vitest';
import { createApiClient, type ApiClient } from '../../../../shared/api/client.ts';
import { ok } from '../../../../shared/errors/result.ts';
import { roles } from '../../../../shared/rights/rights.ts';
import { readDocument } from '../../../../shared/rooms/text-room.ts';
import { frozenEdition, valueOf } from '../../../support/filled-workspace.ts';
import { startHost, type TestHost } from '../../../support/live-host.ts';

function clientOf(host: TestHost, token: string): ApiClient {
  return createApiClient(async ({ method, path, query, body }) => {
    const answer = await fetch(`${host.url}${path}?${new URLSearchParams(query).toString()}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(method === 'POST' && { body: JSON.stringify(body) }),
    });
    return ok(await answer.json());
  });
}

it.each(roles)('EDI7: as %s, an edition is read whole and proven with those before it', async (role) => {
  const host = await startHost();
  const api = clientOf(host, host.invite(role).token);
  const shown = valueOf(await api('editions.show', { label: '2014' }));
  expect(shown).toEqual(valueOf(host.workspace.editions.get('2014')));
  const first = valueOf(host.workspace.editions.get('2008'));
  expect(valueOf(await api('editions.verify', { label: '2014' }))).toEqual({
    ...{ label: '2014', hash: shown.hash, frozenAt: shown.content.frozenAt },
    previous: { label: '2008', hash: first.hash },
  });
  expect(valueOf(await api('editions.verify', { label: '2008' }))).toMatchObject({ previous: null });
  expect(valueOf(await api('profile.get', {}))).toEqual(host.workspace.profile);
});

it('EDI7: two editions, and an edition and the live draft, are compared with what prints their numbers', async () => {
  const host = await startHost();
  const api = clientOf(host, host.invite('reader').token);
  const editions = valueOf(await api('editions.compare', { from: '2008', to: '2014' }));
  expect(editions.changes.filter(({ status }) => status === 'new')).toHaveLength(55);
  const draft = valueOf(await api('editions.compare', { from: '2014', to: 'draft' }));
  expect(draft.after).toEqual({
    header: { title: 'Leitbild', subtitle: '', municipality: 'Stadt Musterfurt' },
    document: valueOf(host.rooms.read('text', (doc) => readDocument(doc))),
    profile: host.workspace.profile,
  });
  expect(draft.changes.filter(({ status }) => status === 'dropped')).toHaveLength(29);
  for (const label of ['1999', 'Draft']) {
    expect(await api('editions.show', { label })).toMatchObject({ error: { code: 'edition-unknown' } });
    expect(await api('editions.verify', { label })).toMatchObject({ error: { code: 'edition-unknown' } });
    expect(await api('editions.compare', { from: '2008', to: label })).toMatchObject({
      error: { code: 'edition-unknown' },
    });
  }
});

it('EDI7: an edition that does not follow the one before it is told as changed, and so is all behind it', async () => {
  const host = await startHost();
  const api = clientOf(host, host.secret);
  const stray = frozenEdition('2019', frozenEdition('2008').hash);
  valueOf(host.workspace.editions.insert(stray));
  valueOf(host.workspace.editions.insert(frozenEdition('2024', stray.hash)));
  for (const label of ['2019', '2024']) {
    expect(await api('editions.verify', { label })).toMatchObject({
      error: { code: 'edition-changed', details: { label: '2019' } },
    });
  }
  expect(await api('editions.verify', { label: '2014' })).toMatchObject({ ok: true });
});
