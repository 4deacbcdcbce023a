import { ok } from '../../../../shared/errors/result.ts';
import { readPhase, readRound, writePhase, writeRound } from '../../../../shared/rooms/phase-room.ts';
import type { Handlers } from '../host-services.ts';

/** What is open and what is closed. */
export const phaseHandlers = {
  'phase.get': (_input, { services: { readRoom } }) => ok(readRoom('process', readPhase)),
  'phase.set': (phase, { services: { workspace, ports, editRoom } }) => {
    editRoom('process', (doc) => writePhase(doc, phase));
    const subject = `text-${phase.text} contributions-${phase.contributions} voices-${phase.voices}`;
    workspace.audit.append({ at: ports.clock.now(), action: 'phase-set', subject });
    return ok(phase);
  },
  'round.get': (_input, { services: { readRoom } }) => ok(readRoom('process', readRound)),
  'round.set': ({ round }, { services: { editRoom } }) => {
    editRoom('process', (doc) => writeRound(doc, round));
    return ok(round);
  },
} satisfies Partial<Handlers>;
