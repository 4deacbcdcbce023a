import type { MarkType, Node, ResolvedPos } from '@tiptap/pm/model';
import { updateYFragment } from '@tiptap/y-tiptap';
import { XmlElement, XmlText, type AbstractType, type Doc, type XmlFragment } from 'yjs';
import type { Shown } from './read-fragment.ts';
import { writeTyped } from './write-typed.ts';

/**
 * Makes a fragment hold a document, by touching as little as can be: elements are known again by their ids, so that
 * what stays in place keeps its element and what others write there meanwhile. What moved is written anew at its new
 * place. Parts that `shown` gives as the very same node are not looked at. Call it within a transaction. `caret` says
 * where in the target somebody may just have typed; see `writeTyped`.
 */
export function writeFragment(
  doc: Doc,
  fragment: XmlFragment,
  target: Node,
  shown: Shown,
  caret?: ResolvedPos,
): void {
  writeChildren({ doc, shown, caret }, fragment, target);
  shown.set(fragment as AbstractType<unknown>, target);
}

interface Writing {
  readonly doc: Doc;
  readonly shown: Shown;
  readonly caret: ResolvedPos | undefined;
}

function writeElement(writing: Writing, element: XmlElement, node: Node): void {
  const { doc, shown, caret } = writing;
  if (shown.get(element as AbstractType<unknown>) === node) return;
  writeAttributes(element, node);
  if (node.inlineContent) {
    if (caret) writeTyped(element, node, caret);
    // The writer of the editor's library finds the smallest change of letters and marks.
    updateYFragment(doc, element, withAttributesOf(element, node), { mapping: shown, isOMark: noOverlaps });
  } else writeChildren(writing, element, node);
  shown.set(element as AbstractType<unknown>, node);
}

/** No mark of the schema may overlap another of its type, which the library would have to know. */
const noOverlaps = new Map<MarkType, boolean>();

/** The library compares attributes by identity; they are written already, so it is given the room's own. */
function withAttributesOf(element: XmlElement, node: Node): Node {
  const stored = element.getAttributes() as Readonly<Record<string, unknown>>;
  const attributes = Object.fromEntries(
    Object.entries(node.attrs).map(([name, value]) => [name, stored[name] ?? (value as unknown)]),
  );
  return node.type.create(attributes, node.content, node.marks);
}

/** What an attribute of the room may be. */
type Value = string | number | object;

function writeAttributes(element: XmlElement, node: Node): void {
  const target = element as XmlElement<Record<string, Value>>;
  for (const [name, value] of Object.entries(node.attrs) as [string, Value | null][]) {
    const stored: unknown = target.getAttribute(name);
    if (value === null) {
      if (stored !== undefined) target.removeAttribute(name);
    } else if (!isSame(stored, value)) target.setAttribute(name, value);
  }
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!Array.isArray(one) || !Array.isArray(other)) return false;
  return one.length === other.length && one.every((entry, index) => entry === other[index]);
}

function writeChildren(writing: Writing, parent: XmlFragment, node: Node): void {
  const { shown } = writing;
  const elements = parent.toArray();
  const nodes = node.children;
  const isShown = (element: unknown, child: Node | undefined): boolean =>
    child !== undefined && shown.get(element as AbstractType<unknown>) === child;
  const shorter = Math.min(elements.length, nodes.length);
  let start = 0;
  while (start < shorter && isShown(elements[start], nodes[start])) start += 1;
  let end = 0;
  while (end < shorter - start && isShown(elements.at(-1 - end), nodes.at(-1 - end))) end += 1;

  const old = elements.slice(start, elements.length - end);
  const young = nodes.slice(start, nodes.length - end);
  const kept = matches(old, young);
  const stays = new Set(kept);
  for (let index = old.length - 1; index >= 0; index -= 1) {
    if (stays.has(index)) continue;
    shown.delete(old[index] as AbstractType<unknown>);
    parent.delete(start + index, 1);
  }
  young.forEach((child, index) => {
    const match = kept[index];
    const element = match === undefined ? undefined : old[match];
    if (element instanceof XmlElement) writeElement(writing, element, child);
    else parent.insert(start + index, [createElement(child, shown)]);
  });
}

/** For each node the index of the element that becomes it: the longest row of elements that can stay in order. */
function matches(elements: readonly unknown[], nodes: readonly Node[]): readonly (number | undefined)[] {
  const places = new Map<string, number[]>();
  const countOld = counter();
  elements.forEach((element, index) => {
    if (!(element instanceof XmlElement)) return;
    const id: unknown = (element as XmlElement<{ id: string }>).getAttribute('id');
    const key = keyOf(element.nodeName, id, countOld);
    places.set(key, [...(places.get(key) ?? []), index]);
  });
  const countYoung = counter();
  const wanted = nodes.map((node) =>
    places.get(keyOf(node.type.name, node.attrs['id'], countYoung))?.shift(),
  );
  const row = longestRise(wanted);
  return wanted.map((place, index) => (row.has(index) ? place : undefined));
}

/** Nodes are known by their id; those that carry none (headings, lists) by how many of their type come before. */
function keyOf(type: string, id: unknown, count: (type: string) => number): string {
  return typeof id === 'string' ? `${type} ${id}` : `${type} #${String(count(type))}`;
}

function counter(): (type: string) => number {
  const counts = new Map<string, number>();
  return (type) => {
    const count = (counts.get(type) ?? 0) + 1;
    counts.set(type, count);
    return count;
  };
}

/** The indices of a longest rising row of numbers. */
function longestRise(values: readonly (number | undefined)[]): ReadonlySet<number> {
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  values.forEach((value, index) => {
    if (value === undefined) return;
    let low = tails.findIndex((tail) => (values[tail] ?? 0) >= value);
    if (low === -1) low = tails.length;
    before[index] = tails[low - 1];
    tails[low] = index;
  });
  const row = new Set<number>();
  for (let index = tails.at(-1); index !== undefined; index = before[index]) row.add(index);
  return row;
}

/** A node as a new element of the room, with all that it holds; `shown` learns what shows what. */
export function createElement(node: Node, shown: Shown): XmlElement {
  const element = new XmlElement(node.type.name);
  const attributes = element as XmlElement<Record<string, Value>>;
  for (const [name, value] of Object.entries(node.attrs) as [string, Value | null][]) {
    if (value !== null) attributes.setAttribute(name, value);
  }
  const children: (XmlElement | XmlText)[] = [];
  let run: Node[] = [];
  const endRun = (): void => {
    if (run.length > 0) children.push(createText(run, shown));
    run = [];
  };
  node.forEach((child) => {
    if (child.isText) run.push(child);
    else {
      endRun();
      children.push(createElement(child, shown));
    }
  });
  endRun();
  element.insert(0, children);
  shown.set(element as AbstractType<unknown>, node);
  return element;
}

function createText(nodes: Node[], shown: Shown): XmlText {
  const text = new XmlText();
  text.applyDelta(
    nodes.map(({ text: insert, marks }) => ({
      insert,
      attributes: Object.fromEntries(marks.map((mark) => [mark.type.name, mark.attrs])),
    })),
  );
  shown.set(text as AbstractType<unknown>, nodes);
  return text;
}
