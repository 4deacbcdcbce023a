import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeMarkdown } from '../../../../../electron/host/export/markdown/write-markdown.ts';
import { readMarkdown } from '../../../../../electron/host/import/markdown/read-markdown.ts';
import type { SourceDocument } from '../../../../../electron/host/import/source-document.ts';
import { nodeId } from '../../../../../shared/ids/ids.ts';
import type { Block, Inline, LeitbildDocument, Mark, Text } from '../../../../../shared/schema/document.ts';
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

const em: Mark = { type: 'emphasis' };
const bold: Mark = { type: 'strong' };
const link: Mark = { type: 'link', attrs: { href: 'https://example.org/a?b=1&c=ä' } };
const lineBreak: Inline = { type: 'hardBreak' };

function words(text: string, ...marks: readonly Mark[]): Text {
  return { type: 'text', text, ...(marks.length > 0 ? { marks } : {}) };
}

function note(id: string): Inline {
  return { type: 'footnote', attrs: { id: nodeId(id), origins: [] }, content: [words('Anmerkung')] };
}

function chapterOf(blocks: readonly Block[]): LeitbildDocument {
  return {
    type: 'leitbild',
    content: [
      {
        type: 'chapter',
        attrs: { id: nodeId('k'), origins: [] },
        content: [{ type: 'heading', content: [words('Ziele')] }, ...blocks],
      },
    ],
  };
}

function paragraphOf(content: readonly Inline[]): LeitbildDocument {
  return chapterOf([{ type: 'paragraph', attrs: { id: nodeId('p'), origins: [] }, content }]);
}

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

  it.each<readonly [string, readonly Inline[]]>([
    ['a colon right behind a footnote mark at the line start', [note('f1'), words(':aa')]],
    ['a break and a footnote within emphasis', [words('a', em), lineBreak, note('f1'), words('a', em)]],
    ['a break and a footnote within bold', [words('a', bold), lineBreak, note('f1'), words('a', bold)]],
    ['an underscore that ends emphasis before a letter', [words('a_', em), words('a')]],
    ['an underscore amid a word with emphasis at both ends', [words('a', em), words('a_a'), words('\\', em)]],
    [
      'emphasis that ends bold within a word',
      [words('a'), words('a', bold), words('a', bold, em), note('f1')],
    ],
    ['emphasis beside a bold link (kept)', [words('a', em), words('b', link, bold), words('c', em)]],
    [
      'a bold link beside emphasis within it (kept)',
      [words('„a“', link, bold), words('b', em, link), words('.')],
    ],
  ])('MDN1: lost once: %s', async (_, content) => {
    const document = paragraphOf(content);
    const source = await reread(write(document, generatorProfile));
    expect(comparable(declaredDocument(source.blocks, generatorProfile))).toEqual(comparable(document));
  });

  it('MDN1: marks, links, footnotes and signs side by side read back as they were', async () => {
    const text = fc
      .array(fc.constantFrom(...Array.from('aÄ1. -„“*_()!§&[]<#+{}~`\\|:/@\u00a0')), {
        minLength: 1,
        maxLength: 4,
      })
      .map((signs) => signs.join(''));
    const marks = fc.subarray<Mark>([em, link, bold]);
    const inline = fc.oneof(
      { weight: 8, arbitrary: fc.tuple(text, marks).map(([value, list]) => words(value, ...list)) },
      { weight: 1, arbitrary: fc.constant(lineBreak) },
      { weight: 1, arbitrary: fc.constant(null) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(inline, { minLength: 1, maxLength: 6 }), async (list) => {
        const document = paragraphOf(list.map((node, index) => node ?? note(`f${String(index)}`)));
        const source = await reread(write(document, generatorProfile));
        expect(comparable(declaredDocument(source.blocks, generatorProfile))).toEqual(comparable(document));
      }),
      { numRuns: 600, seed: 20191122 },
    );
  });

  it('MDN2: the same content gives the same bytes', () => {
    const once = write(sampleDocument(), sampleProfile);
    const copy: unknown = JSON.parse(JSON.stringify(sampleDocument()));
    expect(write(copy as LeitbildDocument, sampleProfile)).toBe(once);
    expect(once.endsWith('\n')).toBe(true);
  });

  it('MDN3: neighbouring lists change their sign, and stay two', async () => {
    const list = (type: 'bulletList' | 'orderedList', name: string): Block => ({
      ...(type === 'orderedList' ? { type, attrs: { start: 1 } } : { type }),
      content: [
        {
          type: 'listItem',
          attrs: { id: nodeId(name), origins: [] },
          content: [
            { type: 'paragraph', attrs: { id: nodeId(`${name}p`), origins: [] }, content: [words(name)] },
          ],
        },
      ],
    });
    const document = chapterOf([
      list('bulletList', 'a'),
      list('bulletList', 'b'),
      list('bulletList', 'c'),
      list('orderedList', 'd'),
      list('orderedList', 'e'),
    ]);
    const markdown = write(document, generatorProfile);
    expect(markdown.match(/^(?:[-*]|1[.)])(?= )/gm)).toEqual(['-', '*', '-', '1.', '1)']);
    const source = await reread(markdown);
    expect(comparable(declaredDocument(source.blocks, generatorProfile))).toEqual(comparable(document));
  });

  it.each([
    '# kein Titel',
    '- kein Punkt',
    '1. keine Liste',
    '> kein Zitat',
    '---',
    ':::participants',
    '— keine Unterschrift',
    '**nicht fett** und _nicht kursiv_, `kein Code`',
    '[kein Link](https://example.org) und ![kein Bild](x.png)',
    '<b>kein HTML</b> &amp; <!-- kein Kommentar -->',
    '{#keine-id .chapter}',
    '[^1]: keine Fußnote',
    '| keine | Tabelle |',
    '~~nicht gestrichen~~ C:\\Pfad\\',
  ])('MDN4: text that looks like markup reads back as text: %s', async (value) => {
    const source = await reread(write(paragraphOf([words(value)]), generatorProfile));
    const [, paragraph, ...others] = source.blocks;
    expect(others).toEqual([]);
    expect(source.warnings).toEqual([]);
    expect(paragraph?.type).toBe('paragraph');
    if (paragraph?.type !== 'paragraph') return;
    expect(paragraph.words.map(({ text }) => text).join(' ')).toBe(value);
    expect(paragraph.words.some(({ strong, emphasis, href }) => strong || emphasis || href)).toBe(false);
  });
});
