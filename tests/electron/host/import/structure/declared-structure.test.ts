import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeMarkdown } from '../../../../../electron/host/export/markdown/write-markdown.ts';
import { readMarkdown } from '../../../../../electron/host/import/markdown/read-markdown.ts';
import { buildDocument } from '../../../../../electron/host/import/structure/build-document.ts';
import { checkLedger } from '../../../../../electron/host/import/structure/check-ledger.ts';
import { createCountingIds } from '../../../../../shared/ids/ids.ts';
import type { LeitbildDocument } from '../../../../../shared/schema/document.ts';
import { arbitraryDocument, generatorProfile as profile } from '../../../../support/arbitrary-document.ts';
import { normalForm } from '../markdown/declared-document.ts';

/** What Markdown keeps of a document: all but the ids of paragraphs. */
const kept = (document: LeitbildDocument): unknown =>
  JSON.parse(
    JSON.stringify(normalForm(document), (_, value: unknown) => {
      const isParagraph =
        typeof value === 'object' && value !== null && 'type' in value && value.type === 'paragraph';
      return isParagraph ? { ...value, attrs: undefined } : value;
    }),
  );

describe('a source that declares its structure', () => {
  it('LED1: comes back from Markdown as it was, with every word accounted for', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument(profile), async (document) => {
        const header = { title: 'Leitbild', subtitle: '', municipality: '' };
        const markdown = writeMarkdown({ ...header, document, profile, participants: [] });
        const read = await readMarkdown(new TextEncoder().encode(markdown), 'l.md');
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        const result = buildDocument(read.value, { profile, createId: createCountingIds('new') });
        checkLedger(read.value, result);
        expect(result.ledger.filter(({ fate }) => fate.type === 'unplaced')).toEqual([]);
        expect(kept(result.document)).toEqual(kept(document));
      }),
      { seed: 2019, numRuns: 120 },
    );
  });
});
