import { describe, expect, it } from 'vitest';
import type { InputOf } from '../../../../shared/api/contract.ts';
import { freezeDraft } from '../../../../electron/host/editions/freeze-draft.ts';
import { fixedPorts, valueOf } from '../../../support/filled-workspace.ts';
import { statement } from '../../../support/arbitrary-contribution.ts';
import { submit, textOf } from '../../../support/decided-host.ts';
import { onNode } from '../../../support/decisions.ts';
import { connectClient } from '../../../support/host-client.ts';
import { startHost } from '../../../support/live-host.ts';

describe('the decisions of an edition', () => {
  it('DEC9: keeps what was decided on the way since the edition before, by the nodes that it concerns', async () => {
    const host = await startHost();
    const text = textOf(host);
    const records = [
      statement('c1', { kind: 'proposal', anchor: onNode(text, 'p0'), wording: 'Runde eins' }),
      statement('c2', { kind: 'proposal', anchor: onNode(text, 'p3'), wording: '' }),
      statement('c3', { anchor: onNode(text, 'p2') }),
      statement('c4', { anchor: { on: 'document' } }),
      statement('c5', { anchor: onNode(text, 'p5') }),
      statement('c6', { anchor: onNode(text, 'p6') }),
    ];
    submit(host, ...records);
    const client = await connectClient(host, host.secret);
    const decide = async (id: string, change: Partial<InputOf<'decisions.decide'>> = {}) =>
      valueOf(
        await client.call('decisions.decide', {
          ...{ contributions: [{ id, expected: null }], outcome: 'rejected', reason: `Grund ${id}` },
          ...{ stage: 'final', workshop: null, wordings: [], ...change },
        }),
      );
    const adopted = (id: string, wording: string) =>
      decide(id, { outcome: 'adopted', wordings: [{ contribution: id, wording }] });
    const reworded = await adopted('c1', 'Runde eins');
    const struck = await adopted('c2', '');
    const rejected = await decide('c3');
    await decide('c4');
    await decide('c5', { stage: 'proposed' });
    const taken = await decide('c6');
    valueOf(await client.call('decisions.reopen', { decision: taken.id, reason: '', restoreText: false }));

    const freeze = (label: string) =>
      valueOf(freezeDraft(host.workspace, { label, adoption: null }, fixedPorts())).content;
    expect(freeze('2025').decisions).toEqual([
      { id: reworded.id, nodes: ['p0'], outcome: 'adopted', reason: 'Grund c1' },
      { id: struck.id, nodes: ['k1'], outcome: 'adopted', reason: 'Grund c2' },
      { id: rejected.id, nodes: ['p2'], outcome: 'rejected', reason: 'Grund c3' },
    ]);
    const later = await decide('c6', { outcome: 'noted' });
    expect(freeze('2030').decisions.map(({ id }) => id)).toEqual([later.id]);
    expect(valueOf(host.workspace.editions.get('2025')).content.decisions).toHaveLength(3);
    expect(valueOf(host.workspace.editions.get('2014')).content.decisions).toEqual([]);
    valueOf(await client.call('editions.verify', { label: '2030' }));
  });
});
