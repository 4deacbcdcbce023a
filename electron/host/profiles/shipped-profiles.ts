import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, type Result } from '../../../shared/errors/result.ts';
import { parseProfile, type Profile } from '../../../shared/schema/profile.ts';
import { jsonOrUndefined } from '../files/json-or-undefined.ts';

const folder = fileURLToPath(new URL('../../../resources/profiles/', import.meta.url));

/** Names of the shipped profiles; each is also the profile's id. */
export async function shippedProfileNames(): Promise<readonly string[]> {
  const files = await readdir(folder);
  return files
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

/** Loads a shipped profile. Fails with `profile-unknown` or `profile-invalid`. */
export async function loadShippedProfile(name: string): Promise<Result<Profile>> {
  const known = await shippedProfileNames();
  return known.includes(name)
    ? readProfile(join(folder, `${name}.json`), name)
    : fail(appError('profile-unknown', { profile: name, known }));
}

/** The same, or any profile by the path of its file. */
export async function loadProfile(nameOrPath: string): Promise<Result<Profile>> {
  const shipped = await loadShippedProfile(nameOrPath);
  return shipped.ok || !existsSync(nameOrPath) ? shipped : readProfile(nameOrPath, nameOrPath);
}

async function readProfile(path: string, name: string): Promise<Result<Profile>> {
  return parseProfile(jsonOrUndefined(await readFile(path, 'utf8')), name);
}
