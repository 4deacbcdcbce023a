import { expect, it } from 'vitest';
import { outlineOf } from '../../../../renderer/editor/structure/outline.ts';
import { createSkeletons } from '../../../../renderer/editor/structure/skeletons.ts';
import { textFactsOf } from '../../../../renderer/editor/structure/text-facts.ts';
import { editorSchema } from '../../../support/editor/headless-editor.ts';
import { sampleProfile as profile } from '../../../support/sample-profile.ts';

/** The titles of a document that has nothing but these forewords. */
function titlesOf(...forewords: readonly object[]): readonly string[] {
  const doc = editorSchema.nodeFromJSON({
    type: 'leitbild',
    content: forewords.map((content, index) => ({
      type: 'foreword',
      attrs: { id: `f${String(index)}` },
      content,
    })),
  });
  const facts = textFactsOf(doc, createSkeletons(), profile);
  return outlineOf(doc, profile, facts).map(({ title }) => title);
}

const words = (value: string): object => ({ type: 'text', text: value });
const paragraph = { type: 'paragraph', content: [words('Liebe Gäste')] };
const signature = {
  type: 'signature',
  content: [{ type: 'signatureName', content: [words('Tarek Lindqvist')] }],
};

it('calls a foreword by its heading, else by who signed it', () => {
  const heading = { type: 'heading', content: [words('Willkommen')] };
  expect(
    titlesOf(
      [heading, paragraph, signature],
      [{ type: 'heading' }, paragraph, signature],
      [paragraph, signature],
      [paragraph, { type: 'signature', content: [{ type: 'signatureName' }] }],
      [paragraph],
    ),
  ).toEqual(['Willkommen', 'Grußwort: Tarek Lindqvist', 'Grußwort: Tarek Lindqvist', '', '']);
});
