import { EditorState, type Transaction } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { germanEditor } from '../../../../renderer/words/de/editor.ts';
import { changeBetween } from '../../../../renderer/editor/structure/change-between.ts';
import { outlineOf } from '../../../../renderer/editor/structure/outline.ts';
import { createSkeletons } from '../../../../renderer/editor/structure/skeletons.ts';
import { structureDecorations } from '../../../../renderer/editor/structure/structure-decorations.ts';
import { structureOf, structurePlugin } from '../../../../renderer/editor/structure/structure-plugin.ts';
import { textFactsOf } from '../../../../renderer/editor/structure/text-facts.ts';
import { documentOf } from '../../../../shared/schema/parse-document.ts';
import { createReferenceTexts } from '../../../../shared/publication/reference-text.ts';
import { numberDocument } from '../../../../shared/text/numbering.ts';
import { walk } from '../../../../shared/schema/walk.ts';
import { nodeId } from '../../../../shared/ids/ids.ts';
import { arbitraryDocument } from '../../../support/arbitrary-document.ts';
import { editorSchema, positionOf } from '../../../support/editor/headless-editor.ts';
import { arbitraryEdit, documentOfTexts, performEdits } from '../../../support/random-edits.ts';
import { sampleDocument } from '../../../support/sample-document.ts';
import { sampleProfile as profile } from '../../../support/sample-profile.ts';

const words = germanEditor;
const open = (): EditorState =>
  EditorState.create({
    doc: editorSchema.nodeFromJSON(sampleDocument()),
    plugins: [structurePlugin(profile, words)],
  });

/** What is shown, as a list without order. */
function shown(state: EditorState): readonly string[] {
  return structureOf(state)
    .decorations.find()
    .map((decoration) => JSON.stringify([decoration.from, decoration.to, attributesOf(decoration)]))
    .sort();
}

function attributesOf(decoration: object): unknown {
  return (decoration as { readonly type: { readonly attrs: unknown } }).type.attrs;
}

function shownAnew(state: EditorState): readonly string[] {
  const facts = textFactsOf(state.doc, createSkeletons(), profile);
  return structureDecorations(state.doc, { facts, profile, words })
    .map((decoration) => JSON.stringify([decoration.from, decoration.to, attributesOf(decoration)]))
    .sort();
}

function apply(state: EditorState, edit: (tr: Transaction) => Transaction): EditorState {
  return state.apply(edit(state.tr));
}

describe('changeBetween', () => {
  it('STR1: tells letters from structure, in footnotes too', () => {
    const state = open();
    const at = positionOf(state.doc, 'Jeder Betrieb');
    const kind = (edit: (tr: Transaction) => Transaction): string =>
      changeBetween(state.doc, apply(state, edit).doc).kind;
    expect(kind((tr) => tr)).toBe('none');
    expect(kind((tr) => tr.insertText('x', at))).toBe('text');
    expect(kind((tr) => tr.delete(at, at + 4))).toBe('text');
    expect(kind((tr) => tr.insertText('x', positionOf(state.doc, 'Gemeint sind')))).toBe('text');
    expect(kind((tr) => tr.split(at + 3, 2))).toBe('structure');
    expect(kind((tr) => tr.insert(at, editorSchema.node('footnote')))).toBe('structure');
    expect(kind((tr) => tr.insertText('x', at).insertText('y', positionOf(tr.doc, 'Abschlüsse')))).toBe(
      'structure',
    );
  });
});

describe('structurePlugin', () => {
  it('STR2: a letter in a paragraph computes nothing anew and goes on showing the same', () => {
    const state = open();
    const next = apply(state, (tr) => tr.insertText('x', positionOf(state.doc, 'Jeder Betrieb')));
    expect(structureOf(next).facts).toBe(structureOf(state).facts);
    expect(structureOf(next).version).toBe(structureOf(state).version);
    expect(shown(next)).toEqual(shownAnew(next));
  });

  it('STR2: emptying a block and filling it again shows and hides what it is for', () => {
    let state = open();
    const at = positionOf(state.doc, 'Abschlüsse');
    const size = state.doc.resolve(at).parent.content.size;
    state = apply(state, (tr) => tr.delete(at, at + size));
    expect(shown(state).join()).toContain('Teilziel …');
    expect(shown(state)).toEqual(shownAnew(state));
    state = apply(state, (tr) => tr.insertText('W', at));
    expect(shown(state).join()).not.toContain('Teilziel …');
    expect(shown(state)).toEqual(shownAnew(state));
  });

  it('STR2: references by title follow a heading letter by letter', () => {
    const state = open();
    const next = apply(state, (tr) => tr.insertText('!', positionOf(state.doc, 'und Ausbildung')));
    expect(shown(next).join()).toContain('Arbeit !und Ausbildung');
    expect(shown(next)).toEqual(shownAnew(next));
  });

  it('STR2: after any edits it shows what a fresh look shows', () => {
    fc.assert(
      fc.property(fc.array(arbitraryEdit, { minLength: 1, maxLength: 12 }), (edits) => {
        let state = EditorState.create({
          doc: documentOfTexts([
            'Eins zwei drei.',
            'Vier.',
            'Fünf sechs.',
            '',
            'Sieben acht neun.',
            'Zehn.',
            'Elf',
          ]),
          plugins: [structurePlugin(profile, words)],
        });
        for (const transform of performEdits(state.doc, edits)) {
          const { tr } = state;
          for (const step of transform.steps) tr.step(step);
          state = state.apply(tr);
          expect(shown(state)).toEqual(shownAnew(state));
        }
      }),
      { seed: 20110923, numRuns: 150 },
    );
  });
});

describe('text facts', () => {
  it('STR3: numbers and references are those of the print', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const doc = editorSchema.nodeFromJSON(document);
        const facts = textFactsOf(doc, createSkeletons(), profile);
        const numbering = numberDocument(document, profile);
        const references = createReferenceTexts(document, profile, numbering);
        walk(document, (node) => {
          if ('attrs' in node && 'id' in node.attrs) {
            expect(facts.numberOf(node.attrs.id)).toEqual(numbering.get(node.attrs.id));
            expect(facts.labelOf(node.attrs.id)).toBe(references.labelOf(node.attrs.id));
          }
          if (node.type === 'reference') {
            const { target, form } = node.attrs;
            expect(facts.referenceText(target, form)).toBe(references.textOf(target, form));
          }
        });
      }),
      { seed: 20110923, numRuns: 60 },
    );
  });

  it('STR4: the outline lists parts, groups and goals with their numbers, in order', () => {
    const { doc } = open();
    const facts = textFactsOf(doc, createSkeletons(), profile);
    const entries = outlineOf(doc, profile, facts);
    const ids: unknown[] = [];
    walk(documentOf(doc), (node) => {
      const isListed = [
        'foreword',
        'preface',
        'chapter',
        'section',
        'actionField',
        'goalGroup',
        'goal',
        'participants',
      ].includes(node.type);
      if (isListed && 'attrs' in node && 'id' in node.attrs) ids.push(node.attrs.id);
    });
    expect(entries.map(({ id }) => id)).toEqual(ids);
    expect(entries.find(({ id }) => id === nodeId('z-t2'))).toMatchObject({
      number: 'T2',
      fullNumber: '2.1.T2',
      label: 'Teilziel',
      title: 'Schulen und Betriebe vereinbaren gemeinsam,',
      depth: 3,
      kind: 'teilziel',
    });
  });
});
