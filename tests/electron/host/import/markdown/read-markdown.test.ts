import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../../../electron/host/import/markdown/read-markdown.ts';
import type { SourceBlock, SourceDocument } from '../../../../../electron/host/import/source-document.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

async function read(text: string): Promise<SourceDocument> {
  const result = await readMarkdown(bytes(text), 'probe.md');
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const wordsOf = (block: SourceBlock | undefined) =>
  (block?.words ?? []).map((word) => `${word.spaceBefore ? ' ' : ''}${word.text}`).join('');

describe('readMarkdown', () => {
  it('MDN5: a file without attributes gives headings with their numbers, lists with their depth', async () => {
    const source = await read(
      '# Leitbild Auenbrück\n\n## 6 Ziele\n\n### 6.3 Arbeit\n\n#### Leitziele\n\n- Wir fördern\n  faire Arbeit.[^a]\n  - Unterpunkt\n\n  Zweiter Absatz\n\n## Beteiligte\n\n[^a]: Fußnote.\n',
    );
    expect(source.header.title).toBe('Leitbild Auenbrück');
    expect(source.blocks.map((block) => [block.type, wordsOf(block), block.line])).toEqual([
      ['heading', 'Ziele', 3],
      ['heading', 'Arbeit', 5],
      ['heading', 'Leitziele', 7],
      ['listItem', 'Wir fördern faire Arbeit.', 9],
      ['listItem', 'Unterpunkt', 11],
      ['paragraph', 'Zweiter Absatz', 13],
      ['heading', 'Beteiligte', 15],
      ['footnote', 'Fußnote.', 17],
    ]);
    const [, arbeit, , goal, subpoint, second] = source.blocks;
    expect(arbeit).toMatchObject({ level: 2, number: { text: '6.3', token: { line: 5, column: 0 } } });
    expect(goal).toMatchObject({
      depth: 1,
      words: [{}, {}, {}, { footnoteMark: 'a', tokens: [{ line: 10 }] }],
    });
    expect(subpoint).toMatchObject({ depth: 2, itemDepth: 1 });
    expect(second).toMatchObject({ itemDepth: 1 });
  });

  it('MDN6: every token is in exactly one block or is furniture', async () => {
    const source = await read(
      '---\ntitle: T\nautor: Amt 17\n---\n\n# Kapitel {.chapter #k}\n\nEin **fett**es Wort, [ein Verweis](#k "label") und `Code`.\n\n> Zitat\n\n    vier Zeichen\n\n:::participants {#p}\n\n- Verein A\n- Amt\n  B\n\n:::\n\n— Erika Beispiel\\\nAmtsleitung\n\n<p>HTML</p>\n\n| a | b |\n',
    );
    const inBlocks = source.blocks.flatMap((block) => [
      ...(block.type === 'heading' && block.number ? [block.number.token] : []),
      ...(block.type === 'signature'
        ? block.lines
        : block.type === 'participants'
          ? block.names
          : [block.words]
      )
        .flat()
        .flatMap((word) => word.tokens),
    ]);
    const all = [...inBlocks, ...source.furniture.map(({ token }) => token)];
    const key = ({ line, column }: { line: number; column: number }) => `${String(line)}:${String(column)}`;
    expect(all.map(key).sort()).toEqual(source.tokens.map(key).sort());
    expect(new Set(all.map(key)).size).toBe(all.length);
    expect(source.tokens.map(({ text }) => text).join(' ')).toBe(
      'autor: Amt 17 Kapitel Ein fett es Wort, ein Verweis und Code . Zitat vier Zeichen Verein A Amt B Erika Beispiel Amtsleitung <p>HTML</p> | a | b |',
    );
  });

  it('MDN7: braces that are no attributes stay text; unknown attributes are named', async () => {
    const source = await read('# Menge {1, 2}\n\nEin Satz {#Kein-Id .weit}\n\nMit \\{#id\\}\n');
    expect(source.blocks.map(wordsOf)).toEqual(['Menge {1, 2}', 'Ein Satz', 'Mit {#id}']);
    expect(source.warnings.map(({ code, detail }) => [code, detail])).toEqual([
      ['style-unknown', '#Kein-Id'],
      ['style-unknown', '.weit'],
    ]);
  });

  it('MDN8: what is left out is named: pictures, comments, unsafe links', async () => {
    const source = await read('Ein ![Foto](a.png) Bild <!-- intern -->\n\n[Klick](javascript:alert(1))\n');
    expect(source.blocks.map(wordsOf)).toEqual(['Ein Bild', 'Klick']);
    expect(source.warnings.map(({ code }) => code)).toEqual([
      'image-left-out',
      'comment-left-out',
      'style-unknown',
    ]);
  });

  it.each([
    ['', { code: 'file-empty', details: { path: 'probe.md' } }],
    ['---\n', { code: 'text-empty', details: { path: 'probe.md' } }],
    ['---\ntitle: "kaputt\n---\n', { code: 'document-invalid', details: { place: '2' } }],
    ['---\ntitle: a\ntitle: b\n---\n', { code: 'document-invalid', details: { place: '3' } }],
  ])('refuses %j', async (text, error) => {
    expect(await readMarkdown(bytes(text), 'probe.md')).toMatchObject({ ok: false, error });
  });

  it('decodes Windows-1252 and says so', async () => {
    const result = await readMarkdown(new Uint8Array([0x61, 0xe4, 0x62]), 'probe.md');
    expect(result).toMatchObject({
      value: { tokens: [{ text: 'aäb' }], warnings: [{ code: 'encoding-detected', detail: 'Windows-1252' }] },
    });
  });
});
