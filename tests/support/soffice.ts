import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const EXECUTABLE = process.env['SOFFICE'] ?? '/usr/bin/soffice';

export const hasOffice = existsSync(EXECUTABLE);

/**
 * Lets LibreOffice convert a document, with a user profile of its own inside `folder`, and gives back the bytes.
 * `filter` is the target as `--convert-to` wants it, beginning with the extension.
 */
export function convertWithOffice(
  folder: string,
  name: string,
  bytes: Uint8Array,
  filter: string,
): Uint8Array {
  const source = join(folder, name);
  const target = join(folder, 'converted');
  mkdirSync(target, { recursive: true });
  writeFileSync(source, bytes);
  const profile = pathToFileURL(join(folder, 'profile')).href;
  execFileSync(
    EXECUTABLE,
    [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', filter, '--outdir', target, source],
    { stdio: 'pipe', timeout: 120_000 },
  );
  const [extension = ''] = filter.split(':');
  return readFileSync(join(target, `${basename(name, extname(name))}.${extension}`));
}
