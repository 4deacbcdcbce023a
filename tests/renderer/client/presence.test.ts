import { describe, expect, it } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import { Doc } from 'yjs';
import {
  createPeers,
  project,
  readPeers,
  readProjected,
  setPresence,
} from '../../../renderer/client/presence.ts';
import { nodeId } from '../../../shared/ids/ids.ts';

function awareness(): Awareness {
  const made = new Awareness(new Doc());
  made.setLocalState({});
  return made;
}

const mia = { name: 'Mia', institution: '', color: '#00639b' };

describe('presence', () => {
  it('shows those who say who they are, and nobody else', () => {
    const own = awareness();
    expect(readPeers(own)).toEqual([]);
    setPresence(own, 'user', mia);
    setPresence(own, 'place', nodeId('g1'));
    expect(readPeers(own)).toMatchObject([{ isSelf: true, name: 'Mia', place: 'g1', colour: '#00639b' }]);
    own.destroy();
  });

  it('a name turns no writing about, neither its own nor that beside it', () => {
    const own = awareness();
    own.setLocalState({
      user: { name: ' \u202eaiM\u202c\n\u2066', institution: 'Amt\u0007 \u2067A', color: '' },
    });
    expect(readPeers(own)).toMatchObject([{ name: 'aiM', institution: 'Amt A' }]);
    own.destroy();
  });

  it('takes nothing for granted of what others send', () => {
    const own = awareness();
    own.setLocalState({
      user: { name: 7, color: 'url(x)' },
      place: '<b>',
      projector: { nodeId: 3, at: 'now' },
    });
    expect(readPeers(own)).toMatchObject([{ name: '', institution: '', colour: '#455a64', place: null }]);
    expect(readProjected(own)).toBeNull();
    own.destroy();
  });

  it('gives the same list until something in it changes', () => {
    const own = awareness();
    setPresence(own, 'user', mia);
    const peers = createPeers(own);
    let told = 0;
    const off = peers.subscribe(() => (told += 1));
    const before = peers.current();
    own.setLocalStateField('cursor', { anchor: 1 });
    expect(peers.current()).toBe(before);
    setPresence(own, 'place', nodeId('g2'));
    expect(told).toBe(1);
    expect(peers.current()).not.toBe(before);
    off();
    own.destroy();
  });

  it('projects what was said last, also that there is nothing to show', () => {
    const own = awareness();
    project(own, nodeId('g1'));
    const first = readProjected(own);
    project(own, nodeId('g2'));
    expect(readProjected(own)?.nodeId).toBe('g2');
    expect(readProjected(own)?.at).toBeGreaterThan(first?.at ?? Infinity);
    project(own, null);
    expect(readProjected(own)?.nodeId).toBeNull();
    own.destroy();
  });
});
