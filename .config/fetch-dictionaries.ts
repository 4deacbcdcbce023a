import { downloadArtifact } from '@electron/get';
import { unzipSync } from 'fflate';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import { z } from 'zod';

/**
 * Fetches the spell checker's dictionaries for packing: those that Electron publishes with the very release that is
 * packed, proven by the checksum in its package. Only whoever packs needs the network for this; the program never
 * fetches one.
 */
const wanted = /^(de-de|en-gb)-[\d-]+\.bdic$/;
const require = createRequire(import.meta.url);
const { version } = z.object({ version: z.string() }).parse(require('electron/package.json'));
const checksums = z.record(z.string(), z.string()).parse(require('electron/checksums.json'));

const archive = await downloadArtifact({
  ...{ version, checksums, isGeneric: true, artifactName: 'hunspell_dictionaries.zip' },
});
const files = Object.entries(unzipSync(readFileSync(archive)));
for (const [path, bytes] of files) {
  const name = path.split('/').at(-1)?.toLowerCase() ?? '';
  if (!wanted.test(name)) continue;
  writeFileSync(new URL(`../resources/dictionaries/${name}`, import.meta.url), bytes);
  process.stdout.write(`resources/dictionaries/${name}  ${String(bytes.length)} bytes\n`);
}
