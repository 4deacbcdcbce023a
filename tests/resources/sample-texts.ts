import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildDocument } from '../../electron/host/import/structure/build-document.ts';
import type { ImportResult } from '../../electron/host/import/import-result.ts';
import { readMarkdown } from '../../electron/host/import/markdown/read-markdown.ts';
import { createCountingIds } from '../../shared/ids/ids.ts';
import { shippedProfile } from '../support/standard-profile.ts';

const folder = new URL('../../resources/sample/', import.meta.url);

/** Begins the ids that the sources leave to their reader, which are those of paragraphs. */
export const givenIdPrefix = 'given_';

export function readSampleFile(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

/** Puts the hash of an asset where a foreword names its portrait by file, as every reader of the sample must. */
function withPortraitHashes(markdown: string): string {
  return markdown.replaceAll(/portrait=([\w-]+\.svg)/g, (_, file: string) => {
    const bytes = readFileSync(new URL(`assets/${file}`, folder));
    return `portrait=${createHash('sha256').update(bytes).digest('hex')}`;
  });
}

/** A sample text as the importer reads it. Throws where it cannot be read. */
export async function buildSample(name: string, profileId = 'standard'): Promise<ImportResult> {
  const bytes = new TextEncoder().encode(withPortraitHashes(readSampleFile(`${name}.md`)));
  const source = await readMarkdown(bytes, `${name}.md`);
  if (!source.ok) throw new Error(`${name}: ${JSON.stringify(source.error)}`);
  return buildDocument(source.value, {
    profile: shippedProfile(profileId),
    createId: createCountingIds(givenIdPrefix),
  });
}

/** Links to ids in a source, as `target: printed words`, sorted. Line breaks count as spaces. */
export function linkedWords(markdown: string): readonly string[] {
  return [...markdown.matchAll(/\[([^\][]+)\]\(#([a-z0-9-]+)(?:\s"\w+")?\)/g)]
    .map(([, words = '', target = '']) => `${target}: ${words.replaceAll(/\s+/g, ' ')}`)
    .sort();
}

/** Every run of so many words of a text, in lower case, without punctuation; words cut at a line's end are joined. */
export function wordRuns(text: string, length: number): ReadonlySet<string> {
  const words =
    text
      .toLowerCase()
      .replaceAll(/(\p{L})-\s*\n\s*/gu, '$1')
      .match(/\p{L}+/gu) ?? [];
  return new Set(words.map((_, at) => words.slice(at, at + length).join(' ')).slice(0, 1 - length));
}
