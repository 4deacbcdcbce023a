import type { IndexeddbPersistence } from 'y-indexeddb';
import type { Profile } from '../../shared/schema/profile.ts';

/** What stands beside a guest's copy of a room. */
export interface CopyNotes {
  /** How many stretches of writing the host does not have. */
  readonly pending: number;
  /** What the host had when the connection was lost; null where everything was sent, or where that was not noted. */
  readonly host: Uint8Array | null;
  /** By which profile the text is read; null where that was not noted. */
  readonly profile: Profile | null;
}

const keys = { pending: 'pending', host: 'host', profile: 'profile' } as const;

/** Reads and writes the notes of a copy. Nothing may be written once the copy is closed. */
export function createCopyNotes(kept: IndexeddbPersistence) {
  return {
    async read(): Promise<CopyNotes> {
      const read = (key: string): Promise<unknown> => kept.get(key);
      const [pending, host, profile] = await Promise.all([
        read(keys.pending),
        read(keys.host),
        read(keys.profile),
      ]);
      return {
        pending: typeof pending === 'number' ? pending : 0,
        host: host instanceof ArrayBuffer ? new Uint8Array(host) : null,
        profile: typeof profile === 'string' ? (JSON.parse(profile) as Profile) : null,
      };
    },
    setPending: (pending: number): void => void kept.set(keys.pending, pending),
    setHost: (host: Uint8Array | null): void =>
      void (host === null ? kept.del(keys.host) : kept.set(keys.host, new Uint8Array(host).buffer)),
    setProfile: (profile: Profile): void => void kept.set(keys.profile, JSON.stringify(profile)),
  };
}
