import { describe, expect, it } from 'vitest';
import { drawnLines, type DrawnText } from './drawn-pdf.ts';
import { full, readDrawn, wordsOf } from './read-drawn.ts';

describe('readPdf: what is furniture', () => {
  it('PDI5: running heads, feet and page numbers are furniture; a chapter’s name at the edge too', async () => {
    const page = (number: number, head: string): DrawnText[] => [
      { text: head, x: 60, y: 800, size: 9 },
      ...drawnLines([full, full], 60, 700),
      { text: `Stadt Auenbrück – Seite ${String(number)}`, x: 60, y: 40, size: 9 },
    ];
    const title: DrawnText = { text: '1 Vorrede', x: 60, y: 730, size: 18 };
    const source = await readDrawn([
      [...page(7, 'Vorrede'), title],
      page(8, 'Leitbild 2021'),
      page(9, 'Leitbild 2021'),
    ]);
    const words = (as: string) =>
      source.furniture
        .filter((one) => one.as === as)
        .map(({ token }) => token.text)
        .join(' ');
    expect(words('header')).toBe('Vorrede Leitbild 2021 Leitbild 2021');
    expect(words('pageNumber')).toBe('7 8 9');
    expect(words('footer')).toBe('Stadt Auenbrück – Seite Stadt Auenbrück – Seite Stadt Auenbrück – Seite');
    expect(source.blocks.some((block) => wordsOf(block).includes('Seite'))).toBe(false);
  });

  it('PDI5: what is stamped across the pages is furniture, a large title is not', async () => {
    const page = (text: string): DrawnText[] => [
      { text: 'ENTWURF', x: 120, y: 200, size: 90, bold: true, angle: 52 },
      ...drawnLines([full, text], 60, 700),
    ];
    const title: DrawnText = { text: '1 Vorrede', x: 60, y: 760, size: 36 };
    const source = await readDrawn([[title, ...page('Eins.')], page('Zwei.'), page('Drei.')]);
    expect(source.furniture.map(({ token, as }) => `${token.text} ${as}`)).toEqual(
      Array<string>(3).fill('ENTWURF header'),
    );
    expect(source.blocks.map(wordsOf)).toEqual([
      'Vorrede',
      `${full} Eins.`,
      `${full} Zwei.`,
      `${full} Drei.`,
    ]);
  });

  it('PDI6: an imprint before the contents list is furniture; behind it, it is text', async () => {
    const imprint: DrawnText[] = [
      { text: 'Impressum', x: 60, y: 760, size: 18 },
      ...drawnLines(['Herausgegeben von der Stadt Auenbrück', '04994092 c0aa1ef1'], 60, 700),
    ];
    const contents: DrawnText[] = [
      { text: 'Inhalt', x: 60, y: 760, size: 18 },
      ...['Vorrede', 'Ziele', 'Impressum'].flatMap((text, index) => [
        { text: `${String(index + 1)} ${text}`, x: 60, y: 700 - index * 20 },
        { text: String(index + 3), x: 500, y: 700 - index * 20 },
      ]),
    ];
    const text: DrawnText[] = [
      { text: '1 Vorrede', x: 60, y: 760, size: 18 },
      ...drawnLines([full, full], 60, 700),
    ];
    const before = await readDrawn([imprint, contents, text]);
    expect(before.blocks.map(wordsOf)).toEqual(['Vorrede', `${full} ${full}`]);
    const behind = await readDrawn([contents, text, imprint]);
    expect(behind.blocks.map(wordsOf)).toContain('Impressum');
  });

  it('PDI6: the contents list is furniture', async () => {
    const entry = (text: string, number: string, y: number): DrawnText[] => [
      { text, x: 60, y },
      { text: '. . . . . . .', x: 300, y },
      { text: number, x: 500, y },
    ];
    const source = await readDrawn([
      [
        { text: 'Inhalt', x: 60, y: 760, size: 18 },
        ...entry('1 Vorrede', '3', 720),
        ...entry('2 Ziele', '5', 700),
        { text: '3 Beteiligte', x: 60, y: 680 },
        { text: '9', x: 500, y: 680 },
      ],
      [{ text: '1 Vorrede', x: 60, y: 760, size: 18 }, ...drawnLines([full, full], 60, 700)],
    ]);
    expect(new Set(source.furniture.map(({ as }) => as))).toEqual(new Set(['contents']));
    expect(source.blocks.map(wordsOf)).toEqual(['Vorrede', `${full} ${full}`]);
  });
});
