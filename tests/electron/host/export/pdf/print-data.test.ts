import { expect, it } from 'vitest';
import { printData } from '../../../../../electron/host/export/pdf/print-data.ts';
import { nodeId, assetId } from '../../../../../shared/ids/ids.ts';
import { sampleAssets, samplePublication } from '../../../../support/sample-publication.ts';

const edition = { variant: 'edition', accessible: true } as const;

function dataOf(publication = samplePublication()): Record<string, unknown> {
  const result = printData(publication, sampleAssets, edition);
  if (!result.ok) throw new Error(result.error.code);
  const json = result.value.files.get('data.json');
  return JSON.parse(new TextDecoder().decode(json)) as Record<string, unknown>;
}

it('PDF3: text stays as it is, composed and without line breaks', () => {
  const text = '#set page() *fett* $x$ \\ "Zitat" @ref <label>\r\n// u\u0308ber\uFEFF';
  expect(dataOf({ ...samplePublication(), subtitle: text })['subtitle']).toBe(
    '#set page() *fett* $x$ \\ "Zitat" @ref <label> // über',
  );
});

it('prints dates in words and the hash in groups of eight', () => {
  const data = dataOf();
  expect(data['createdOn']).toBe('1. Juli 2019');
  expect(data['adoption']).toMatchObject({ date: '12. Juni 2019' });
  expect(data['imprint']).toContainEqual(
    expect.objectContaining({ proof: true, groups: samplePublication().hash?.match(/.{8}/g) }),
  );
});

it('PDF7: a reference to what has no place of its own stays text', () => {
  const sample = samplePublication();
  const reference = {
    type: 'reference',
    target: nodeId('nirgends'),
    text: 'dort',
    strong: false,
    emphasis: false,
  } as const;
  const data = dataOf({
    ...sample,
    parts: [
      {
        type: 'section',
        id: nodeId('k'),
        kind: 'chapter',
        level: 1,
        number: '1',
        heading: [],
        title: 'Titel',
        blocks: [
          { type: 'paragraph', id: nodeId('p'), runs: [reference, { ...reference, target: nodeId('k') }] },
        ],
      },
    ],
  });
  expect(JSON.stringify(data['parts'])).toContain('"target":null');
  expect(JSON.stringify(data['parts'])).toContain('"target":"k"');
});

it('PDF2: conformance is named only where the file will be checked', () => {
  const result = printData(samplePublication(), sampleAssets, { variant: 'edition', accessible: false });
  const json = result.ok ? new TextDecoder().decode(result.value.files.get('data.json')) : '';
  expect(json).toContain('"conformance":null');
  expect(dataOf()['conformance']).toBe('PDF/UA-1');
});

it('fails where a picture has no bytes', () => {
  const logo = { id: assetId('f'.repeat(64)), mediaType: 'image/png', alternativeText: 'Logo' };
  expect(printData({ ...samplePublication(), logo }, sampleAssets, edition)).toEqual({
    ok: false,
    error: { code: 'asset-unknown', details: { asset: logo.id } },
  });
});

it('fails where a picture is of a type that cannot be set', () => {
  const logo = { ...samplePublication().logo, mediaType: 'image/tiff' };
  const known = [...sampleAssets.keys()][0];
  if (known === undefined) throw new Error('the sample has pictures');
  expect(
    printData(
      { ...samplePublication(), logo: { alternativeText: '', ...logo, id: known } },
      sampleAssets,
      edition,
    ),
  ).toMatchObject({ ok: false, error: { code: 'asset-unsupported' } });
});
