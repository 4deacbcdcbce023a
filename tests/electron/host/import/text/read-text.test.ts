import { describe, expect, it } from 'vitest';
import { importText, outlineOf, sourceOf, spaced } from '../import-text.ts';

const long = 'Unsere Stadt am Fluss lebt davon, dass ihre Menschen einander kennen und achten, ob sie';

describe('paragraphs', () => {
  it('IMP2: joins lines although a blank line stands between all of them', () => {
    const text = spaced([
      '1 Herkommen',
      long,
      'seit Langem oder seit Kurzem hier wohnen. Dafür steht dieser Text, den viele gemeinsam be-',
      'raten haben.',
      'Wer ihn liest, soll wissen, woran wir uns messen lassen. Er gilt für alle, die in der Stadt',
      'Verantwortung tragen.',
    ]);
    expect(outlineOf(importText(text))).toEqual([
      'chapter',
      '  heading Herkommen',
      `  paragraph ${long} seit Langem oder seit Kurzem hier wohnen. Dafür steht dieser Text, den viele gemeinsam beraten haben.`,
      '  paragraph Wer ihn liest, soll wissen, woran wir uns messen lassen. Er gilt für alle, die in der Stadt Verantwortung tragen.',
    ]);
  });

  it('IMP2: does not break where the next word would not have fitted', () => {
    const text = spaced([
      '1 Herkommen',
      `${long} alt.`,
      'Überraschend neue Nachbarschaften entstehen, wo Menschen einander begegnen, und wachsen so',
      'weiter.',
    ]);
    expect(outlineOf(importText(text))).toHaveLength(3);
  });

  it('IMP2: goes on in mid-sentence over a page break', () => {
    const text = `1 Herkommen\n\n${long}\nseit Langem hier wohnen oder erst seit Kurzem, und dass sie das auch zeigen in den\n\fVereinen und auf den Plätzen.\n`;
    expect(outlineOf(importText(text))).toHaveLength(3);
  });

  it('IMP2: takes a blank line for a new paragraph where lines stand close', () => {
    const text = `1 Herkommen\n\n${long}\nhier wohnen. Das soll bleiben.\n\n${long}\ngeboren sind.\n`;
    expect(outlineOf(importText(text))).toHaveLength(4);
  });

  it('IMP2: takes each line for a paragraph where lines were not broken', () => {
    const one = `${long} ${long} ${long}.`;
    expect(outlineOf(importText(`1 Herkommen\n${one}\n${one}\n`))).toHaveLength(4);
  });
});

describe('furniture', () => {
  const page = (body: string[], foot: string): string => spaced([...body, foot]);
  const filler = Array.from({ length: 12 }, () => long);

  it('IMP4: lists page numbers with running titles, and takes the header from them', () => {
    const text =
      page(
        ['1 Ankommen', ...filler, 'hier leben in Stadt Musterfurt.'],
        '3 Leitbild Musterfurt – Fassung 2014',
      ) + page(['2 Bleiben', ...filler, 'hier sind.'], '4 Leitbild Musterfurt – Fassung 2014');
    const source = sourceOf(text);
    expect(source.header).toEqual({
      title: 'Leitbild',
      subtitle: 'Fassung 2014',
      municipality: 'Stadt Musterfurt',
    });
    expect(source.furniture.map(({ as }) => as)).toEqual([
      ...['pageNumber', 'footer', 'footer', 'footer', 'footer', 'footer'],
      ...['pageNumber', 'footer', 'footer', 'footer', 'footer', 'footer'],
    ]);
  });

  it.each(['Ankommen in der Stadt', 'Ankomen in der Stad', 'Ankommen in der Stadt Ankommen in der Stadt'])(
    'IMP4: knows “%s” as running head of its chapter, and goes on behind it',
    (head) => {
      const text =
        spaced(['1 Ankommen in der Stadt', ...filler]) + `${head} \n hier leben, ein Teil von ihr sind. \n`;
      const [heading, paragraph, ...rest] = outlineOf(importText(text)).slice(1);
      expect([heading, rest]).toEqual(['  heading Ankommen in der Stadt', []]);
      expect(paragraph).toMatch(/ob sie hier leben, ein Teil von ihr sind\.$/);
    },
  );

  it('IMP4: lists bare page numbers that count on', () => {
    const text = `1 Ankommen\n${long}\n7\n\f${long}\n8\n\fhier leben.\n9\n`;
    expect(sourceOf(text).furniture.map(({ token, as }) => [token.text, as])).toEqual([
      ['7', 'pageNumber'],
      ['8', 'pageNumber'],
      ['9', 'pageNumber'],
    ]);
  });

  it('IMP4: lists a table of contents', () => {
    const text = `Inhalt\n1 Ankommen ....... 3\n2 Bleiben ........ 5\n\n1 Ankommen\n\n${long} da sind.\n\n2 Bleiben\n\n${long} bleiben.\n`;
    const result = importText(text);
    expect(outlineOf(result).filter((line) => line.includes('heading'))).toEqual([
      '  heading Ankommen',
      '  heading Bleiben',
    ]);
    expect(result.ledger.filter(({ fate }) => fate.type === 'furniture')).toHaveLength(9);
  });
});

