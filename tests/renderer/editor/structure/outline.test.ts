import { expect, it } from 'vitest';
import {
  isSameOutline,
  outlineOf,
  type OutlineEntry,
} from '../../../../renderer/editor/structure/outline.ts';
import { createSkeletons } from '../../../../renderer/editor/structure/skeletons.ts';
import { textFactsOf } from '../../../../renderer/editor/structure/text-facts.ts';
import { editorSchema } from '../../../support/editor/headless-editor.ts';
import { sampleProfile as profile } from '../../../support/sample-profile.ts';

/** The outline of a document that has nothing but these forewords. */
function outlineWith(...forewords: readonly object[]): readonly OutlineEntry[] {
  const doc = editorSchema.nodeFromJSON({
    type: 'leitbild',
    content: forewords.map((content, index) => ({
      type: 'foreword',
      attrs: { id: `f${String(index)}` },
      content,
    })),
  });
  const facts = textFactsOf(doc, createSkeletons(), profile);
  return outlineOf(doc, profile, facts);
}

function titlesOf(...forewords: readonly object[]): readonly string[] {
  return outlineWith(...forewords).map(({ title }) => title);
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

it('is the same outline after letters that it does not show, and another one after any that it shows', () => {
  const named = (title: string): object => ({ type: 'heading', content: [words(title)] });
  const more = { type: 'paragraph', content: [words('Liebe Gäste und Freunde')] };
  const before = outlineWith([named('Willkommen'), paragraph], [paragraph, signature]);
  expect(isSameOutline(before, outlineWith([named('Willkommen'), more], [paragraph, signature]))).toBe(true);
  expect(isSameOutline(before, outlineWith([named('Willkommens'), paragraph], [paragraph, signature]))).toBe(
    false,
  );
  expect(isSameOutline(before, outlineWith([named('Willkommen'), paragraph]))).toBe(false);
  expect(isSameOutline(before, [...before, ...before])).toBe(false);
  for (const field of Object.keys(before[0] ?? {})) {
    const other = before.map((entry, index) => (index === 0 ? { ...entry, [field]: 'another' } : entry));
    expect(isSameOutline(before, other as readonly OutlineEntry[]), field).toBe(false);
  }
});
