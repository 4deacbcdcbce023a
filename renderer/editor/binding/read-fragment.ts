import { Fragment, type Mark, type Node, type Schema } from '@tiptap/pm/model';
import { MAX_DEPTH } from '../../../shared/schema/parse-document.ts';
import { XmlElement, XmlText, type AbstractType, type XmlFragment } from 'yjs';

/** Which node of the editor shows which shared type; a shared text is shown by a run of text nodes. */
export type Shown = Map<AbstractType<unknown>, Node | Node[]>;

/** Thrown where the room holds a type that this version of the schema does not know. */
export class UnknownContent extends Error {}

/**
 * The document in a fragment, valid or not, built without writing to the room (the binding's own reader deletes what
 * the schema refuses). Parts that `shown` knows are taken from there, so that they stay the very same nodes;
 * what is read anew is entered. Arrays in attributes stay the room's own, which the writer compares by identity.
 * Throws `UnknownContent` for a node or mark that the schema lacks, or one that is nested without end.
 */
export function readFragment(fragment: XmlFragment, schema: Schema, shown: Shown): Node {
  const known = shown.get(fragment as AbstractType<unknown>);
  if (known && !Array.isArray(known)) return known;
  const root = schema.topNodeType.create(null, contentOf(fragment, schema, shown, 1));
  shown.set(fragment as AbstractType<unknown>, root);
  return root;
}

function contentOf(parent: XmlFragment, schema: Schema, shown: Shown, depth: number): Fragment {
  if (depth > MAX_DEPTH) throw new UnknownContent('nested too deep');
  const children: Node[] = [];
  for (const child of parent.toArray()) {
    if (child instanceof XmlText) children.push(...readText(child, schema, shown));
    else if (child instanceof XmlElement) children.push(readElement(child, schema, shown, depth));
    else throw new UnknownContent('neither element nor text');
  }
  return Fragment.fromArray(children);
}

function readElement(element: XmlElement, schema: Schema, shown: Shown, depth: number): Node {
  const known = shown.get(element as AbstractType<unknown>);
  if (known && !Array.isArray(known)) return known;
  const type = schema.nodes[element.nodeName];
  if (!type) throw new UnknownContent(element.nodeName);
  const attributes = element.getAttributes() as Readonly<Record<string, unknown>>;
  const node = create(() => type.create(attributes, contentOf(element, schema, shown, depth + 1)));
  shown.set(element as AbstractType<unknown>, node);
  return node;
}

function readText(text: XmlText, schema: Schema, shown: Shown): readonly Node[] {
  const known = shown.get(text as AbstractType<unknown>);
  if (Array.isArray(known)) return known;
  const nodes: Node[] = [];
  for (const { insert, attributes } of text.toDelta() as readonly DeltaPart[]) {
    if (typeof insert !== 'string') throw new UnknownContent('an embedded object');
    if (insert !== '') nodes.push(create(() => schema.text(insert, marksOf(attributes ?? {}, schema))));
  }
  shown.set(text as AbstractType<unknown>, nodes);
  return nodes;
}

function marksOf(attributes: Readonly<Record<string, unknown>>, schema: Schema): readonly Mark[] {
  return Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => schema.mark(name, value as Readonly<Record<string, unknown>>))
    .sort((one, other) => markRank(one, schema) - markRank(other, schema));
}

function markRank(mark: Mark, schema: Schema): number {
  return Object.keys(schema.marks).indexOf(mark.type.name);
}

/** ProseMirror tells of a missing attribute or mark by a `RangeError`. */
function create(make: () => Node): Node {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) throw new UnknownContent(error.message);
    throw error;
  }
}

interface DeltaPart {
  readonly insert: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}