describe('footnotes', () => {
  const foot = (lines: string[]): string =>
    spaced([
      '1 Herkommen',
      `${long} Wir1 sind.2 Seit 2005) gilt das`,
      '(vgl. Nr. 7/2005), sagen 30 Vereine „am Fluss“3.',
      ...lines,
    ]);
  const paragraph = (outline: readonly string[]): string | undefined =>
    outline.find((line) => line.includes('paragraph'));

  it('IMP5: finds each form of footnote at the foot of the page, and its mark', () => {
    const outline = outlineOf(
      importText(
        `${foot(['1 Wir, das sind alle.', '2 '])}Stadt Musterfurt: Bericht über das \n \nJahr, zweite Fassung. \n \n3\n vgl. die Satzung. \n \n`,
      ),
    );
    expect(paragraph(outline)).toBe(
      `  paragraph ${long} Wir[^Wir, das sind alle.] sind.[^Stadt Musterfurt: Bericht über das Jahr, zweite Fassung.] Seit 2005) gilt das (vgl. Nr. 7/2005), sagen 30 Vereine „am Fluss“[^vgl. die Satzung.].`,
    );
  });

  it('IMP5: takes no number for a mark that has no footnote', () => {
    expect(paragraph(outlineOf(importText(foot([]))))).toMatch(/Wir1 sind\.2 .*Fluss“3\.$/);
  });
});

describe('lists', () => {
  it('IMP6: nests o-bullets, and goes on over a page break', () => {
    const text =
      spaced([
        '1 Grundsätze',
        '\uf0b7 Wir fragen, bevor wir planen, und wir planen',
        'mit allen.',
        'o Dazu laden wir ein.',
      ]) + ' o Wir hören zu. \n\n\uf0b7 Wir antworten. \n';
    expect(outlineOf(importText(text)).slice(2)).toEqual([
      '  bulletList',
      '    listItem',
      '      paragraph Wir fragen, bevor wir planen, und wir planen mit allen.',
      '      bulletList',
      '        listItem',
      '          paragraph Dazu laden wir ein.',
      '        listItem',
      '          paragraph Wir hören zu.',
      '    listItem',
      '      paragraph Wir antworten.',
    ]);
  });

  it('IMP6: takes a dash at a line start for text where the sentence goes on', () => {
    const text = spaced(['1 Herkommen', long, '– wie wir meinen – hier wohnen wollen.']);
    expect(outlineOf(importText(text))).toHaveLength(3);
  });

  it('IMP6: reads numbered items as a list and not as chapters', () => {
    const text = `1 Schritte\n\nSo gehen wir vor:\n\n1. Fragen\n2. Planen\n3. Bauen\n`;
    const outline = outlineOf(importText(text));
    expect(outline.filter((line) => line.includes('listItem'))).toHaveLength(3);
    expect(outline.filter((line) => line === 'chapter')).toHaveLength(1);
  });
});
