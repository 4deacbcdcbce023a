import { Fragment, Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Doc, UndoManager } from 'yjs';
import type { Anchor } from '../../../shared/contributions/anchor.ts';
import { makeAnchor, makeNodeAnchor } from '../../../shared/contributions/make-anchor.ts';
import {
  anchorResolver,
  resolveAnchor,
  type Resolution,
} from '../../../shared/contributions/resolve-anchor.ts';
import { createCountingIds, type NodeId } from '../../../shared/ids/ids.ts';
import { originOf } from '../../../shared/rooms/named-writes.ts';
import { sharedTypes } from '../../../shared/rooms/rooms.ts';
import { readDocument, writeDocument } from '../../../shared/rooms/text-room.ts';
import { leitbildSchema } from '../../../shared/schema/leitbild-schema.ts';
import { textFlowOf } from '../../../shared/text/text-flow.ts';
import { arbitraryEdit, performEdits } from '../../support/random-edits.ts';
import { realisticDocument } from '../../support/realistic-document.ts';
import { anchorOn, edited, positionOf } from './anchored.ts';

const start = Node.fromJSON(leitbildSchema, realisticDocument());

/** Anchors on passages of every part of the text, footnotes too, and on every node that can be pointed at. */
function anchorsOn(doc: Node): readonly Anchor[] {
  const flow = textFlowOf(doc);
  const nodes = [...flow.spans.keys()].flatMap((id) => makeNodeAnchor(flow, id) ?? []);
  const passages: Anchor[] = [];
  doc.descendants((node, from) => {
    if (!node.isText || !node.text || node.text.length < 60) return;
    const made = makeAnchor(flow, from + 5, from + 45);
    if (made.ok) passages.push(made.value);
  });
  return [...nodes, ...passages];
}

const anchors = anchorsOn(start);

function counts(doc: Node, of: readonly Anchor[] = anchors): Readonly<Record<Resolution['state'], number>> {
  const found = { document: 0, 'in-place': 0, changed: 0, moved: 0, gone: 0 };
  const resolve = anchorResolver(textFlowOf(doc));
  for (const anchor of of) found[resolve(anchor).state] += 1;
  return found;
}

/** The text as it comes out of a room, to whose document something was done. */
function throughRoom(room: Doc): Node {
  const read = readDocument(room);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return Node.fromJSON(leitbildSchema, read.value);
}

function withoutNodes(node: Node, ids: ReadonlySet<string>): Node {
  const kept: Node[] = [];
  node.forEach((child) => {
    if (!ids.has(String(child.attrs['id']))) kept.push(withoutNodes(child, ids));
  });
  return node.copy(Fragment.fromArray(kept));
}

const jsonOf = (doc: Node) => doc.toJSON() as ReturnType<typeof realisticDocument>;
const typeOf = (name: string): readonly NodeId[] => {
  const ids: NodeId[] = [];
  start.descendants((node) => {
    if (node.type.name === name) ids.push(node.attrs['id'] as NodeId);
  });
  return ids;
};

describe('anchors on a text as long as a real one', () => {
  it('ANC1: all of them are in place on the text that they were made on, also out of a room', () => {
    const room = new Doc();
    writeDocument(room, realisticDocument());
    expect(anchors.length).toBeGreaterThan(400);
    expect(counts(throughRoom(room))).toMatchObject({ 'in-place': anchors.length });
  });

  it('ANC5: deleted goals take theirs with them, and undo brings all back in place', () => {
    const room = new Doc();
    writeDocument(room, realisticDocument());
    const undo = new UndoManager(room.getXmlFragment(sharedTypes.text.document), {
      trackedOrigins: new Set([originOf('text.document')]),
      captureTimeout: 0,
    });
    const goals = new Set<string>(typeOf('goal').filter((_, index) => index % 3 === 0));
    writeDocument(room, jsonOf(withoutNodes(start, goals)));
    const after = counts(throughRoom(room));
    const onThem = anchors.filter((anchor) => anchor.on === 'node' && goals.has(anchor.nodeId));
    expect(counts(throughRoom(room), onThem)).toMatchObject({ gone: onThem.length });
    expect(after['in-place'] + after.changed + after.moved + after.gone).toBe(anchors.length);
    expect(after.gone).toBeGreaterThan(onThem.length);
    undo.undo();
    expect(counts(throughRoom(room))).toMatchObject({ 'in-place': anchors.length });
    undo.redo();
    expect(counts(throughRoom(room))).toEqual(after);
    // Restored by hand: the nodes come back under the ids that they had.
    writeDocument(room, realisticDocument());
    expect(counts(throughRoom(room))).toMatchObject({ 'in-place': anchors.length });
  });

  it('ANC2: fields that change places take their anchors along', () => {
    const fields = new Set<string>(typeOf('actionField'));
    const turned = (node: Node): Node => {
      const children: Node[] = [];
      node.forEach((child) => children.push(turned(child)));
      const isField = (child: Node): boolean => fields.has(String(child.attrs['id']));
      const reversed = children.filter(isField).reverse();
      return node.copy(
        Fragment.fromArray(children.map((child) => (isField(child) ? (reversed.shift() ?? child) : child))),
      );
    };
    const moved = turned(start);
    expect(moved.eq(start)).toBe(false);
    const within = anchors.filter((anchor) => anchor.on === 'passage');
    expect(counts(moved, within)).toMatchObject({ 'in-place': within.length });
    const found = counts(moved);
    // Only the chapter reads otherwise as a whole.
    expect([found.changed, found.moved, found.gone]).toEqual([1, 0, 0]);
  });

  it('ANC4: a paragraph that is split and joined again: its words are followed, and come back in place', () => {
    const words = 'an der Planung von Anfang an beteiligt';
    const anchor = anchorOn(start, words);
    const at = positionOf(start, words);
    const split = edited(start, (transform) => transform.split(at));
    const parts = resolveAnchor(textFlowOf(split), anchor);
    expect(['changed', 'moved']).toContain(parts.state);
    const joined = edited(split, (transform) => transform.join(at + 1));
    expect(resolveAnchor(textFlowOf(joined), anchor).state).toBe('in-place');
    const others = anchors.filter((other) => other.on === 'passage' && other.nodeId !== anchor.nodeId);
    expect(counts(split, others)).toMatchObject({ 'in-place': others.length });
  });
});

