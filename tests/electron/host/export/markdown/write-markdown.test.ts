import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeMarkdown } from '../../../../../electron/host/export/markdown/write-markdown.ts';
import { readMarkdown } from '../../../../../electron/host/import/markdown/read-markdown.ts';
import type { SourceDocument } from '../../../../../electron/host/import/source-document.ts';
import type { LeitbildDocument } from '../../../../../shared/schema/document.ts';
import type { Profile } from '../../../../../shared/schema/profile.ts';
import { arbitraryDocument, generatorProfile } from '../../../../support/arbitrary-document.ts';
import { sampleDocument } from '../../../../support/sample-document.ts';
import { sampleProfile } from '../../../../support/sample-profile.ts';
import { comparable, declaredDocument } from '../../import/markdown/declared-document.ts';

const header = { title: 'Leitbild', subtitle: '', municipality: 'Stadt Auenbrück' };

async function reread(markdown: string): Promise<SourceDocument> {
  const result = await readMarkdown(new TextEncoder().encode(markdown), 'leitbild.md');
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const write = (document: LeitbildDocument, profile: Profile) =>
  writeMarkdown({
    ...header,
    document,
    profile,
    participants: [{ name: 'Verein *A* e.V.' }, { name: '1. FC' }],
  });

describe('writeMarkdown', () => {
  it('MDN1: what is written reads back as the same document', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument(), async (document) => {
        const source = await reread(write(document, generatorProfile));
        const built = declaredDocument(source.blocks, generatorProfile);
        expect(comparable(built)).toEqual(comparable(document));
      }),
      { numRuns: 150, seed: 20190401 },
    );
  });

  it('MDN1: a document with every type of node reads back as it was', async () => {
    const document = sampleDocument();
    const markdown = write(document, sampleProfile);
    const source = await reread(markdown);
    expect(comparable(declaredDocument(source.blocks, sampleProfile))).toEqual(comparable(document));
    expect(source.header).toEqual(header);
    const participants = source.blocks.find((block) => block.type === 'participants');
    const names = participants?.names.map((name) => name.map((word) => word.text).join(' '));
    expect(names).toEqual(['Verein *A* e.V.', '1. FC']);
  });
});
