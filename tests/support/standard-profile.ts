import { readFileSync } from 'node:fs';
import { parseProfile, type Profile } from '../../shared/schema/profile.ts';

/** A profile as it is shipped. */
export function shippedProfile(id = 'standard'): Profile {
  const path = new URL(`../../resources/profiles/${id}.json`, import.meta.url);
  const parsed = parseProfile(JSON.parse(readFileSync(path, 'utf8')), path.pathname);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}
