import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ok, type Result } from '../../../shared/errors/result.ts';
import { loadShippedProfile } from '../profiles/shipped-profiles.ts';
import { buildSample } from '../sample/build-sample.ts';
import { readSampleFiles } from '../sample/sample-files.ts';

const resources = fileURLToPath(new URL('../../../resources/sample', import.meta.url));

/**
 * Where the sample is kept, built if it is not there yet; what was written in it stays. It appears under its name whole
 * or not at all. Throws `AppFailure` where it cannot be written.
 */
export async function sampleWorkspace(settingsFolder: string): Promise<Result<string>> {
  const path = join(settingsFolder, 'sample', 'Ellernfurt.leitbild');
  if (existsSync(path)) return ok(path);
  const profile = await loadShippedProfile('standard');
  if (!profile.ok) return profile;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const building = join(dirname(path), `.building-${String(process.pid)}.leitbild`);
  await rm(building, { force: true });
  const workspace = await buildSample(building, await readSampleFiles(resources), profile.value);
  const closed = workspace.close();
  if (!closed.ok) return closed;
  await rename(building, path);
  return ok(path);
}
