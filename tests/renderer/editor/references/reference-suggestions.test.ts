import { expect, it } from 'vitest';
import { suggestReferences } from '../../../../renderer/editor/references/reference-suggestions.ts';
import { outlineOf } from '../../../../renderer/editor/structure/outline.ts';
import { createSkeletons } from '../../../../renderer/editor/structure/skeletons.ts';
import { textFactsOf } from '../../../../renderer/editor/structure/text-facts.ts';
import { editorSchema } from '../../../support/editor/headless-editor.ts';
import { sampleDocument } from '../../../support/sample-document.ts';
import { sampleProfile as profile } from '../../../support/sample-profile.ts';

const doc = editorSchema.nodeFromJSON(sampleDocument());
const entries = outlineOf(doc, profile, textFactsOf(doc, createSkeletons(), profile));
const found = (query: string): readonly string[] => suggestReferences(entries, query).map(({ id }) => id);

it('EDT12: suggestions go by number, by the beginning of a title, and by any words of label and title', () => {
  expect(found('2.1')[0]).toBe('feld-arbeit');
  expect(found('2.1.t2')).toEqual(['z-t2']);
  expect(found('wohnen')[0]).toBe('feld-wohnen');
  expect(found('handlungsfeld nachbarschaft')[0]).toBe('feld-wohnen');
  expect(found('grun')[0]).toBe('feld-gruen');
  expect(found('gibt es nicht')).toEqual([]);
  expect(found('').length).toBe(8);
  expect(entries.some(({ type }) => type === 'goalGroup')).toBe(true);
  expect(suggestReferences(entries, '', 1000).some(({ type }) => type === 'goalGroup')).toBe(false);
});
