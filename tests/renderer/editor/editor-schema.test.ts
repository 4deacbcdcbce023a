import { getSchema } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemaExtensions } from '../../../renderer/editor/schema/editor-schema.ts';
import { leitbildSchema } from '../../../shared/schema/leitbild-schema.ts';
import { arbitraryDocument } from '../../support/arbitrary-document.ts';
import { sampleDocument } from '../../support/sample-document.ts';

const editorSchema = getSchema(schemaExtensions());

/** What a schema says of a document: it as read, or why not. */
function verdict(schema: Schema, json: unknown): unknown {
  try {
    const node = schema.nodeFromJSON(json);
    node.check();
    return node.toJSON();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

interface Json {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly Json[];
}

/** The document with one node damaged: dropped, doubled, renamed, or with an attribute that does not belong there. */
function damaged(node: Json, countdown: { left: number }, kind: number, other: string): Json {
  const { content } = node;
  if (!content) return node;
  return {
    ...node,
    content: content.flatMap((child) => {
      countdown.left -= 1;
      if (countdown.left !== 0) return [damaged(child, countdown, kind, other)];
      if (kind === 0) return [];
      if (kind === 1) return [child, child];
      if (kind === 2) return [{ ...child, type: other }];
      return [{ ...child, attrs: { ...child.attrs, id: 7, start: -1, kind: null, target: ' ', form: 'x' } }];
    }),
  };
}

describe('schemaExtensions', () => {
  it('EDT1: the editor has the nodes, marks, content and attributes of the shared schema, in its order', () => {
    expect(Object.keys(editorSchema.nodes)).toEqual(Object.keys(leitbildSchema.nodes));
    expect(Object.keys(editorSchema.marks)).toEqual(Object.keys(leitbildSchema.marks));
    for (const [name, type] of Object.entries(leitbildSchema.nodes)) {
      const mine = editorSchema.nodes[name];
      expect(mine?.spec.content, name).toBe(type.spec.content);
      expect(mine?.spec.group, name).toBe(type.spec.group);
      expect(mine?.isAtom, name).toBe(type.isAtom);
      expect(mine?.isInline, name).toBe(type.isInline);
      expect(mine?.spec.defining, name).toBe(type.spec.defining);
      expect(Object.keys(mine?.spec.attrs ?? {}), name).toEqual(Object.keys(type.spec.attrs ?? {}));
    }
    expect(editorSchema.topNodeType.name).toBe('leitbild');
  });

  it('EDT1: it accepts what the shared schema accepts, and refuses what that refuses, for the same reason', () => {
    const names = Object.keys(leitbildSchema.nodes);
    fc.assert(
      fc.property(
        arbitraryDocument(),
        fc.nat(60),
        fc.nat(3),
        fc.constantFrom(...names),
        (document, at, kind, other) => {
          expect(verdict(editorSchema, document)).toEqual(verdict(leitbildSchema, document));
          const broken = damaged(document as unknown as Json, { left: at + 1 }, kind, other);
          expect(verdict(editorSchema, broken)).toEqual(verdict(leitbildSchema, broken));
        },
      ),
      { seed: 20140701, numRuns: 150 },
    );
    expect(verdict(editorSchema, sampleDocument())).toEqual(verdict(leitbildSchema, sampleDocument()));
  });
});
