import { Fragment, type Node, type NodeType } from '@tiptap/pm/model';
import type { NodeId } from '../ids/ids.ts';

/**
 * Repairs a document whose nodes were merged from concurrent edits (rules REP1 to REP5): children that stand in the
 * wrong number or order are joined, moved or filled up, nodes that share an id are told apart. The same content gives
 * the same repair everywhere. Returns the very node it was given where nothing is to be done, and shares every part
 * that it left alone. What no merge brings about (an unknown type, a list at the top) stays as it is.
 */
export type RepairDocument = (root: Node) => Node;

/** A repairer that remembers which parts it found right, so that repairing after a small change costs little. */
export function createRepair(): RepairDocument {
  const sound = new WeakSet<Node>();
  const idLists = new WeakMap<Node, readonly NodeId[]>();

  const idsOf = (node: Node): readonly NodeId[] => {
    const known = idLists.get(node);
    if (known) return known;
    const id: unknown = node.attrs['id'];
    const ids = typeof id === 'string' ? [id as NodeId] : [];
    node.forEach((child) => {
      if (!child.isText) ids.push(...idsOf(child));
    });
    idLists.set(node, ids);
    return ids;
  };

  return (root) => {
    const ids = idsOf(root);
    const taken = new Set(ids);
    const distinct = taken.size === ids.length ? root : tellApart(root, taken);
    return arranged(distinct, taken, sound) ?? distinct;
  };
}

/** An id that follows from another and that nobody has yet: "z1-2", "z1-3" … */
function derivedId(base: string, taken: Set<NodeId>): NodeId {
  for (let count = 2; ; count += 1) {
    const id = `${base.slice(0, 56)}-${String(count)}` as NodeId;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}

/** Of nodes that share an id the first keeps it; equal copies are dropped, others get an id and name their origin. */
function tellApart(root: Node, taken: Set<NodeId>): Node {
  const seen = new Map<NodeId, Node>();

  const visit = (node: Node, copied: boolean): Node | null => {
    if (node.isText) return node;
    const id = node.attrs['id'] as NodeId | null | undefined;
    let attrs = node.attrs;
    let isCopy = copied;
    if (id) {
      const first = seen.get(id);
      if (first && !copied && first.type === node.type && first.textContent === node.textContent) return null;
      if (first) {
        attrs = { ...attrs, id: derivedId(id, taken), origins: [id] };
        isCopy = true;
      } else seen.set(id, node);
    }
    const children: Node[] = [];
    let changed = attrs !== node.attrs;
    node.forEach((child) => {
      const kept = visit(child, isCopy);
      if (kept !== child) changed = true;
      if (kept) children.push(kept);
    });
    return changed ? node.type.create(attrs, Fragment.fromArray(children), node.marks) : node;
  };

  return visit(root, false) ?? root;
}

/** The node with everything in it in its place; `null` for a list that has lost all its items. */
function arranged(node: Node, taken: Set<NodeId>, sound: WeakSet<Node>): Node | null {
  if (node.isText || sound.has(node)) return node;
  const children: Node[] = [];
  for (const child of node.children) {
    const inPlace = arranged(child, taken, sound);
    if (inPlace !== null) children.push(inPlace);
    else if (node.type === node.type.schema.topNodeType) children.push(child);
  }
  const changed =
    children.length !== node.childCount || children.some((child, at) => child !== node.child(at));
  if (isList(node) && children.length === 0) return null;
  if (!node.type.validContent(Fragment.fromArray(children))) {
    const order = arrangements[node.type.name]?.(children, node, taken);
    if (order && node.type.validContent(Fragment.fromArray(order))) return kept(copy(node, order), sound);
  }
  return kept(changed ? copy(node, children) : node, sound);
}

function kept(node: Node, sound: WeakSet<Node>): Node {
  if (node.type.validContent(node.content)) sound.add(node);
  return node;
}

function copy(node: Node, children: readonly Node[]): Node {
  return node.type.create(node.attrs, Fragment.fromArray(children), node.marks);
}

function isList(node: Node): boolean {
  return node.type.name === 'bulletList' || node.type.name === 'orderedList';
}

type Arrange = (children: readonly Node[], parent: Node, taken: Set<NodeId>) => readonly Node[];

const withHeading: Arrange = (children, parent) => [
  joinedHeadings(children, parent) ?? typeNamed(parent, 'heading').create(),
  ...children.filter((child) => child.type.name !== 'heading'),
];

const withOptionalHeading: Arrange = (children, parent) => {
  const heading = joinedHeadings(children, parent);
  return [...(heading ? [heading] : []), ...children.filter((child) => child.type.name !== 'heading')];
};

/** Paragraphs before what stands under them, and at least one. */
const paragraphsFirst: Arrange = (children, parent, taken) => {
  const paragraphs = children.filter((child) => child.type.name === 'paragraph');
  return [
    ...(paragraphs.length > 0 ? paragraphs : [emptyParagraph(parent, taken)]),
    ...children.filter((child) => child.type.name !== 'paragraph'),
  ];
};

const arrangements: Readonly<Record<string, Arrange | undefined>> = {
  chapter: withHeading,
  preface: withHeading,
  section: withHeading,
  actionField: withHeading,
  goalGroup: withOptionalHeading,
  foreword: (children, parent, taken) => {
    const ordered = withOptionalHeading(children, parent, taken);
    const signatures = ordered.filter((child) => child.type.name === 'signature');
    const rest = ordered.filter((child) => child.type.name !== 'signature');
    const [first] = signatures;
    if (!first) return rest;
    return [...rest, copy(first, signatory(signatures.flatMap(childrenOf), first, taken))];
  },
  goal: paragraphsFirst,
  subpoint: paragraphsFirst,
  listItem: (children, parent, taken) => [emptyParagraph(parent, taken), ...children],
  signature: (children, parent, taken) => signatory(children, parent, taken),
};

/** One name before the offices; further names are told as offices. */
const signatory: Arrange = (children, parent) => {
  const named = children.findIndex((child) => child.type.name === 'signatureName');
  const office = typeNamed(parent, 'signatureOffice');
  return [
    children[named] ?? typeNamed(parent, 'signatureName').create(),
    ...children.filter((_, index) => index !== named).map((child) => office.create(null, child.content)),
  ];
};

/** The headings as one, their words apart by a slash. */
function joinedHeadings(children: readonly Node[], parent: Node): Node | undefined {
  const headings = children.filter((child) => child.type.name === 'heading');
  const first = headings[0];
  const filled = headings.filter((heading) => heading.content.size > 0);
  if (!first || filled.length <= 1) return filled[0] ?? first;
  const slash = parent.type.schema.text(' / ');
  const words = filled.flatMap((heading, index) => [...(index > 0 ? [slash] : []), ...childrenOf(heading)]);
  return copy(first, words);
}

function emptyParagraph(parent: Node, taken: Set<NodeId>): Node {
  const id = parent.attrs['id'] as NodeId | null;
  return typeNamed(parent, 'paragraph').create(id ? { id: derivedId(id, taken) } : null);
}

function childrenOf(node: Node): readonly Node[] {
  return node.children;
}

function typeNamed(node: Node, name: string): NodeType {
  const type = node.type.schema.nodes[name];
  if (!type) throw new RangeError(`the schema has no ${name}`);
  return type;
}
