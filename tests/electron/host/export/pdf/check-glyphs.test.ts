import { beforeAll, expect, it } from 'vitest';
import {
  checkGlyphs,
  createGlyphLookup,
  type HasGlyph,
} from '../../../../../electron/host/export/pdf/check-glyphs.ts';
import { loadFonts } from '../../../../../electron/host/export/pdf/print-fonts.ts';
import { printedStrings } from '../../../../../electron/host/export/pdf/printed-strings.ts';
import { publish } from '../../../../../shared/publication/publish.ts';
import { createNodeMakers, text } from '../../../../support/node-makers.ts';
import { sampleEdition, samplePublication } from '../../../../support/sample-publication.ts';

let hasGlyph: HasGlyph;

beforeAll(async () => {
  hasGlyph = createGlyphLookup(await loadFonts());
});

it('PDF4: the shipped fonts print the languages of Europe with Latin, Greek and Cyrillic letters', () => {
  const samples = [
    'Fußnote, „Größe“ – Straße … § 5 €',
    'İstanbul’da ığdır, güneş, çocuk',
    'Zażółć gęślą jaźń',
    'Příliš žluťoučký kůň',
    'Gặp gỡ tiếng Việt',
    'Ελλάδα',
    'Привет, Україна ґ є ї',
    'ăâîșț Șțefan, ëÇ, ğ, đž, ľščťž, őű',
    'U\u0308ber mit getrenntem Trema',
  ];
  expect(
    checkGlyphs(
      samples.map((sample) => ({ text: sample, place: '' })),
      hasGlyph,
    ),
  ).toEqual({ ok: true, value: true });
});

it('PDF4: everything that the sample prints has a glyph', () => {
  expect(checkGlyphs(printedStrings(samplePublication()), hasGlyph)).toEqual({ ok: true, value: true });
});

it('PDF4: a character without a glyph is named with its code point, its place and the words around it', () => {
  const { as, heading, goal, group, note, p } = createNodeMakers();
  const publication = publish(
    sampleEdition({
      type: 'leitbild',
      content: [
        {
          type: 'chapter',
          attrs: as(),
          content: [
            heading('Sprachen'),
            p('Alle lernen سلام zu sagen, und سلام noch einmal.'),
            group(
              'leitziel',
              '',
              goal('z', [text('Ein Ziel '), note([text('Fußnote mit \uF0B7 darin.')]), text('.')]),
            ),
          ],
        },
      ],
    }),
  );
  const result = checkGlyphs(printedStrings(publication), hasGlyph);
  const places = result.ok || result.error.code !== 'glyph-missing' ? [] : result.error.details.places;
  expect(places.map(({ codePoint }) => codePoint)).toEqual([
    'U+0633',
    'U+0644',
    'U+0627',
    'U+0645',
    'U+F0B7',
  ]);
  expect(places[0]).toEqual({
    character: 'س',
    codePoint: 'U+0633',
    place: '1 Sprachen: Alle lernen سلام zu sagen, und سلام n…',
  });
  expect(places[4]?.place).toBe('1.L1, Fußnote 1: Fußnote mit \uF0B7 darin.');
});

it('PDF4: characters without a shape need no glyph', () => {
  const strings = [{ text: 'Wort\u00ADteil\u200Bende \u200E\uFE0F\uFEFF', place: '' }];
  expect(checkGlyphs(strings, hasGlyph).ok).toBe(true);
});

it('PDF4: what is printed on cover and in lists is checked as well', () => {
  const publication = { ...samplePublication(), subtitle: 'Zusammen 🤝' };
  const result = checkGlyphs(printedStrings(publication), hasGlyph);
  expect(result).toMatchObject({
    ok: false,
    error: { details: { places: [{ codePoint: 'U+1F91D', place: 'Leitbild Zusammenleben: Zusammen 🤝' }] } },
  });
});
