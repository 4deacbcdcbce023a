import type { Doc } from 'yjs';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import type { Invitations } from '../invitations/invitations.ts';
import type { Clock, Logger } from '../ports.ts';
import { createRoundDesk, type RoundDesk } from '../rounds/round-desk.ts';
import type { SyncServer } from '../sync/sync-server.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { OnBehalf } from './on-behalf.ts';
import { createSubmissionDesk } from './submission-desk.ts';
import { createVoiceSearch, type VoiceSearch } from './voice-search.ts';

/** All that a host does for institutions to take part. */
export interface Participation {
  readonly roundDesk: RoundDesk;
  /** Null where the file follows another, or has left it: only where a Leitbild is kept is anything taken. */
  readonly submissions: OnBehalf | null;
  readonly voiceSearch: VoiceSearch;
  /** To be called after every commit. */
  onCommitted(room: RoomName, doc: Doc): void;
  /**
   * Takes what lies in the file and was not taken yet, then closes the round whose time is over meanwhile: at the
   * start, and when a file that had failed works again.
   */
  catchUp(): void;
  /** To be called once a second. */
  look(): void;
  close(): void;
}

/** Makes it over the live rooms. Throws `AppFailure` where the process room cannot be read. */
export function createParticipation(deps: {
  readonly workspace: Workspace;
  readonly rooms: SyncServer;
  readonly invitations: Invitations;
  readonly clock: Clock;
  readonly logger: Logger;
}): Participation {
  const { workspace, rooms, invitations, clock, logger } = deps;
  const follows = workspace.upstreams.current() !== null;
  const desk = follows
    ? null
    : createSubmissionDesk({
        ...{ editor: rooms, workspace, clock },
        onFailure: (room, { code }) => logger.error({ room, code }, 'contributions could not be examined'),
        institutionOf: (author) => invitations.delegateOf(author),
      });
  const roundDesk = createRoundDesk({
    ...{ editor: rooms, workspace, clock },
    onFailure: ({ code }) => logger.error({ code }, 'a round could not be closed'),
  });
  const voiceSearch = createVoiceSearch({ readRoom: (room, work) => rooms.read(room, work), follows });
  const look = (): void => {
    if (!follows) roundDesk.look();
  };
  return {
    ...{ roundDesk, submissions: desk, voiceSearch, look },
    onCommitted(room, doc) {
      // A round whose time is over is closed before anything more is taken for it.
      if (!follows) roundDesk.onCommitted(room, doc);
      desk?.onCommitted(room, doc);
    },
    catchUp() {
      desk?.catchUp();
      look();
    },
    close() {
      desk?.close();
      voiceSearch.close();
    },
  };
}
