import type { Node } from '@tiptap/pm/model';
import { canJoin, canSplit, Transform } from '@tiptap/pm/transform';
import fc from 'fast-check';
import { createCountingIds, type CreateId } from '../../shared/ids/ids.ts';
import { assignIds } from '../../shared/schema/assign-ids.ts';
import { leitbildSchema } from '../../shared/schema/leitbild-schema.ts';

/** One edit of a user, by numbers that are folded onto what the document offers. */
export interface RandomEdit {
  readonly kind: 'type' | 'delete' | 'split' | 'join' | 'move' | 'undo';
  readonly at: number;
  readonly size: number;
}

export const arbitraryEdit: fc.Arbitrary<RandomEdit> = fc.record({
  kind: fc.constantFrom('type', 'delete', 'split', 'split', 'join', 'join', 'move', 'undo'),
  at: fc.nat(100_000),
  size: fc.nat(60),
});

/** A chapter of goals and paragraphs with these texts, two paragraphs to a goal. */
export function documentOfTexts(texts: readonly string[]): Node {
  const createId = createCountingIds('p');
  const { nodes } = leitbildSchema;
  const node = (type: keyof typeof nodes, attrs: object, content: readonly Node[]): Node => {
    const made = nodes[type]?.createChecked({ id: createId(), ...attrs }, content);
    if (!made) throw new Error(`no type ${String(type)}`);
    return made;
  };
  const words = (text: string): Node[] => (text === '' ? [] : [leitbildSchema.text(text)]);
  const paragraph = (text: string): Node => node('paragraph', {}, words(text));
  const goals: Node[] = [];
  for (let index = 0; index < texts.length; index += 2) {
    goals.push(node('goal', {}, texts.slice(index, index + 2).map(paragraph)));
  }
  const heading = leitbildSchema.node('heading', null, words('Überschrift'));
  const group = node('goalGroup', { kind: 'leitziel' }, goals);
  return leitbildSchema.node('leitbild', null, [node('chapter', {}, [heading, group])]);
}

/** Does these edits one after the other, with ids kept right as the editor does. */
export function performEdits(start: Node, edits: readonly RandomEdit[]): readonly Transform[] {
  const done: Transform[] = [];
  const createId = createCountingIds('new');
  let doc = start;
  for (const [index, edit] of edits.entries()) {
    const transform = perform(doc, edit, `q${String(index)}q`, done.at(-1), createId);
    if (!transform.docChanged) continue;
    done.push(transform);
    doc = transform.doc;
  }
  return done;
}

function perform(
  doc: Node,
  { kind, at, size }: RandomEdit,
  typed: string,
  last: Transform | undefined,
  createId: CreateId,
): Transform {
  const transform = new Transform(doc);
  const paragraphs = placesOf(doc, 'paragraph');
  const { node, from } = paragraphs[at % paragraphs.length] ?? { node: doc, from: 0 };
  const inside = from + 1 + (at % (node.content.size + 1));
  if (kind === 'type') transform.insert(inside, leitbildSchema.text(typed));
  if (kind === 'delete') transform.delete(inside, Math.min(inside + size, from + 1 + node.content.size));
  if (kind === 'split') {
    const depth = size % 2 === 0 ? 1 : 2;
    if (canSplit(doc, inside, depth)) transform.split(inside, depth);
  }
  if (kind === 'join') {
    const ends = [...paragraphs, ...placesOf(doc, 'goal')].map((place) => place.from + place.node.nodeSize);
    const end = ends[at % ends.length];
    if (end !== undefined && canJoin(doc, end)) transform.join(end);
  }
  if (kind === 'move') moveGoal(transform, at, size);
  if (kind === 'undo' && last) {
    for (let step = last.steps.length - 1; step >= 0; step -= 1) {
      const [taken, before] = [last.steps[step], last.docs[step]];
      if (taken && before) transform.step(taken.invert(before));
    }
    return transform;
  }
  return transform.docChanged ? assignIds(transform, createId) : transform;
}

function moveGoal(transform: Transform, at: number, size: number): void {
  const goals = placesOf(transform.doc, 'goal');
  const goal = goals[at % goals.length];
  if (!goal || goals.length < 2) return;
  transform.delete(goal.from, goal.from + goal.node.nodeSize);
  const rest = placesOf(transform.doc, 'goal');
  const before = rest[size % rest.length];
  if (before) transform.insert(before.from, goal.node);
}

function placesOf(doc: Node, type: string): readonly { readonly node: Node; readonly from: number }[] {
  const found: { node: Node; from: number }[] = [];
  doc.descendants((node, from) => {
    if (node.type.name === type) found.push({ node, from });
  });
  return found;
}
