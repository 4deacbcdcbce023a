import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { pictureSize } from '../../../../../electron/host/export/docx/picture-size.ts';
import { writeDocx } from '../../../../../electron/host/export/docx/write-docx.ts';
import { nodeId } from '../../../../../shared/ids/ids.ts';
import type { Publication } from '../../../../../shared/publication/publication.ts';
import { publish } from '../../../../../shared/publication/publish.ts';
import { nastyText } from '../../../../support/nasty-text.ts';
import { sampleAssets, sampleEdition, samplePublication } from '../../../../support/sample-publication.ts';

const edition = samplePublication('edition');

async function partsOf(publication: Publication): Promise<(name: string) => string> {
  const parts = unzipSync(await writeDocx(publication, sampleAssets));
  return (name) => strFromU8(parts[name] ?? new Uint8Array());
}

const words = (xml: string): string[] =>
  xml
    .split('</w:p>')
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t[ >][^<]*<\/w:t>|<w:t>[^<]*<\/w:t>|<w:tab\/>/g)]
        .map(([run]) => (run === '<w:tab/>' ? '\t' : run.replace(/<[^>]*>/g, '')))
        .join(''),
    );

describe('the document', () => {
  let part: (name: string) => string;
  let body: string;
  beforeAll(async () => {
    part = await partsOf(edition);
    body = part('word/document.xml');
  });

  it('DOX1: headings have the styles of their levels, which carry the outline', () => {
    expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(6);
    expect(body.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(3);
    expect(body).toContain('<w:pStyle w:val="GoalGroup3Rank1"/>');
    expect(part('word/styles.xml')).toMatch(/w:styleId="GoalGroup3Rank1">.*?<w:outlineLvl w:val="2"\/>/);
  });

  it('DOX2: goals carry the numbers of the model as text', () => {
    const lines = words(body);
    expect(lines.filter((line) => /^[LTHM]\d\t/.test(line)).map((line) => line.slice(0, 2))).toEqual([
      'L1',
      'T1',
      'T2',
      'T3',
      'L1',
      'H1',
      'M1',
      'M2',
      'H2',
      'L2',
      'T1',
    ]);
    expect(lines).toContain(
      'L2\tWer eine Wohnung sucht, wird allein nach seiner Eignung als Mietpartei beurteilt.',
    );
  });

  it('DOX3: every footnote is one of Word’s, in order', () => {
    expect([...body.matchAll(/<w:footnoteReference w:id="(\d+)"\/>/g)].map(([, id]) => Number(id))).toEqual([
      1, 2, 3, 4,
    ]);
    expect(part('word/footnotes.xml')).toContain('Gemeint sind Betriebe jeder Größe.');
    expect(part('word/_rels/footnotes.xml.rels')).toContain(
      'https://auenbrueck.example/beschluss?jahr=2017&amp;nr=3',
    );
  });

  it('DOX4: the contents are a field that is marked to be brought up to date, and filled already', () => {
    expect(body).toMatch(
      /<w:fldChar w:dirty="true" w:fldCharType="begin"\/>|w:fldCharType="begin" w:dirty="true"/,
    );
    expect(body).toMatch(/TOC [^<]*\\h[^<]*\\o (&quot;|")1-3/);
    expect(body).toContain('Grün vor der Tür</w:t>');
  });

  it('DOX5: says its language, hyphenates, and tells who made it when', () => {
    expect(part('word/styles.xml')).toContain('<w:lang w:val="de-DE"');
    expect(part('word/settings.xml')).toContain('<w:autoHyphenation/>');
    const core = part('docProps/core.xml');
    expect(core).toContain('<dc:title>Leitbild Zusammenleben</dc:title>');
    expect(core.match(/>2019-07-01T08:30:00Z</g)).toHaveLength(2);
  });

  it('DOX5: pictures say what they show, participants stand in two columns', () => {
    expect(body).toContain('descr="Porträt von Henrike Solbach"');
    expect(body).toContain('descr="Wappen der Stadt Auenbrück"');
    expect(body).toMatch(/<w:cols [^>]*w:num="2"/);
  });

  it('DOX9: an SVG picture has a bitmap beside it for programs that cannot draw it', async () => {
    const media = Object.entries(unzipSync(await writeDocx(edition, sampleAssets))).filter(([name]) =>
      name.startsWith('word/media/'),
    );
    expect(media.filter(([name]) => name.endsWith('.svg'))).toHaveLength(1);
    const sizes = media
      .filter(([name]) => name.endsWith('.png'))
      .map(([, bytes]) => pictureSize(bytes, 'image/png'));
    expect(sizes).toContainEqual({ width: 544, height: 635 });
  });

  it('DOX10: brings its fonts along, and names a stand-in for each', () => {
    const table = part('word/fontTable.xml');
    const relations = part('word/_rels/fontTable.xml.rels');
    expect(table).toContain('<w:font w:name="Source Sans 3"><w:altName w:val="Arial"/>');
    expect(table).toContain('<w:font w:name="Source Serif 4"><w:altName w:val="Times New Roman"/>');
    const embedded = [...table.matchAll(/<w:embed\w+ r:id="(\w+)"/g)].map(([, id = '']) => id);
    expect(embedded).toHaveLength(4);
    for (const id of embedded) {
      const [, target = ''] = new RegExp(`Id="${id}"[^>]*Target="([^"]*)"`).exec(relations) ?? [];
      expect(part(`word/${target}`).length).toBeGreaterThan(100_000);
    }
  });

  it('DOX6: links lead to bookmarks that are there', () => {
    const marks = new Set(
      [...body.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]*)"/g)].map(([, name]) => name),
    );
    const links = [...body.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]*)"/g)].map(([, name]) => name);
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(marks).toContain(link);
  });

  it('DOX7: only a draft says ENTWURF, in the head of each page and across it', async () => {
    const draft = await partsOf(samplePublication('draft'));
    expect(draft('word/header1.xml').match(/ENTWURF/g)?.length).toBeGreaterThanOrEqual(2);
    expect(draft('word/document.xml')).not.toContain(edition.hash ?? '');
    expect(part('word/header1.xml') + body).not.toContain('ENTWURF');
    expect(body).toContain(edition.hash ?? '');
  });
});

it('DOX3: footnotes that Word would number otherwise carry the mark of the model', async () => {
  const source = sampleEdition();
  const { profile } = source.edition.content;
  const lettered = {
    ...profile,
    numbering: { ...profile.numbering, footnote: { style: 'lower-alpha', restart: 'chapter' } },
  } as const;
  const part = await partsOf(
    publish({
      ...source,
      edition: { ...source.edition, content: { ...source.edition.content, profile: lettered } },
    }),
  );
  const marks = [...part('word/document.xml').matchAll(/customMarkFollows="1" w:id="\d"\/><w:t>([^<]*)/g)];
  expect(marks.map(([, mark]) => mark)).toEqual(['a', 'b', 'c', 'a']);
  expect(part('word/footnotes.xml').match(/<w:t>[abc]<\/w:t>/g)).toHaveLength(4);
  expect(part('word/footnotes.xml').split('<w:footnote w:id="1"')[1]).not.toContain('<w:footnoteRef/>');
});

it('DOX8: gives the same bytes again', async () => {
  for (const state of ['edition', 'draft'] as const) {
    const first = await writeDocx(samplePublication(state), sampleAssets);
    const second = await writeDocx(samplePublication(state), sampleAssets);
    expect(Buffer.compare(first, second)).toBe(0);
  }
});

it('DOX6: refuses to leave out a picture that the publication names', async () => {
  await expect(writeDocx(edition, new Map())).rejects.toThrow(/no bytes for asset/);
});

it('DOX6: any text gives well-formed parts with the same elements', async () => {
  const only = (text: string): Publication => ({
    ...edition,
    title: text,
    municipality: text,
    footnotes: [],
    parts: [
      {
        type: 'section',
        id: nodeId('s'),
        kind: 'chapter',
        level: 1,
        number: '',
        title: text,
        heading: [{ type: 'text', text, strong: false, emphasis: false, href: null }],
        blocks: [{ type: 'participants', id: nodeId('q'), names: [text] }],
      },
    ],
  });
  const shapeOf = async (text: string): Promise<string[]> => {
    const part = await partsOf(only(text));
    const xml = part('word/document.xml') + part('docProps/core.xml') + part('word/header1.xml');
    expect(xml).not.toMatch(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i,
    );
    return (xml.match(/<\/?[\w:]+/g) ?? []).filter((tag) => !/w:(t|r|softHyphen)$/.test(tag));
  };
  const plain = await shapeOf('x');
  await fc.assert(
    fc.asyncProperty(nastyText, async (text) => {
      expect(await shapeOf(`x${text}`)).toEqual(plain);
    }),
    { seed: 20194, numRuns: 15 },
  );
});
