import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeHtml } from '../../../../../electron/host/export/html/write-html.ts';
import { escapeHtml } from '../../../../../electron/host/export/html/escape-html.ts';
import { nodeId } from '../../../../../shared/ids/ids.ts';
import type { Publication, PublishedSection } from '../../../../../shared/publication/publication.ts';
import { nastyText } from '../../../../support/nasty-text.ts';
import { sampleAssets, samplePublication } from '../../../../support/sample-publication.ts';

const edition = samplePublication('edition');
const html = writeHtml(edition, sampleAssets);
const draft = writeHtml(samplePublication('draft'), sampleAssets);

const ids = (source: string): string[] => [...source.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? '');

function collect(value: unknown, key: string): string[] {
  if (Array.isArray(value)) return value.flatMap((member) => collect(member, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === key && typeof member === 'string' ? [member] : collect(member, key),
  );
}

describe('one file', () => {
  it('HTM1: holds no script and names nothing to load but data', () => {
    expect(html).not.toMatch(/<script|<link|<iframe|<object|<form|@import|url\(/i);
    expect(html.match(/ src="(?!data:image\/)/g)).toBeNull();
    expect(html).toContain('default-src &#39;none&#39;; style-src &#39;sha256-');
    expect(html.match(/<img /g)).toHaveLength(3);
  });

  it('HTM1: refuses to leave out a picture that the publication names', () => {
    expect(() => writeHtml(edition, new Map())).toThrow(/no bytes for asset/);
  });

  it('HTM10: gives the same text for the same publication', () => {
    expect(writeHtml(samplePublication('edition'), sampleAssets)).toBe(html);
  });
});

describe('structure', () => {
  it('HTM3: begins with one h1 and skips no level of heading', () => {
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => {
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    });
  });

  it('HTM3: keeps the true level of a heading that lies deeper than six', () => {
    const nested = (level: number): PublishedSection => ({
      type: 'section',
      id: nodeId(`s${level}`),
      kind: level === 1 ? 'chapter' : 'section',
      level,
      number: '',
      heading: [{ type: 'text', text: `Ebene ${level}`, strong: false, emphasis: false, href: null }],
      title: `Ebene ${level}`,
      blocks: level < 8 ? [nested(level + 1)] : [],
    });
    const deep = writeHtml({ ...edition, parts: [nested(1)], footnotes: [] }, sampleAssets);
    expect(deep).toContain('<h6 id="_heading-s5">');
    expect(deep).toContain('<div id="_heading-s6" role="heading" aria-level="7">');
    expect(deep).toContain('aria-level="9"');
  });

  it('HTM4: puts each node id on one element, and every link within the page leads to one', () => {
    const found = ids(html);
    expect(new Set(found).size).toBe(found.length);
    const known = new Set(found);
    for (const id of collect(edition.parts, 'id')) {
      if (!sampleAssets.has(id as never)) expect(known).toContain(id);
    }
    for (const [, target] of html.matchAll(/ href="#([^"]*)"/g)) expect(known).toContain(target);
  });

  it('HTM5: prints every number of the model as text, and goals in their order', () => {
    for (const number of collect(edition.parts, 'shortNumber')) expect(html).toContain(`${number}</span>`);
    const printed = [...html.matchAll(/<li id="(z-[a-z0-9]+)" class="goal">/g)].map(([, id]) => id);
    expect(printed).toEqual(collect(edition.parts, 'id').filter((id) => id.startsWith('z-')));
    expect(html).toContain('<a class="anchor" href="#z-t2">');
    expect(html).toContain('</span>2.1.T2</a>');
  });

  it('HTM6: leads from each footnote mark to its note and back', () => {
    for (const { id } of edition.footnotes) {
      expect(html).toContain(`<li id="${id}">`);
      expect(html).toContain(`id="_mark-${id}" href="#${id}" role="doc-noteref"`);
      expect(html).toContain(`href="#_mark-${id}" role="doc-backlink"`);
    }
    expect(html.match(/role="doc-noteref"/g)).toHaveLength(edition.footnotes.length);
  });

  it('HTM7: tells a draft from an edition', () => {
    expect(draft).toContain('ENTWURF');
    expect(draft).not.toContain('SHA-256)');
    expect(html).not.toContain('ENTWURF');
    expect(html).toContain(`<code>${edition.hash ?? ''}</code>`);
    expect(html).toContain('Rat der Stadt Auenbrück, 12. Juni 2019');
    expect(html).toContain('V/0417/2019');
  });
});

describe('text that looks like markup', () => {
  const only = (text: string, href: string | null): Publication => ({
    ...edition,
    title: text,
    subtitle: text,
    municipality: text,
    logo: null,
    footnotes: [],
    parts: [
      {
        type: 'section',
        id: nodeId('s'),
        kind: 'chapter',
        level: 1,
        number: '1',
        heading: [],
        title: text,
        blocks: [
          {
            type: 'paragraph',
            id: nodeId('p'),
            runs: [{ type: 'text', text, strong: true, emphasis: true, href }],
          },
          { type: 'participants', id: nodeId('q'), names: [text] },
        ],
      },
    ],
  });
  const tags = (source: string): string[] =>
    source.replace(/<style>[^]*<\/style>/, '').match(/<[^>]*>/g) ?? [];
  const shape = tags(writeHtml(only('x', null), new Map())).map((tag) => tag.replace(/ content="[^"]*"/, ''));

  it('HTM2: adds no element, whatever the text is', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const found = tags(writeHtml(only(`x${text}`, null), new Map()));
        expect(found.map((tag) => tag.replace(/ content="[^"]*"/, ''))).toEqual(shape);
      }),
      { seed: 20191, numRuns: 200 },
    );
  });

  it('HTM2: replaces what HTML cannot say', () => {
    expect(escapeHtml('a\u0000b\ud800c\u0007')).toBe('a\ufffdb\ufffdc\ufffd');
    expect(escapeHtml('\n\t')).toBe('\n\t');
  });

  it('HTM9: makes no link of an address that is not safe', () => {
    for (const href of [
      'javascript:alert(1)',
      'data:text/html,x',
      'https://a.example/" onclick="x',
      '/relative',
    ]) {
      expect(writeHtml(only('x', href), new Map())).not.toMatch(/<a href="(?!#)/);
    }
    expect(writeHtml(only('x', 'https://a.example/?a=1&b=2'), new Map())).toContain(
      '<a href="https://a.example/?a=1&amp;b=2" rel="noreferrer">',
    );
  });
});
