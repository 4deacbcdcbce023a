import { describe, expect, it } from 'vitest';
import { Doc } from 'yjs';
import { readSubmissions } from '../../../shared/contributions/contributions-room.ts';
import { parseContribution } from '../../../shared/contributions/contribution.ts';
import { clearStance, listStances, setStance, submitStances } from '../../../shared/contributions/stances.ts';
import { contributionId, institutionId, nodeId, roundId, sha256 } from '../../../shared/ids/ids.ts';
import { sharedTypes } from '../../../shared/rooms/rooms.ts';

const anchorOf = (node: string) =>
  ({ on: 'node', nodeId: nodeId(node), quote: 'Die Stadt …', textHash: sha256('0'.repeat(64)) }) as const;
const signature = {
  institution: institutionId('caritas'),
  round: roundId('r1'),
  author: 'inv-1',
  submittedAt: '2025-03-01T10:00:00Z',
};

function counting(): () => ReturnType<typeof contributionId> {
  let next = 0;
  return () => contributionId(`p${String((next += 1))}`);
}

describe('stances', () => {
  it('CON2: the side that was meant last is the one that is submitted, and only where asked for', () => {
    const doc = new Doc();
    setStance(doc, { anchor: anchorOf('z1'), stance: 'object', body: 'Zu eng.' });
    setStance(doc, { anchor: anchorOf('z1'), stance: 'agree', body: '' });
    setStance(doc, { anchor: anchorOf('z2'), stance: 'noStatement', body: '' });
    const records = submitStances(doc, [nodeId('z1'), nodeId('z9')], signature, counting());
    expect(records.map(({ stance, anchor }) => [stance, anchor.nodeId])).toEqual([['agree', 'z1']]);
    expect([...listStances(doc).keys()]).toEqual(['z2']);
    const stored = readSubmissions(doc).submitted.get('p1');
    expect(parseContribution(stored)).toMatchObject({ ok: true, value: { type: 'position' } });
  });

  it('CON2: a side can be given up, and what is none is left out', () => {
    const doc = new Doc();
    setStance(doc, { anchor: anchorOf('z1'), stance: 'agree', body: '' });
    doc.getMap(sharedTypes.contributions.stances).set('z2', { stance: 'perhaps' });
    doc.getMap(sharedTypes.contributions.stances).set('z3', {
      stance: 'agree',
      body: '',
      anchor: anchorOf('z4'),
    });
    expect([...listStances(doc).keys()]).toEqual(['z1']);
    expect(clearStance(doc, nodeId('z1'))).toBe(true);
    expect(clearStance(doc, nodeId('z1'))).toBe(false);
    expect(listStances(doc).size).toBe(0);
    expect(() => setStance(doc, { anchor: anchorOf('z1'), stance: 'agree', body: '\u0000' })).toThrow();
  });
});
