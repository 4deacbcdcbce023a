import { describe, expect, it } from 'vitest';
import { tokensOfBlock } from '../../../../../electron/host/import/heading-number.ts';
import { readPdf } from '../../../../../electron/host/import/pdf/read-pdf.ts';
import { drawnLines, drawnPdf, type DrawnText } from './drawn-pdf.ts';
import { full, readDrawn, wordsOf } from './read-drawn.ts';

describe('readPdf', () => {
  it('PDI1: lines are one paragraph until the next word would have fitted, or the gap grows', async () => {
    const source = await readDrawn([
      [
        ...drawnLines(
          [
            full,
            full,
            'sie endet hier.',
            'Neuer Absatz, denn hier wäre Platz gewesen; die Zeile ist aber kurz.',
          ],
          60,
          700,
        ),
        ...drawnLines(['Nach einer Lücke.'], 60, 630),
      ],
    ]);
    expect(source.blocks.map(wordsOf)).toEqual([
      `${full} ${full} sie endet hier.`,
      'Neuer Absatz, denn hier wäre Platz gewesen; die Zeile ist aber kurz.',
      'Nach einer Lücke.',
    ]);
  });

  it('PDI2: larger or bold lines are headings, ranked by size, with their number apart', async () => {
    const source = await readDrawn([
      [
        { text: '6 Ziele', x: 60, y: 760, size: 20, bold: true },
        { text: '6.1 Arbeit und', x: 60, y: 730, size: 14, bold: true },
        { text: 'Ausbildung', x: 60, y: 713, size: 14, bold: true },
        { text: 'Leitziele', x: 60, y: 690, bold: true },
        ...drawnLines([full, 'Ende.'], 60, 670),
      ],
    ]);
    expect(
      source.blocks.map((block) => [
        block.type === 'heading' ? block.level : 0,
        block.type === 'heading' ? block.number?.text : undefined,
        wordsOf(block),
      ]),
    ).toEqual([
      [1, '6', 'Ziele'],
      [2, '6.1', 'Arbeit und Ausbildung'],
      [3, undefined, 'Leitziele'],
      [0, undefined, `${full} Ende.`],
    ]);
  });

  it('PDI3: bullets make items whose depth is their indent; an item goes on over a page break', async () => {
    const source = await readDrawn([
      [
        ...drawnLines([full], 60, 700),
        { text: '•', x: 60, y: 680 },
        { text: 'Ein Ziel mit Unterpunkten.', x: 75, y: 680 },
        { text: 'o', x: 75, y: 660 },
        {
          text: 'Ein Unterpunkt, der so lang ist, dass er über die Seite hinaus geht und auch',
          x: 90,
          y: 660,
        },
      ],
      [
        { text: 'danach nicht endet.', x: 90, y: 760 },
        { text: '•', x: 60, y: 740 },
        { text: 'Noch ein Ziel.', x: 75, y: 740 },
        ...drawnLines([`${full} ${full}`.slice(4, 84)], 60, 700),
      ],
    ]);
    expect(
      source.blocks.map((block) => [block.type === 'listItem' ? block.depth : 0, wordsOf(block)]),
    ).toEqual([
      [0, full],
      [1, 'Ein Ziel mit Unterpunkten.'],
      [2, 'Ein Unterpunkt, der so lang ist, dass er über die Seite hinaus geht und auch danach nicht endet.'],
      [1, 'Noch ein Ziel.'],
      [0, `${full} ${full}`.slice(4, 84)],
    ]);
  });

  it('PDI4: raised numbers are footnote marks where a footnote has them, else part of the word', async () => {
    const source = await readDrawn([
      [
        { text: 'Wir', x: 60, y: 700 },
        { text: '2', x: 76, y: 704, size: 6.5 },
        { text: 'haben 40 m', x: 84, y: 700 },
        { text: '9', x: 140.5, y: 704, size: 6.5 },
        { text: 'und mehr.', x: 148, y: 700 },
        ...drawnLines([full, full], 60, 680),
        { text: '2', x: 60, y: 84, size: 5 },
        { text: 'Alle, die hier leben, auch wenn sie', x: 65, y: 80, size: 8 },
        { text: 'erst kommen.', x: 60, y: 70, size: 8 },
      ],
    ]);
    expect(source.blocks.map((block) => [block.type, wordsOf(block)])).toEqual([
      ['paragraph', 'Wir[2] haben 40 m9 und mehr.'],
      ['paragraph', `${full} ${full}`],
      ['footnote', 'Alle, die hier leben, auch wenn sie erst kommen.'],
    ]);
  });

  it('PDI10: in a list with hanging indents, the indent alone says where a name ends', async () => {
    const names = (lines: readonly (readonly [string, number])[], x: number): DrawnText[] =>
      lines.map(([text, indent], index) => ({ text, x: x + indent, y: 700 - index * 14 }));
    const source = await readDrawn([
      [
        ...names(
          [
            ['Amt für Brücken und Stege', 0],
            ['Bürgerverein Oberau und Unterau', 0],
            ['Beratungs- und', 0],
            ['BildungsCentrum', 9],
            ['Chor der Brücken', 0],
          ],
          60,
        ),
        ...names(
          [
            ['Gesellschaft für bedrohte Flüsse', 0],
            ['Regionalgruppe Auenbrück', 9],
            ['Handwerkskammer', 0],
          ],
          320,
        ),
      ],
    ]);
    expect(source.blocks.map(wordsOf)).toEqual([
      'Amt für Brücken und Stege',
      'Bürgerverein Oberau und Unterau',
      'Beratungs- und BildungsCentrum',
      'Chor der Brücken',
      'Gesellschaft für bedrohte Flüsse Regionalgruppe Auenbrück',
      'Handwerkskammer',
    ]);
  });

  it('PDI3: items may be counted in small Roman numbers', async () => {
    const source = await readDrawn([
      [
        ...drawnLines([full], 60, 700),
        ...['a)', 'i)', 'ii)', 'iii)', 'b)'].flatMap((text, index): DrawnText[] => {
          const x = text.includes('i') ? 80 : 60;
          return [
            { text, x, y: 670 - index * 20 },
            { text: `Punkt ${String(index)}`, x: x + 20, y: 670 - index * 20 },
          ];
        }),
      ],
    ]);
    expect(
      source.blocks.slice(1).map((block) => [block.type === 'listItem' ? block.depth : 0, wordsOf(block)]),
    ).toEqual([
      [1, 'Punkt 0'],
      [2, 'Punkt 1'],
      [2, 'Punkt 2'],
      [2, 'Punkt 3'],
      [1, 'Punkt 4'],
    ]);
  });

  it('PDI7: words cut at a line end are joined, and keep both tokens', async () => {
    const source = await readDrawn([
      [
        ...drawnLines(
          [
            full.replace(/und$/, 'und ein-'),
            'stimmig beschlossen hat der Rat der Stadt, und im ganzen Verfahren war die Kinder- und',
            'Jugendhilfe dabei.',
          ],
          60,
          700,
        ),
      ],
    ]);
    const [block] = source.blocks;
    expect(block?.words.find(({ text }) => text === 'einstimmig')?.tokens.map(({ text }) => text)).toEqual([
      'ein-',
      'stimmig',
    ]);
    expect(block && wordsOf(block)).toContain('Kinder- und Jugendhilfe');
  });

  it('PDI8: two columns are read one after the other, and every token has one place', async () => {
    const names = ['Amt für Brücken', 'Bürgerverein Oberau', 'Handwerkskammer', 'Sportbund'];
    const source = await readDrawn([
      [
        ...drawnLines([full, full], 60, 700),
        ...drawnLines(names.slice(0, 2), 60, 600),
        ...drawnLines(names.slice(2), 320, 600),
      ],
    ]);
    expect(source.blocks.map(wordsOf)).toEqual([`${full} ${full}`, ...names]);
    const placed = [...source.blocks.flatMap(tokensOfBlock), ...source.furniture.map(({ token }) => token)];
    expect(new Set(placed).size).toBe(placed.length);
    expect(placed.length).toBe(source.tokens.length);
  });

  it('PDI9: what is no whole PDF, or has no words, is refused', async () => {
    const whole = drawnPdf([drawnLines([full], 60, 700)]);
    const refused = async (bytes: Uint8Array) => {
      const result = await readPdf(bytes, 'probe.pdf');
      return result.ok ? 'read' : result.error;
    };
    expect(await refused(new Uint8Array())).toMatchObject({ code: 'file-empty' });
    expect(await refused(new TextEncoder().encode('kein PDF'))).toMatchObject({
      code: 'pdf-damaged',
      details: { reason: 'it does not begin as a PDF does' },
    });
    expect(await refused(whole.slice(0, -40))).toMatchObject({
      code: 'pdf-damaged',
      details: { reason: 'its end is missing' },
    });
    const garbage = new TextEncoder().encode(`%PDF-1.7\n${'x'.repeat(500)}\n%%EOF\n`);
    expect(await refused(garbage)).toMatchObject({ code: 'pdf-damaged' });
    expect(await refused(drawnPdf([[], []]))).toEqual({
      code: 'pdf-without-text',
      details: { path: 'probe.pdf', pages: 2 },
    });
  });
});
