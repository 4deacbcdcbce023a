import { canonicalJson } from '../../../shared/editions/canonical-json.ts';
import { parseProfile, type Profile } from '../../../shared/schema/profile.ts';
import { rowDigest } from './row-digest.ts';
import type { WorkspaceDatabase } from './workspace-database.ts';

const KEY = 'profile';
const PLACE = 'meta: profile';

/** The profile of the text that is being worked on; editions carry their own. */
export interface ProfileStore {
  /** Fails with `workspace-damaged`. */
  read(): Profile;
  write(profile: Profile): void;
}

/** Keeps the profile in `meta`. */
export function createProfileStore(database: WorkspaceDatabase): ProfileStore {
  return {
    read() {
      const row = database.get(PLACE, 'SELECT value, sha256 FROM meta WHERE key = ?', KEY);
      if (row === undefined) throw database.damaged(PLACE);
      const value = row.text('value');
      row.prove('meta', [KEY, value]);
      const parsed = parseProfile(JSON.parse(value), database.path);
      if (!parsed.ok) throw database.damaged(PLACE);
      return parsed.value;
    },
    write(profile) {
      const value = canonicalJson(profile);
      database.run(
        PLACE,
        `INSERT INTO meta (key, value, sha256) VALUES (?, ?, ?)
          ON CONFLICT (key) DO UPDATE SET value = excluded.value, sha256 = excluded.sha256`,
        ...[KEY, value],
        rowDigest('meta', [KEY, value]),
      );
    },
  };
}
