import { expect, it } from 'vitest';
import { createTypesetter } from '../../../../../electron/host/export/pdf/typeset-publication.ts';
import { nodeId } from '../../../../../shared/ids/ids.ts';
import type { Publication, PublishedPart, Run } from '../../../../../shared/publication/publication.ts';
import { readPdf } from '../../../../support/read-pdf.ts';
import { sampleAssets, samplePublication } from '../../../../support/sample-publication.ts';

type Foreword = Extract<PublishedPart, { readonly type: 'foreword' }>;

const typesetter = createTypesetter();
const publication = samplePublication();
const [sample] = publication.parts.filter((part) => part.type === 'foreword');
if (!sample?.portrait) throw new Error('the sample has no foreword with a portrait');
const foreword: Foreword = sample;

const run = (text: string): Run => ({ type: 'text', text, strong: false, emphasis: false, href: null });
const sentence =
  'Zusammenleben gelingt dort, wo Menschen einander begegnen und sich gegenseitig ernst nehmen. ';

/** A foreword of a salutation and paragraphs of 290 characters. */
function forewordOf(paragraphs: number, changes: Partial<Foreword> = {}): Foreword {
  const texts = [
    'Liebe Bürgerinnen und Bürger,',
    ...Array.from({ length: paragraphs }, (_, index) => `${sentence.repeat(3)}Absatz ${String(index + 1)}.`),
  ];
  return {
    ...foreword,
    blocks: texts.map((text, index) => ({
      type: 'paragraph',
      id: nodeId(`a${String(index)}`),
      runs: [run(text)],
    })),
    ...changes,
  };
}

/** The pages after cover, imprint and contents, a line each. */
async function pagesOf(parts: Publication['parts']): Promise<readonly (readonly string[])[]> {
  const result = await typesetter.typeset(
    {
      publication: { ...publication, parts, footnotes: [] },
      assets: sampleAssets,
      variant: 'edition',
      engine: null,
    },
    () => undefined,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return (await readPdf(result.value)).pages.slice(3).map((page) => page.split('\n'));
}

it.each([0, 1, 2, 7, 8, 9])(
  'PDF15: a foreword of %i paragraphs is one page, with a portrait or without',
  async (count) => {
    const pages = await pagesOf([forewordOf(count), forewordOf(count, { portrait: null })]);
    expect(pages).toHaveLength(2);
    for (const page of pages) {
      if (count > 0) expect(page.join(' ')).toContain(`Absatz ${String(count)}.`);
      expect(page.join(' ')).toContain('Henrike Solbach');
    }
  },
);

it('PDF15: a longer foreword goes on over as many pages as it takes', async () => {
  const pages = await pagesOf([forewordOf(20)]);
  expect(pages).toHaveLength(3);
  expect(pages.at(-1)?.join(' ')).toContain('Absatz 20.');
});

it('PDF15: a chapter of plain text does not leave a few lines to a page of their own', async () => {
  const lengths: number[] = [];
  for (let count = 7; count <= 13; count += 1) {
    const { blocks } = forewordOf(count);
    const chapter = { type: 'section', id: nodeId('k'), kind: 'chapter', level: 1, number: '1' } as const;
    const pages = await pagesOf([{ ...chapter, title: 'Präambel', heading: [run('Präambel')], blocks }]);
    if (pages.length > 1) lengths.push(pages.at(-1)?.length ?? 0);
  }
  expect(lengths.length).toBeGreaterThan(0);
  for (const length of lengths) expect(length).toBeGreaterThan(6);
});

it('PDF16: a name in the heading of a foreword is not divided', async () => {
  const title = 'Grußwort – Prof. Dr. Emre Tufan Ekinci';
  const [page] = await pagesOf([forewordOf(2, { title, heading: [run(title)] })]);
  expect(page?.slice(0, 2)).toEqual(['Grußwort –', 'Prof. Dr. Emre Tufan Ekinci']);
});

it('PDF14: the hyphens that are set before all else are not among the text of a page', async () => {
  for (const variant of ['edition', 'workingCopy'] as const) {
    const result = await typesetter.typeset(
      { publication, assets: sampleAssets, variant, engine: null },
      () => undefined,
    );
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const { pages } = await readPdf(result.value);
    expect(pages[0]).not.toMatch(/-{2}/);
  }
});
