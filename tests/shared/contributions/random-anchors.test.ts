import type { Node } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf, type PassageAnchor } from '../../../shared/contributions/anchor.ts';
import { makeAnchor } from '../../../shared/contributions/make-anchor.ts';
import { textFlowOf } from '../../../shared/text/text-flow.ts';
import { arbitraryEdit, documentOfTexts, performEdits } from '../../support/random-edits.ts';
import { resolve } from './anchored.ts';

const seed = 20191122;

describe('anchors under random editing', () => {
  const edits = fc.array(arbitraryEdit, { minLength: 1, maxLength: 25 });
  const range = fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 80 }));

  const unique = documentOfTexts(
    Array.from({ length: 6 }, (_, row) =>
      Array.from({ length: 8 }, (_, word) => `w${String(row)}x${String(word)}`).join(' '),
    ),
  );
  const anchorIn = (doc: Node, [from, length]: readonly [number, number]): PassageAnchor | undefined => {
    const size = doc.content.size;
    const made = makeAnchor(textFlowOf(doc), from % size, Math.min(size, (from % size) + length));
    return made.ok ? made.value : undefined;
  };

  it('ANC2: where every word is unique, an anchor is found exactly while its words stand together', () => {
    let found = 0;
    let gone = 0;
    fc.assert(
      fc.property(range, edits, (where, steps) => {
        const made = anchorIn(unique, where);
        if (!made) return;
        const words = wordsOf(made.quote);
        for (const { doc } of performEdits(unique, steps)) {
          const result = resolve(doc, made);
          const stands = doc.textContent.includes(words);
          if (result.state === 'document') throw new Error('not an anchor on the document');
          if (result.state === 'gone') {
            gone += 1;
            expect(stands && words.length >= 24).toBe(false);
            continue;
          }
          found += 1;
          expect(doc.textBetween(result.place.from, result.place.to)).toBe(words);
          if (result.state !== 'moved') expect(result.place.nodeId).toBe(made.nodeId);
        }
      }),
      { seed, numRuns: 400 },
    );
    expect(found).toBeGreaterThan(1000);
    expect(gone).toBeGreaterThan(300);
  });

  const vocabulary = ['die', 'Stadt', 'und', 'fördert'];
  const repetitive = fc
    .array(fc.array(fc.constantFrom(...vocabulary), { minLength: 3, maxLength: 14 }), {
      minLength: 4,
      maxLength: 6,
    })
    .map((rows) => documentOfTexts(rows.map((row) => row.join(' '))));

  it('ANC6: among repeated words, in place means the very characters that were chosen', () => {
    let inPlace = 0;
    fc.assert(
      fc.property(repetitive, range, edits, (start, where, steps) => {
        const made = anchorIn(start, where);
        if (!made) return;
        const origin = resolve(start, made);
        if (origin.state !== 'in-place') throw new Error('a fresh anchor is in place');
        const textOf = (doc: Node) => {
          const flow = textFlowOf(doc);
          const span = flow.spans.get(made.nodeId);
          return span && flow.text.slice(span.start, span.end);
        };
        const before = textOf(start);
        let [from, to] = [origin.place.from, origin.place.to];
        for (const { doc, mapping } of performEdits(
          start,
          steps.filter(({ kind }) => kind !== 'move' && kind !== 'undo'),
        )) {
          [from, to] = [mapping.map(from, 1), mapping.map(to, -1)];
          const result = resolve(doc, made);
          if (result.state !== 'in-place' || textOf(doc) === before) continue;
          inPlace += 1;
          expect([result.place.from, result.place.to]).toEqual([from, to]);
        }
      }),
      { seed, numRuns: 400 },
    );
    expect(inPlace).toBeGreaterThan(30);
  });

  it('ANC5: undoing everything brings every anchor back in place', () => {
    fc.assert(
      fc.property(range, edits, (where, steps) => {
        const made = anchorIn(unique, where);
        if (!made) return;
        const done = performEdits(unique, steps);
        let doc = done.at(-1)?.doc ?? unique;
        for (const transform of done.toReversed()) {
          const back = new Transform(doc);
          for (let step = transform.steps.length - 1; step >= 0; step -= 1) {
            const [taken, before] = [transform.steps[step], transform.docs[step]];
            if (taken && before) back.step(taken.invert(before));
          }
          doc = back.doc;
        }
        expect(doc.toJSON()).toEqual(unique.toJSON());
        expect(resolve(doc, made)).toEqual(resolve(unique, made));
      }),
      { seed, numRuns: 150 },
    );
  });
});
