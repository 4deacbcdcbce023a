import type { Node } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorSchema, wordsOf, type PassageAnchor } from '../../../shared/contributions/anchor.ts';
import { makeAnchor, makeNodeAnchor } from '../../../shared/contributions/make-anchor.ts';
import { resolveAnchor, type Resolution } from '../../../shared/contributions/resolve-anchor.ts';
import { createCountingIds, nodeId } from '../../../shared/ids/ids.ts';
import { assignIds } from '../../../shared/schema/assign-ids.ts';
import { leitbildSchema } from '../../../shared/schema/leitbild-schema.ts';
import { textFlowOf } from '../../../shared/text/text-flow.ts';
import { arbitraryDocument } from '../../support/arbitrary-document.ts';
import { arbitraryEdit, documentOfTexts, performEdits } from '../../support/random-edits.ts';

const seed = 20191122;
const first = 'Die Stadt fördert den Spracherwerb aller Menschen, die hier leben.';
const second = 'Sie achtet darauf, dass Kurse zu jeder Tageszeit angeboten werden.';

function positionOf(doc: Node, words: string): number {
  let at = -1;
  doc.descendants((node, from) => {
    if (at < 0 && node.isText && node.text?.includes(words)) at = from + node.text.indexOf(words);
  });
  if (at < 0) throw new Error(`no ${words}`);
  return at;
}

function anchorOn(doc: Node, words: string): PassageAnchor {
  const from = positionOf(doc, words);
  return madeAt(doc, from, from + words.length);
}

