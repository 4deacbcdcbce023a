import type { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leitbildSchema } from '../../../shared/schema/leitbild-schema.ts';
import { documentOf } from '../../../shared/schema/parse-document.ts';
import { createRepair } from '../../../shared/schema/repair-document.ts';
import { arbitraryDocument } from '../../support/arbitrary-document.ts';
import { sampleDocument } from '../../support/sample-document.ts';

const repair = createRepair();
const { nodes } = leitbildSchema;

/** Makes nodes without asking whether they are valid, as a merge does. */
function make(type: string, attrs: object | null, ...content: readonly (Node | string)[]): Node {
  const made = nodes[type]?.create(
    attrs,
    content.map((child) => (typeof child === 'string' ? leitbildSchema.text(child) : child)),
  );
  if (!made) throw new Error(`no type ${type}`);
  return made;
}

const p = (id: string, ...content: readonly string[]): Node => make('paragraph', { id }, ...content);
const heading = (...content: readonly string[]): Node => make('heading', null, ...content);
const chapter = (...content: readonly Node[]): Node =>
  make('leitbild', null, make('chapter', { id: 'c1' }, ...content));
const group = (...content: readonly Node[]): Node =>
  make('goalGroup', { id: 'g1', kind: 'leitziel' }, ...content);

function repaired(document: Node): Node {
  const whole = repair(document);
  expect(() => documentOf(whole)).not.toThrow();
  expect(repair(whole)).toBe(whole);
  return whole;
}

describe('createRepair', () => {
  it('REP1: a valid document comes back as the very same node', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const node = leitbildSchema.nodeFromJSON(document);
        expect(createRepair()(node)).toBe(node);
      }),
      { seed: 20080611, numRuns: 60 },
    );
  });

  it('REP1: what was right in a repaired document stays the very same node', () => {
    const right = make('chapter', { id: 'c2' }, heading('Zwei'), p('p9', 'Text'));
    const broken = make('chapter', { id: 'c1' }, p('p1', 'ohne Überschrift'));
    const whole = repaired(make('leitbild', null, broken, right));
    expect(whole.child(1)).toBe(right);
    expect(whole.child(0).lastChild).toBe(broken.firstChild);
  });

  it('REP3: several headings become one, wherever they stood; a missing one is filled up', () => {
    const two = repaired(chapter(heading('Eins'), p('p1', 'Text'), heading(), heading('Zwei')));
    expect(two.child(0).children.map((child) => [child.type.name, child.textContent])).toEqual([
      ['heading', 'Eins / Zwei'],
      ['paragraph', 'Text'],
    ]);
    expect(repaired(chapter(p('p1', 'Text'))).child(0).firstChild?.type.name).toBe('heading');
    expect(repaired(chapter(heading('K'), group(heading('A'), heading('B')))).textContent).toBe('KA / B');
  });

  it('REP3: signatures become one, at the end, with one name', () => {
    const signature = (...names: readonly string[]): Node =>
      make('signature', null, ...names.map((name) => make('signatureName', null, name)));
    const foreword = make(
      'foreword',
      { id: 'f1' },
      signature('Anna', 'Amt'),
      p('p1', 'Text'),
      signature('Berta'),
    );
    const whole = repaired(make('leitbild', null, foreword));
    expect(whole.child(0).lastChild?.children.map((line) => [line.type.name, line.textContent])).toEqual([
      ['signatureName', 'Anna'],
      ['signatureOffice', 'Amt'],
      ['signatureOffice', 'Berta'],
    ]);
  });

  it('REP4: goals, subpoints and items without a paragraph get one; paragraphs stand first; empty lists go', () => {
    const subpoint = make('subpoint', { id: 's1' });
    const goal = make(
      'goal',
      { id: 'z1' },
      make('subpoint', { id: 's2' }, p('p2', 'darunter')),
      p('p3', 'Ziel'),
    );
    const item = make('listItem', { id: 'i1' }, make('bulletList', null));
    const whole = repaired(
      chapter(
        heading('K'),
        make('bulletList', null),
        make('bulletList', null, item),
        group(make('goal', { id: 'z2' }, subpoint), goal),
      ),
    );
    const kinds = whole.child(0).children.map((child) => child.type.name);
    expect(kinds).toEqual(['heading', 'bulletList', 'goalGroup']);
    expect(whole.child(0).child(2).child(1).textContent).toBe('Zieldarunter');
  });

  it('REP5: of nodes that share an id equal copies go, others get an id and name their origin', () => {
    const goal = (words: string): Node => make('goal', { id: 'z1' }, p('p1', words));
    const equal = repaired(
      chapter(
        heading('K'),
        group(goal('gleich')),
        make('goalGroup', { id: 'g2', kind: 'leitziel' }, goal('gleich')),
      ),
    );
    expect(equal.textContent).toBe('Kgleich');
    const different = repaired(chapter(heading('K'), group(goal('so'), goal('anders'), goal('noch anders'))));
    const goals = different.child(0).child(1).children;
    expect(
      goals.map((node): unknown[] => [node.attrs['id'], node.attrs['origins'], node.textContent]),
    ).toEqual([
      ['z1', [], 'so'],
      ['z1-2', ['z1'], 'anders'],
      ['z1-3', ['z1'], 'noch anders'],
    ]);
  });

  it('REP6: what no merge brings about stays as it is', () => {
    const list = make('leitbild', null, make('bulletList', null));
    expect(repair(list)).toBe(list);
    const stray = chapter(heading('K'), make('goal', { id: 'z1' }, p('p1', 'Ziel')));
    expect(repair(stray)).toBe(stray);
  });

  it('REP2: however children were doubled, dropped or mixed up, no word that is left is lost, and all get the same', () => {
    const mix = (node: Node, picks: Iterator<number>): Node => {
      if (node.isText || node.inlineContent || node.isLeaf) return node;
      const children = node.children.flatMap((child) => {
        const pick = picks.next().value as number;
        const mixed = mix(child, picks);
        if (pick === 0 && mixed.type.name !== 'participants') return [];
        return pick === 1 ? [mixed, mixed] : [mixed];
      });
      if ((picks.next().value as number) === 2) children.reverse();
      return node.type.create(node.attrs, children);
    };
    const words = (document: Node): ReadonlySet<string> => {
      const found = new Set<string>();
      document.descendants((node) => {
        if (node.isTextblock) for (const word of node.textContent.split(/\s+/u)) found.add(word);
        return !node.isTextblock;
      });
      return found;
    };
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(14)), (picks) => {
        const mixed = mix(leitbildSchema.nodeFromJSON(sampleDocument()), picks[Symbol.iterator]());
        const whole = repaired(mixed);
        expect(createRepair()(leitbildSchema.nodeFromJSON(mixed.toJSON())).toJSON()).toEqual(whole.toJSON());
        for (const word of words(mixed)) expect(words(whole)).toContain(word);
      }),
      { seed: 20080611, numRuns: 80 },
    );
  });
});
