import type { NodeId } from '../../../../shared/ids/ids.ts';
import type { IdentifiedNode, LeitbildDocument, LeitbildNode } from '../../../../shared/schema/document.ts';
import { childrenOf, headingOf, isIdentified, plainText } from '../../../../shared/schema/walk.ts';

/** A node with an id, and what it can be recognised by in another version of the document. */
export interface TextUnit {
  readonly id: NodeId;
  readonly type: IdentifiedNode['type'];
  /** Units of one class may be the same thing: a goal may have become a subpoint. */
  readonly unitClass: string;
  /** Heading, or the unit's own words without those of the units below it. */
  readonly text: string;
  /** Kind of goals, for groups. */
  readonly kind: string;
  readonly parent: TextUnit | undefined;
  /** The nearest field, section or chapter around it. */
  readonly part: TextUnit | undefined;
  readonly children: TextUnit[];
  /** Headings of all that it stands in, and its own text: equal for the same thing in an unchanged document. */
  readonly path: string;
}

const PARTS: ReadonlySet<string> = new Set(['chapter', 'section', 'actionField', 'foreword', 'preface']);
const ITEMS: ReadonlySet<string> = new Set(['goal', 'subpoint', 'listItem']);

/** All units of a document in its order. */
export function textUnitsOf(document: LeitbildDocument): readonly TextUnit[] {
  const units: TextUnit[] = [];
  const visit = (node: LeitbildNode, parent: TextUnit | undefined): void => {
    let owner = parent;
    if (isIdentified(node)) {
      const text = ownText(node);
      const isItem = ITEMS.has(node.type);
      const inner = PARTS.has(node.type) ? 'part' : node.type;
      owner = {
        id: node.attrs.id,
        type: node.type,
        unitClass: isItem ? 'item' : inner,
        text,
        kind: node.type === 'goalGroup' ? node.attrs.kind : '',
        parent,
        part: parent && PARTS.has(parent.type) ? parent : parent?.part,
        children: [],
        path: `${parent?.path ?? ''}/${node.type}:${text.slice(0, PARTS.has(node.type) ? 200 : undefined)}`,
      };
      units.push(owner);
      parent?.children.push(owner);
    }
    for (const child of childrenOf(node)) visit(child, owner);
  };
  visit(document, undefined);
  return units;
}

function ownText(node: IdentifiedNode): string {
  switch (node.type) {
    case 'goal':
    case 'subpoint':
    case 'listItem':
      return plainText(childrenOf(node).filter((child) => child.type === 'paragraph'));
    case 'paragraph':
    case 'footnote':
      return plainText(childrenOf(node));
    case 'foreword': {
      const heading = plainText(headingOf(node));
      return heading === ''
        ? plainText(childrenOf(node).filter((child) => child.type === 'signature'))
        : heading;
    }
    default:
      return plainText(headingOf(node));
  }
}
