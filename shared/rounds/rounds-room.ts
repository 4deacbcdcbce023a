import type { Doc } from 'yjs';
import type { RoundId } from '../ids/ids.ts';
import { performWrite } from '../rooms/named-writes.ts';
import { sharedTypes } from '../rooms/rooms.ts';
import { roundSchema, type Round } from './round.ts';

/** All rounds of the process room, newest first: by the day they open, then by id. What fits no schema is left out. */
export function listRounds(process: Doc): readonly Round[] {
  const rounds: Round[] = [];
  for (const [id, value] of process.getMap<unknown>(sharedTypes.process.rounds).entries()) {
    const parsed = roundSchema.safeParse(value);
    if (parsed.success && parsed.data.id === id) rounds.push(parsed.data);
  }
  const keyOf = ({ opensAt, base, id }: Round): string => `${opensAt ?? base?.takenAt ?? '9999'} ${id}`;
  return rounds.sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1));
}

/** The round with this id; `undefined` where there is none that can be read. */
export function roundOf(process: Doc, id: RoundId): Round | undefined {
  const parsed = roundSchema.safeParse(process.getMap<unknown>(sharedTypes.process.rounds).get(id));
  return parsed.success && parsed.data.id === id ? parsed.data : undefined;
}

/** Whether anything stands under this id, also what no round can be read of. */
export function hasRoundEntry(process: Doc, id: RoundId): boolean {
  return process.getMap<unknown>(sharedTypes.process.rounds).has(id);
}

/** Adds a round or changes one. Throws a `ZodError` where it does not fit the schema; then nothing is written. */
export function writeRoundEntry(process: Doc, round: Round): void {
  const checked = roundSchema.parse(round);
  performWrite(process, 'round.write', () => {
    process.getMap<unknown>(sharedTypes.process.rounds).set(checked.id, checked);
  });
}

/** Takes a round away. False where there is none. */
export function removeRound(process: Doc, id: RoundId): boolean {
  const rounds = process.getMap<unknown>(sharedTypes.process.rounds);
  if (!rounds.has(id)) return false;
  performWrite(process, 'round.write', () => rounds.delete(id));
  return true;
}
