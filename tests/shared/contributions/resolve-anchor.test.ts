import type { Node } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import { describe, expect, it } from 'vitest';
import { anchorSchema, type PassageAnchor } from '../../../shared/contributions/anchor.ts';
import { makeNodeAnchor } from '../../../shared/contributions/make-anchor.ts';
import { resolveAnchor } from '../../../shared/contributions/resolve-anchor.ts';
import { nodeId } from '../../../shared/ids/ids.ts';
import { leitbildSchema } from '../../../shared/schema/leitbild-schema.ts';
import { textFlowOf } from '../../../shared/text/text-flow.ts';
import { documentOfTexts } from '../../support/random-edits.ts';
import { anchorOn, edited, first, madeAt, positionOf, resolve, second, shown } from './anchored.ts';

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
      within: 'p1',
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
    expect(on(documentOfTexts([]))).toEqual({
      ...{ state: 'gone', quote: goal.quote, ambiguous: false, within: null },
    });
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
