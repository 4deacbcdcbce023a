import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorSchema, type PassageAnchor } from '../../../shared/contributions/anchor.ts';
import { makeAnchor } from '../../../shared/contributions/make-anchor.ts';
import { resolveAnchor } from '../../../shared/contributions/resolve-anchor.ts';
import { leitbildSchema } from '../../../shared/schema/leitbild-schema.ts';
import { textFlowOf } from '../../../shared/text/text-flow.ts';
import { arbitraryDocument } from '../../support/arbitrary-document.ts';
import { documentOfTexts } from '../../support/random-edits.ts';
import { anchorOn, first, madeAt, positionOf, second, shown } from './anchored.ts';

const seed = 20191122;

describe('making anchors', () => {
  it('ANC1: names the smallest node that holds the words, with what stands around them', () => {
    const doc = documentOfTexts([first, second]);
    const anchor = anchorOn(doc, 'Spracherwerb');
    expect(anchor).toMatchObject({ nodeId: 'p1', from: 22, to: 34, quote: 'Spracherwerb' });
    expect([anchor.prefix, anchor.suffix]).toEqual([
      'Die Stadt fördert den ',
      ' aller Menschen, die hier leben.',
    ]);
    const across = madeAt(doc, positionOf(doc, 'leben.'), positionOf(doc, 'achtet'));
    expect(across).toMatchObject({ nodeId: 'p3', quote: 'leben.\nSie ' });
    expect(shown(doc, across)).toBe('in-place p3: leben.Sie ');
  });

  it('refuses a selection without words, across chapters, or longer than a quote may be', () => {
    const doc = documentOfTexts([first, 'x'.repeat(5000)]);
    const two = leitbildSchema.node('leitbild', null, [doc.child(0), documentOfTexts([second]).child(0)]);
    const flow = textFlowOf(doc);
    const problem = (from: number, to: number, on = flow) => {
      const made = makeAnchor(on, from, to);
      return made.ok ? null : made.error;
    };
    expect(problem(8, 8)).toBe('empty');
    expect(problem(0, doc.content.size)).toBe('too-long');
    expect(problem(5, two.content.size - 5, textFlowOf(two))).toBe('no-common-node');
  });

  it('ANC1: any selection of any document gives a valid anchor that resolves in place', () => {
    fc.assert(
      fc.property(arbitraryDocument(), fc.nat(), fc.nat(), (json, a, b) => {
        const doc = leitbildSchema.nodeFromJSON(json);
        const flow = textFlowOf(doc);
        const size = doc.content.size + 1;
        const made = makeAnchor(flow, a % size, b % size);
        if (!made.ok) return;
        const anchor = JSON.parse(JSON.stringify(made.value)) as PassageAnchor;
        expect(anchorSchema.parse(anchor)).toEqual(anchor);
        const found = resolveAnchor(flow, anchor);
        expect(found).toMatchObject({
          state: 'in-place',
          place: { nodeId: anchor.nodeId, start: anchor.from, end: anchor.to },
        });
        if (found.state === 'in-place') {
          const again = makeAnchor(flow, found.place.from, found.place.to);
          expect(again).toEqual({ ok: true, value: anchor });
        }
      }),
      { seed, numRuns: 300 },
    );
  });
});