function madeAt(doc: Node, from: number, to: number): PassageAnchor {
  const made = makeAnchor(textFlowOf(doc), from, to);
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

function edited(doc: Node, edit: (transform: Transform) => void): Node {
  const transform = new Transform(doc);
  edit(transform);
  return assignIds(transform, createCountingIds('new')).doc;
}

const resolve = (doc: Node, anchor: PassageAnchor): Resolution => resolveAnchor(textFlowOf(doc), anchor);

/** State and words of a resolution, by the document's own reading of its positions. */
function shown(doc: Node, anchor: PassageAnchor): string {
  const found = resolve(doc, anchor);
  if (found.state === 'document') return 'document';
  if (found.state === 'gone') return found.ambiguous ? 'ambiguous' : 'gone';
  return `${found.state} ${found.place.nodeId}: ${doc.textBetween(found.place.from, found.place.to)}`;
}

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

describe('resolving anchors', () => {
  const doc = documentOfTexts([first, second, 'Ein anderes Ziel.', 'Mit anderem Text.']);
  const anchor = anchorOn(doc, 'Spracherwerb');

  it('ANC2: stays in place while its surroundings stay, wherever its node goes', () => {
    const elsewhere = edited(doc, (t) =>
      t.insert(positionOf(doc, 'Sie achtet'), leitbildSchema.text('Neu. ')),
    );
    expect(shown(elsewhere, anchor)).toBe('in-place p1: Spracherwerb');
    const goal = doc.child(0).child(1).child(0);
    const from = doc.child(0).child(0).nodeSize + 2;
    const moved = edited(doc, (t) =>
      t.delete(from, from + goal.nodeSize).insert(from + doc.child(0).child(1).child(1).nodeSize, goal),
    );
    expect(moved.textContent.indexOf('Spracherwerb')).toBeGreaterThan(60);
    expect(shown(moved, anchor)).toBe('in-place p1: Spracherwerb');
  });

  it('ANC3: tells that the text around it changed', () => {
    const next = edited(doc, (t) =>
      t.insert(positionOf(doc, ' aller'), leitbildSchema.text(' und Schulbesuch')),
    );
    expect(shown(next, anchor)).toBe('changed p1: Spracherwerb');
  });

  it('ANC4: follows its words into the part that was split off, and says so', () => {
    const split = edited(doc, (t) => t.split(positionOf(doc, 'den Sprach')));
    expect(shown(split, anchor)).toBe('moved new1: Spracherwerb');
    const twice = edited(split, (t) => t.split(positionOf(split, 'Spracherwerb')));
    expect(resolve(twice, anchor).state).toBe('moved');
    const cut = edited(doc, (t) => t.split(positionOf(doc, 'erwerb')));
    expect(shown(cut, anchor)).toBe('moved p3: Spracherwerb');
    const joined = edited(cut, (t) => t.join(positionOf(cut, 'erwerb') - 1));
    expect(shown(joined, anchor)).toBe('in-place p1: Spracherwerb');
  });

  it('ANC4: follows its words into the node that swallowed its own', () => {
    const later = anchorOn(doc, 'Kurse');
    const joined = edited(doc, (t) => t.join(positionOf(doc, 'Sie achtet') - 1));
    expect(shown(joined, later)).toBe('moved p1: Kurse');
  });

  it('ANC5: is gone with its quote where the words are gone, and back where they come back', () => {
    const at = positionOf(doc, 'Spracherwerb');
    const transform = new Transform(doc).delete(at + 2, at + 5);
    expect(resolve(transform.doc, anchor)).toEqual({
      state: 'gone',
      quote: 'Spracherwerb',
      ambiguous: false,
    });
    const [step] = transform.steps;
    if (!step) throw new Error('no step');
    const restored = new Transform(transform.doc).step(step.invert(doc)).doc;
    expect(shown(restored, anchor)).toBe('in-place p1: Spracherwerb');
  });

  it('ANC6: never takes another place with the same words for its own', () => {
    const twin = documentOfTexts(['Die Stadt fördert Kurse. Die Stadt fördert Treffen.', 'Die Stadt']);
    const opening = anchorOn(twin, 'Die Stadt fördert');
    const without = edited(twin, (t) => {
      const at = positionOf(twin, 'Die Stadt fördert');
      t.delete(at, at + 'Die Stadt fördert Kurse. '.length);
    });
    expect(shown(without, opening)).toMatch(/^changed p1/);
    const rewritten = edited(twin, (t) => {
      const at = positionOf(twin, ' Kurse');
      t.delete(at, at + 6);
    });
    expect(['gone', 'ambiguous']).toContain(shown(rewritten, anchorOn(twin, 'Kurse')));
    const many = documentOfTexts(['aus aus aus aus', 'mit']);
    const middle = madeAt(many, positionOf(many, 'aus') + 4, positionOf(many, 'aus') + 7);
    const one = edited(many, (t) => t.insert(positionOf(many, 'aus'), leitbildSchema.text('aus ')));
    expect(shown(many, middle)).toBe('in-place p1: aus');
    expect(shown(one, middle)).toBe('ambiguous');
  });

  it('ANC6: several places with the same words and the same surroundings are not told apart', () => {
    const long = documentOfTexts(['aus '.repeat(60), 'mit']);
    const start = positionOf(long, 'aus') + 120;
    const one = madeAt(long, start, start + 3);
    const longer = edited(long, (t) => t.insert(positionOf(long, 'aus'), leitbildSchema.text('aus ')));
    expect([shown(long, one), shown(longer, one)]).toEqual(['in-place p1: aus', 'ambiguous']);
  });

  it('ANC6: what began or ended its node is in place only where it still does', () => {
    const text = 'Kurse für alle, die hier leben und arbeiten. Kurse.';
    const whole = documentOfTexts([text, 'mit']);
    const from = positionOf(whole, text);
    const [opening, closing] = [madeAt(whole, from, from + 5), madeAt(whole, from + 45, from + 51)];
    const before = edited(whole, (t) => t.insert(from, leitbildSchema.text('Auch ')));
    const after = edited(whole, (t) => t.insert(from + text.length, leitbildSchema.text(' Mehr')));
    expect([shown(before, opening), shown(after, opening)]).toEqual([
      'changed p1: Kurse',
      'in-place p1: Kurse',
    ]);
    expect([shown(before, closing), shown(after, closing)]).toEqual([
      'in-place p1: Kurse.',
      'changed p1: Kurse.',
    ]);
  });

  it('ANC4: follows parts of parts, in whatever order they now stand', () => {
    const placed = documentOfTexts([second, 'Rest', first, 'Ein anderer Kurse', 'Kurse']);
    const withOrigins = new Transform(placed);
    const origins = (words: string, id: string) => {
      withOrigins.setNodeAttribute(positionOf(placed, words) - 1, 'origins', [nodeId(id)]);
    };
    origins('Die Stadt', 'old');
    const short: PassageAnchor = {
      ...anchorOn(placed, 'Kurse'),
      nodeId: nodeId('old'),
      prefix: 'ganz ',
      suffix: 'anders',
    };
    expect(placed.nodeAt(positionOf(placed, 'Die Stadt') - 1)?.attrs['id']).toBe('p4');
    origins('Sie achtet', 'p4');
    expect(shown(withOrigins.doc, short)).toBe('moved p1: Kurse');
  });

  it('ANC6: a short word that also stands elsewhere is not followed through the whole document', () => {
    const at = positionOf(doc, 'Kurse');
    const short = anchorOn(doc, 'Kurse');
    const other = edited(doc, (t) =>
      t.delete(at, at + 6).insert(positionOf(doc, 'Ein anderes') - 6, leitbildSchema.text('Kurse ')),
    );
    expect(other.textContent).toContain('Kurse Ein');
    expect(shown(other, short)).toBe('gone');
  });

  it('ANC7: a whole goal is found by its id, and it shows whether its text is what was read', () => {
    const goal = makeNodeAnchor(textFlowOf(doc), nodeId('p3'));
    if (!goal) throw new Error('no goal');
    expect(anchorSchema.parse(goal)).toEqual(goal);
    expect(goal.quote).toBe(`${first}\n${second}`);
    const on = (next: Node) => resolveAnchor(textFlowOf(next), goal);
    expect(on(doc).state).toBe('in-place');
    const next = edited(doc, (t) => t.insert(positionOf(doc, 'Kurse'), leitbildSchema.text('viele ')));
    expect(on(next)).toMatchObject({ state: 'changed', place: { nodeId: 'p3' } });
    expect(on(documentOfTexts([]))).toEqual({ state: 'gone', quote: goal.quote, ambiguous: false });
    expect(makeNodeAnchor(textFlowOf(doc), nodeId('unknown'))).toBeUndefined();
    expect(resolveAnchor(textFlowOf(doc), { on: 'document' })).toEqual({ state: 'document' });
  });

  it('an anchor whose parts contradict each other finds nothing that is not quoted', () => {
    const forged: PassageAnchor = { ...anchor, from: 0, to: 12 };
    expect(shown(doc, forged)).not.toMatch(/^in-place p1: (?!Spracherwerb)/);
    expect(anchorSchema.safeParse({ ...anchor, to: anchor.to + 1 }).success).toBe(false);
    expect(anchorSchema.safeParse({ ...anchor, from: 1, to: 13 }).success).toBe(false);
  });
});

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
