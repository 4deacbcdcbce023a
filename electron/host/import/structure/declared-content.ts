import type { Declared } from '../source-document.ts';
import type { GoalWriter, ListItemBlock, ParagraphBlock } from './goal-writer.ts';
import type { ListWriter } from './list-writer.ts';
import type { Part } from './parts.ts';
import type { Placement } from './placement.ts';

export interface DeclaredTarget {
  readonly part: Part;
  readonly context: { readonly placement: Placement };
  readonly lists: ListWriter;
  readonly goals: GoalWriter;
}

/**
 * Writes a block of a part as a person said that it is. Where that cannot be, as with a subpoint that has no goal before
 * it, it becomes what comes nearest: a list item or a paragraph.
 */
export function addDeclared(
  block: ListItemBlock | ParagraphBlock,
  declared: Declared,
  { part, lists, goals }: DeclaredTarget,
): void {
  const takesGoals = part.role !== 'foreword' && part.role !== 'preface';
  const addItem = (): void => {
    goals.interrupt();
    const item = itemOf(block);
    lists.addItem({ ...item, depth: Math.max(1, item.depth) });
  };
  const addParagraph = (): void => {
    goals.interrupt();
    lists.addParagraph(paragraphOf(block));
  };
  switch (declared.as) {
    case 'goal':
      if (!takesGoals) {
        addItem();
        return;
      }
      lists.close();
      goals.addDeclaredGoal(itemOf(block), declared.goalKind);
      return;
    case 'subpoint':
      if (goals.addDeclaredSubpoint(itemOf(block))) lists.close();
      else addItem();
      return;
    case 'goalParagraph':
      if (goals.continueGoal(paragraphOf(block))) lists.close();
      else addParagraph();
      return;
    case 'listItem':
      addItem();
      return;
    case 'paragraph':
      addParagraph();
      return;
    case 'heading':
    case 'footnote':
      throw new Error(`a block of a part cannot be declared a ${declared.as}`);
  }
}

/** `depth` 0 where the source has no list item there. */
function itemOf(block: ListItemBlock | ParagraphBlock): ListItemBlock {
  return block.type === 'listItem' ? block : { ...block, type: 'listItem', depth: 0, ordered: false };
}

function paragraphOf(block: ListItemBlock | ParagraphBlock): ParagraphBlock {
  const { words, line, page } = block;
  return { type: 'paragraph', words, line, page };
}