describe('a new text in the place of the one that was asked about', () => {
  const fresh = (doc: Node): Node => {
    const createId = createCountingIds('neu');
    const renewed = (node: Node): Node => {
      if (node.isText) return node;
      const children: Node[] = [];
      node.forEach((child) => children.push(renewed(child)));
      const attrs = typeof node.attrs['id'] === 'string' ? { ...node.attrs, id: createId() } : node.attrs;
      return node.type.create(attrs, Fragment.fromArray(children), node.marks);
    };
    return renewed(doc);
  };

  it('ANC4: where no id is the same, what can be told by its words is followed as moved, and nothing is in place', () => {
    const found = counts(fresh(start));
    expect([found['in-place'], found.changed]).toEqual([0, 0]);
    expect(found.moved).toBeGreaterThan(0);
    const flow = textFlowOf(fresh(start));
    for (const anchor of anchors) {
      const resolution = resolveAnchor(flow, anchor);
      if (resolution.state !== 'moved' || anchor.on !== 'passage') continue;
      const { nodeId, start: from, end } = resolution.place;
      const span = flow.spans.get(nodeId);
      expect(flow.text.slice((span?.start ?? 0) + from, (span?.start ?? 0) + end)).toBe(
        anchor.quote.replaceAll('\n', ''),
      );
    }
  });

  it('ANC5: where the ids are carried over and some words are others, those alone are told', () => {
    const room = new Doc();
    writeDocument(room, realisticDocument());
    const changed = JSON.parse(
      JSON.stringify(realisticDocument()).replaceAll(
        'überprüfen sie alle zwei Jahre',
        'überprüfen sie jährlich',
      ),
    ) as ReturnType<typeof realisticDocument>;
    writeDocument(room, changed);
    const after = throughRoom(room);
    const found = counts(after);
    expect(found['in-place']).toBeGreaterThan(0);
    expect(found.changed).toBeGreaterThan(0);
    expect(found.moved).toBe(0);
    const untouched = anchors.filter((anchor) => {
      const span = anchor.on === 'document' ? undefined : textFlowOf(start).spans.get(anchor.nodeId);
      const { text } = textFlowOf(start);
      return span && !text.slice(span.start, span.end).includes('überprüfen sie alle zwei Jahre');
    });
    expect(counts(after, untouched)).toMatchObject({ 'in-place': untouched.length });
  });
});

it('ANC9: many anchors of one text are resolved as each one alone', () => {
  fc.assert(
    fc.property(fc.array(arbitraryEdit, { maxLength: 12 }), (edits) => {
      const doc = performEdits(start, edits).at(-1)?.doc ?? start;
      const flow = textFlowOf(doc);
      const resolve = anchorResolver(flow);
      const sample = anchors.filter((_, index) => index % 7 === edits.length % 7);
      for (const anchor of [...sample, ...sample.slice(0, 20)]) {
        expect(resolve(anchor)).toEqual(resolveAnchor(flow, anchor));
      }
    }),
    { seed: 9, numRuns: 25 },
  );
});
