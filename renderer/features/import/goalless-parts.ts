import type { BlockKind, ImportView } from '../../../shared/import/import-view.ts';
import { childrenOf, isIdentified, walk } from '../../../shared/schema/walk.ts';

export type GoallessPart = 'foreword' | 'preface';

const kindsOfGoals: ReadonlySet<BlockKind> = new Set(['goalGroup', 'goal', 'goalParagraph', 'subpoint']);

/**
 * The part because of which these blocks cannot become a goal or part of one; null where nothing is in the way. The
 * host would make of each what comes nearest, which is not what somebody asked for.
 */
export function goallessPartOf(
  { document, blocks }: Pick<ImportView, 'document' | 'blocks'>,
  chosen: ReadonlySet<string>,
  kind: BlockKind,
): GoallessPart | null {
  if (!kindsOfGoals.has(kind)) return null;
  const nodes = new Set(
    blocks.flatMap(({ block, node }) => (chosen.has(block) && node !== null ? [node] : [])),
  );
  for (const part of childrenOf(document)) {
    if (part.type !== 'foreword' && part.type !== 'preface') continue;
    const held: unknown[] = [];
    walk(part, (node) => {
      if (isIdentified(node) && nodes.has(node.attrs.id)) held.push(node);
    });
    if (held.length > 0) return part.type;
  }
  return null;
}
