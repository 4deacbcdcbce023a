import type { BlockChange, BlockRole, SourceBlockView } from '../../../shared/import/import-view.ts';
import type { NodeId } from '../../../shared/ids/ids.ts';
import type { LeitbildDocument, LeitbildNode } from '../../../shared/schema/document.ts';
import { childrenOf, headingOf, isIdentified, plainText, walk } from '../../../shared/schema/walk.ts';
import type { Fate, ImportResult } from './import-result.ts';
import type { SourceDocument, SourceToken } from './source-document.ts';
import { nameBlocks } from './structure/declare-blocks.ts';

/** What a block has become. */
type Became = Pick<SourceBlockView, 'role' | 'goalKind' | 'node'>;

/**
 * Shows what each block of a source, as it was read, has become, by the ledger: by the first of its words that has found
 * a place in the document.
 */
export function viewBlocks(
  source: SourceDocument,
  result: ImportResult,
  changes: readonly BlockChange[],
): readonly SourceBlockView[] {
  const fates = new Map(result.ledger.map(({ token, fate }) => [token, fate]));
  const places = placesIn(result.document);
  const headed = new Set<NodeId>();
  const changed = new Set(changes.map(({ block }) => block));
  return nameBlocks(source).map(({ name, block, tokens }) => ({
    block: name,
    text: textOf(tokens),
    line: block.line,
    page: block.page,
    ...becameOf(
      tokens.map((token) => fates.get(token)),
      places,
      headed,
    ),
    changed: changed.has(name),
  }));
}

function becameOf(
  fates: readonly (Fate | undefined)[],
  places: ReadonlyMap<NodeId, Place>,
  headed: Set<NodeId>,
): Became {
  for (const fate of fates) {
    if (fate?.type === 'institution') return { role: 'participants', goalKind: null, node: null };
    if (fate?.type === 'structure' && fate.as === 'goalKind' && fate.node !== null) {
      return becameAt(places.get(fate.node), headed);
    }
    const isText = fate?.type === 'placed' || (fate?.type === 'structure' && fate.as === 'reference');
    if (isText && fate.node !== null) return becameAt(places.get(fate.node), headed);
  }
  const isFurniture = fates.some((fate) => fate?.type === 'furniture');
  return { role: isFurniture ? 'leftOut' : 'unplaced', goalKind: null, node: null };
}

function becameAt(place: Place | undefined, headed: Set<NodeId>): Became {
  if (place === undefined) return { role: 'unplaced', goalKind: null, node: null };
  const { role, goalKind, node, isHeaded } = place;
  // The own words of a foreword are its heading, and at its end the signature.
  const isSignature = role === 'foreword' && (headed.has(node) || !isHeaded);
  headed.add(node);
  return { role: isSignature ? 'signature' : role, goalKind, node };
}

interface Place {
  readonly role: BlockRole;
  readonly goalKind: string | null;
  readonly node: NodeId;
  readonly isHeaded: boolean;
}

/** What the words of each node are. */
function placesIn(document: LeitbildDocument): ReadonlyMap<NodeId, Place> {
  const places = new Map<NodeId, Place>();
  walk(document, (node, ancestors) => {
    if (!isIdentified(node)) return;
    const { id } = node.attrs;
    const group = ancestors.findLast((one) => one.type === 'goalGroup');
    const goalKind = node.type === 'goalGroup' ? node.attrs.kind : (group?.attrs.kind ?? null);
    const isHeaded = plainText(headingOf(node)) !== '';
    const [role, owner] = roleOf(node, ancestors.at(-1));
    places.set(id, { role, goalKind: goalRoles.has(role) ? goalKind : null, node: owner ?? id, isHeaded });
  });
  return places;
}

const goalRoles: ReadonlySet<BlockRole> = new Set<BlockRole>([
  'goalGroup',
  'goal',
  'goalParagraph',
  'subpoint',
]);

function roleOf(node: LeitbildNode, parent: LeitbildNode | undefined): readonly [BlockRole, NodeId?] {
  switch (node.type) {
    case 'foreword':
    case 'preface':
    case 'chapter':
    case 'section':
    case 'actionField':
    case 'goalGroup':
    case 'goal':
    case 'subpoint':
    case 'listItem':
    case 'footnote':
    case 'participants':
      return [node.type];
    case 'paragraph': {
      if (parent === undefined || !isIdentified(parent)) return ['paragraph'];
      const isFirst = childrenOf(parent)[0] === node;
      const { id } = parent.attrs;
      if (parent.type === 'goal' || parent.type === 'subpoint') {
        return [isFirst ? parent.type : 'goalParagraph', id];
      }
      return parent.type === 'listItem' && isFirst ? ['listItem', id] : ['paragraph'];
    }
    default:
      return ['unplaced'];
  }
}

function textOf(tokens: readonly SourceToken[]): string {
  return [...new Set(tokens)].map(({ text }) => text).join(' ');
}
