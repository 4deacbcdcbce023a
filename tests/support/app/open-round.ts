import type { LiveHost } from '../../../electron/host/live-host.ts';
import { roundId, sha256 } from '../../../shared/ids/ids.ts';
import { writePhase, writeRound } from '../../../shared/rooms/phase-room.ts';
import type { Round } from '../../../shared/rounds/round.ts';
import { writeRoundEntry } from '../../../shared/rounds/rounds-room.ts';

/** Has a round running on a host, as far as its rooms tell of it. */
export function openRound(host: LiveHost, change: Partial<Round> = {}): Round {
  const round: Round = {
    id: roundId('runde-2025'),
    name: 'Revision 2025',
    opensAt: null,
    closesAt: '2099-06-30T21:59:59Z',
    invited: 'all',
    places: 'all',
    visibility: 'own',
    base: { hash: sha256('0'.repeat(64)), takenAt: '2025-01-01T10:00:00Z' },
    ...change,
  };
  host.rooms.edit('process', (process) => {
    writeRoundEntry(process, round);
    writeRound(process, round.id);
    writePhase(process, { text: 'open', contributions: 'open', voices: 'moderation' });
  });
  return round;
}
