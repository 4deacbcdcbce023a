import { createApiClient, type ApiClient } from '../../shared/api/client.ts';
import type { WorkspaceOverview } from '../../shared/api/contract.ts';
import { ok, type Result } from '../../shared/errors/result.ts';
import type { Profile } from '../../shared/schema/profile.ts';
import { deviceCopyName } from './device-copy.ts';
import { createEvents, type Events } from './events.ts';
import { createHttp, type Http } from './http.ts';
import type { Place } from './place.ts';
import { openRoom } from './room-client.ts';
import { createRooms, type Rooms } from './rooms.ts';
import { createReadings, type Readings } from './use-reading.ts';

/** A person's part in a workspace, for as long as the window shows it. */
export interface Session {
  readonly place: Extract<Place, { kind: 'workspace' }>;
  readonly api: ApiClient;
  readonly http: Http;
  readonly events: Events;
  readonly profile: Profile;
  /** As it was when the session began; `phase` and counts move on. */
  readonly overview: WorkspaceOverview;
  readonly rooms: Rooms;
  readonly readings: Readings;
  /** Ends it; the copies of this device stay unless they are to be forgotten. */
  close(options?: { readonly forget: boolean }): Promise<void>;
}

/** Asks the host who this is and what is here. Fails as the host fails, and where it cannot be reached. */
export async function startSession(place: Extract<Place, { kind: 'workspace' }>): Promise<Result<Session>> {
  const { base, token, local } = place;
  const http = createHttp(base, token, (...request) => fetch(...request));
  const api = createApiClient(http.transport);
  const [overview, profile] = await Promise.all([api('workspace.overview', {}), api('profile.get', {})]);
  if (!overview.ok) return overview;
  if (!profile.ok) return profile;
  const events = createEvents(base, token);
  const { principal } = overview.value;
  const rooms = createRooms((name) =>
    // The window of the host's own machine has the file itself; a guest's device keeps a copy of its own.
    openRoom({
      ...{ base, token, name },
      keep: local ? null : { name: deviceCopyName(principal, name), profile: profile.value },
    }),
  );
  return ok({
    ...{ place, api, http, events, rooms, readings: createReadings() },
    overview: overview.value,
    profile: profile.value,
    async close(options) {
      events.close();
      await rooms.close(options);
    },
  });
}
