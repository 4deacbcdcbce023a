import { describe, expect, it } from 'vitest';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { httpTransport } from '../../../../electron/host/replica/http-transport.ts';
import { createApiClient } from '../../../../shared/api/client.ts';
import { submitContribution } from '../../../../shared/contributions/contributions-room.ts';
import { listDrafts, startDraft } from '../../../../shared/contributions/drafts.ts';
import { contributionId, institutionId } from '../../../../shared/ids/ids.ts';
import { writeHeader } from '../../../../shared/rooms/text-room.ts';
import { statement } from '../../../support/arbitrary-contribution.ts';
import { valueOf } from '../../../support/filled-workspace.ts';
import { startHost } from '../../../support/live-host.ts';
import { follow } from './follower-host.ts';

const ROOM = `contributions/${institutionId('i3')}` as const;
const phase = { text: 'open', contributions: 'open', voices: 'moderation' } as const;

describe('what was refused', () => {
  it('REF1: contributions come back as drafts, once, while they may be written', async () => {
    const upper = await startHost();
    const above = createApiClient(httpTransport(upper.url, upper.secret));
    const { host, api, id } = await follow(upper, 'delegate');
    const author = { institution: institutionId('i3'), author: id };
    const copy = new Doc();
    const { anchor } = statement('a', author);
    startDraft(copy, { id: contributionId('d1'), kind: 'comment', anchor, replaces: null, body: 'Entwurf' });
    submitContribution(copy, statement('s1', { ...author, body: 'Abgegeben' }));
    copy.getMap('submitted').set('bad', { no: 'contribution' });
    const at = '2019-05-02T10:00:00Z';
    const refusal = host.workspace.refusedCopies.add({
      ...{ room: ROOM, at, reason: 'too-large', state: encodeStateAsUpdate(copy) },
    });
    expect(await api('refusals.restore', { refusal })).toMatchObject({
      error: { code: 'contributions-closed' },
    });
    valueOf(await above('phase.set', phase));
    while (valueOf(await api('phase.get', {})).contributions !== 'open');
    const restored = valueOf(await api('refusals.restore', { refusal }));
    expect(restored).toMatchObject({ kind: 'drafts', drafts: [expect.any(String), expect.any(String)] });
    expect(valueOf(await api('refusals.restore', { refusal }))).toEqual({ kind: 'drafts', drafts: [] });
    const drafts = host.rooms.edit(ROOM, (doc) => listDrafts(doc).map(({ body }) => body.toJSON()));
    expect([...drafts].sort()).toEqual(['Abgegeben', 'Entwurf']);
  });

  it('REF2: the text is shown, other rooms give nothing, an unknown number is told', async () => {
    const upper = await startHost();
    const { host, api } = await follow(upper, 'delegate');
    const text = host.workspace.rooms.load('text');
    writeHeader(text, { title: 'Meins', subtitle: '', municipality: '' });
    const at = '2019-05-02T10:00:00Z';
    const add = (room: 'text' | 'contacts', doc: Doc): number =>
      host.workspace.refusedCopies.add({
        ...{ room, at, reason: 'room-locked', state: encodeStateAsUpdate(doc) },
      });
    const before = encodeStateAsUpdate(host.workspace.rooms.load('text'));
    expect(valueOf(await api('refusals.restore', { refusal: add('text', text) }))).toMatchObject({
      ...{ kind: 'text', header: { title: 'Meins' }, document: { type: 'leitbild' } },
    });
    expect(encodeStateAsUpdate(host.workspace.rooms.load('text'))).toEqual(before);
    expect(valueOf(await api('refusals.restore', { refusal: add('contacts', new Doc()) }))).toEqual({
      kind: 'nothing',
    });
    for (const name of ['refusals.restore', 'refusals.dismiss'] as const) {
      expect(await api(name, { refusal: 9 })).toMatchObject({ error: { code: 'refusal-unknown' } });
    }
    expect(valueOf(await api('refusals.dismiss', { refusal: 1 }))).toMatchObject([
      { id: 1, dismissedAt: at },
      { id: 2, dismissedAt: null },
    ]);
    expect(valueOf(await api('replica.status', {}))).toMatchObject({ refusals: 1 });
  });
});
