import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LiveRoom, Member, PendingUpdate } from '../../../../electron/host/sync/live-room.ts';
import { relayUpdates } from '../../../../electron/host/sync/relay-updates.ts';

it('SYN12: of the updates of one turn every member gets what the others wrote, in order and in one piece', () => {
  const arrayOfUpdates = fc.array(fc.record({ writer: fc.integer({ min: -1, max: 3 }), length: fc.nat(5) }));
  fc.assert(
    fc.property(arrayOfUpdates, (turns) => {
      const sent = Array.from({ length: 6 }, (): Buffer[] => []);
      const members = sent.map((frames): Member => {
        const not = (): never => {
          throw new Error('relaying only sends');
        };
        return {
          principal: { id: 'm', role: 'moderator', institution: null },
          ...{ right: not, close: not, acknowledge: not },
          send: (frame) => void frames.push(frame),
        };
      });
      const updates = turns.map(({ writer, length }, at): PendingUpdate => {
        const frame = Buffer.alloc(length + 1, at);
        return { update: frame, frame, from: members[writer] ?? null, writers: [] };
      });
      relayUpdates({ members: new Set(members) } satisfies Pick<LiveRoom, 'members'>, updates);
      for (const [index, member] of members.entries()) {
        const others = updates.filter(({ from }) => from !== member).map(({ frame }) => frame);
        expect(Buffer.concat(sent[index] ?? [])).toEqual(Buffer.concat(others));
        expect(sent[index]).toHaveLength(others.length > 0 ? 1 : 0);
      }
    }),
  );
});
