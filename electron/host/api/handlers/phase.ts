import { ok } from '../../../../shared/errors/result.ts';
import { readPhase, writePhase } from '../../../../shared/rooms/phase-room.ts';
import type { Handlers } from '../host-services.ts';

/** What is open and what is closed. */
export const phaseHandlers = {
  'phase.get': (_input, { services: { readRoom } }) => ok(readRoom('process', readPhase)),
  'phase.set': (change, { services: { editRoom } }) =>
    ok(
      editRoom('process', (doc) => {
        const { text, contributions, voices } = readPhase(doc);
        const phase = {
          text: change.text ?? text,
          contributions: change.contributions ?? contributions,
          voices: change.voices ?? voices,
        };
        writePhase(doc, phase);
        return phase;
      }),
    ),
} satisfies Partial<Handlers>;
