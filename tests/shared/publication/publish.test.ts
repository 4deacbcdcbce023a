import { describe, expect, it } from 'vitest';
import type { PublishedGoalGroup, PublishedSection, Run } from '../../../shared/publication/publication.ts';
import { publish } from '../../../shared/publication/publish.ts';
import { hashOfEdition } from '../../../shared/editions/hash.ts';
import { nodeId } from '../../../shared/ids/ids.ts';
import type { LeitbildDocument } from '../../../shared/schema/document.ts';
import { createNodeMakers } from '../../support/node-makers.ts';
import { sampleContent } from '../../support/sample-publication.ts';

function publication(document?: LeitbildDocument) {
  const content = sampleContent(document);
  return publish({ state: 'edition', edition: { content, hash: hashOfEdition(content) } });
}

const isSection = (block: { readonly type: string }): block is PublishedSection => block.type === 'section';
const sections = (all: readonly { readonly type: string }[]): PublishedSection[] =>
  all.filter(isSection).flatMap((section) => [section, ...sections(section.blocks)]);
const chapter = (title: string): PublishedSection => {
  const found = sections(publication().parts).find((section) => section.title === title);
  if (!found) throw new Error(`no section ${title}`);
  return found;
};
const spoken = (runs: readonly Run[]): string =>
  runs.map((run) => ('text' in run ? run.text : run.type === 'footnote' ? `[${run.number}]` : ' ')).join('');

describe('publish', () => {
  it('PUB1: prints numbers and headings as they are today', () => {
    expect(
      sections(publication().parts).map(({ number, title, level }) => [number, title, level]),
    ).toContainEqual(['1.1', 'Begriffe', 2]);
    expect(chapter('Unsere Haltung').number).toBe('1');
  });

  it('PUB2: prints references by what they point to, and says where that is gone', () => {
    const [paragraph] = chapter('Unsere Haltung').blocks;
    if (paragraph?.type !== 'paragraph') throw new Error('the chapter begins with a paragraph');
    expect(spoken(paragraph.runs)).toContain('sagt Handlungsfeld\u00a02.1 („Arbeit und Ausbildung“)');
    expect(spoken(paragraph.runs)).toContain('[Verweisziel nicht mehr vorhanden]');
    expect(paragraph.runs.filter((run) => run.type === 'reference').at(-1)).toMatchObject({ target: null });
  });

  it('PUB2: a label reference to what has neither label nor number says that it is gone', () => {
    const nameless = {
      type: 'paragraph' as const,
      attrs: { id: nodeId('p'), origins: [] },
      content: [{ type: 'text' as const, text: 'Ein Absatz' }],
    };
    const reference = (form: 'label' | 'number') => ({
      type: 'reference' as const,
      attrs: { target: nodeId('p'), form },
    });
    const document: LeitbildDocument = {
      type: 'leitbild',
      content: [
        {
          type: 'preface',
          attrs: { id: nodeId('v'), origins: [] },
          content: [
            { type: 'heading', content: [{ type: 'text', text: 'Vorab' }] },
            nameless,
            {
              type: 'paragraph',
              attrs: { id: nodeId('q'), origins: [] },
              content: [reference('label'), reference('number')],
            },
          ],
        },
      ],
    };
    const { parts } = publication(document);
    const [preface] = parts;
    const [, paragraph] = preface?.blocks ?? [];
    if (paragraph?.type !== 'paragraph') throw new Error('the preface has two paragraphs');
    expect(paragraph.runs).toMatchObject([
      { target: null, text: '[Verweisziel nicht mehr vorhanden]' },
      { target: null, text: '[Verweisziel nicht mehr vorhanden]' },
    ]);
  });

  it('PUB3: calls a goal group by its kind and label, and by the singular where it holds one goal', () => {
    const groups = chapter('Arbeit und Ausbildung').blocks.filter(
      (block): block is PublishedGoalGroup => block.type === 'goalGroup',
    );
    expect(groups.map(({ title }) => title).slice(0, 2)).toEqual(['Leitziel', 'Teilziele Ausbildung']);
    expect(groups[0]?.goals[0]).toMatchObject({ number: '2.1.L1', shortNumber: 'L1', kindName: 'Leitziel' });
  });

  it('PUB4: lists footnotes in the order of their marks, with the numbers of the marks', () => {
    const { footnotes } = publication();
    expect(footnotes.map(({ number }) => number)).toEqual(footnotes.map((_, index) => String(index + 1)));
    expect(footnotes.length).toBeGreaterThan(3);
  });

  it('PUB5: prints participants where the text has their place', () => {
    const all = sections(publication().parts).flatMap(({ blocks }) => blocks);
    expect(all.find((block) => block.type === 'participants')).toMatchObject({
      names: sampleContent().participants.map(({ name }) => name),
    });
  });

  it('PUB6: a draft carries neither label nor adoption nor hash', () => {
    const draft = publish({ state: 'draft', content: sampleContent(), takenAt: '2020-01-01T00:00:00Z' });
    expect(draft).toMatchObject({
      state: 'draft',
      label: '',
      adoption: null,
      hash: null,
      createdAt: '2020-01-01T00:00:00Z',
    });
  });

  it('publishes a document of which nothing is left but a chapter without heading', () => {
    const { as, heading } = createNodeMakers();
    const document: LeitbildDocument = {
      type: 'leitbild',
      content: [{ type: 'chapter', attrs: as('k'), content: [{ ...heading(''), content: [] }] }],
    };
    expect(publication(document).parts).toMatchObject([
      { type: 'section', title: '', number: '1', blocks: [] },
    ]);
  });
});
