import type { NodeId } from '../ids/ids.ts';
import type { LeitbildDocument, LeitbildNode } from '../schema/document.ts';
import { childrenOf, headingOf, isIdentified, plainText } from '../schema/walk.ts';
import type { Numbering } from '../text/numbering.ts';

/** A goal, or a part with a heading, as contributions are grouped by it. */
export interface Place {
  readonly id: NodeId;
  readonly type: 'goal' | 'foreword' | 'preface' | 'chapter' | 'section' | 'actionField';
  /** As it is printed today; empty where it has none. */
  readonly number: string;
  /** Its heading, or its first words. */
  readonly title: string;
  /** The nearest action field that it stands in or is, else the chapter; `null` outside of chapters. */
  readonly field: NodeId | null;
  /** Rank in document order, from 0. */
  readonly order: number;
}

/** The places of one document. */
export interface Places {
  /** In document order. */
  readonly all: readonly Place[];
  /** The place that a node stands in or is; `undefined` where the document has no such node. */
  placeOf(node: NodeId): Place | undefined;
}

const types: ReadonlySet<string> = new Set([
  'goal',
  'foreword',
  'preface',
  'chapter',
  'section',
  'actionField',
] satisfies readonly Place['type'][]);

/** Characters of a goal that stand for a title. */
const TITLE = 120;

/** Reads the places of a document, with the numbers that it prints. */
export function placesOf(document: LeitbildDocument, numbering: Numbering): Places {
  const all: Place[] = [];
  const byNode = new Map<NodeId, Place>();
  const visit = (node: LeitbildNode, above: Place | null, field: NodeId | null): void => {
    let place = above;
    let own = field;
    if (isIdentified(node)) {
      const { id } = node.attrs;
      if (node.type === 'actionField' || node.type === 'chapter') own = id;
      if (isPlace(node)) {
        const number = numbering.get(id)?.full ?? '';
        place = { id, type: node.type, number, title: titleOf(node), field: own, order: all.length };
        all.push(place);
      }
      if (place) byNode.set(id, place);
    }
    for (const child of childrenOf(node)) visit(child, place, own);
  };
  visit(document, null, null);
  return { all, placeOf: (node) => byNode.get(node) };
}

function isPlace(node: LeitbildNode): node is Extract<LeitbildNode, { readonly type: Place['type'] }> {
  return types.has(node.type);
}

function titleOf(node: LeitbildNode): string {
  const [first] = childrenOf(node);
  const words = plainText(node.type === 'goal' ? (first ? [first] : []) : headingOf(node)).trim();
  return words.length <= TITLE ? words : `${words.slice(0, TITLE).replace(/\s+\S*$/u, '')} …`;
}
