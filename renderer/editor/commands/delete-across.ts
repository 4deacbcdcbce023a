import { Slice } from '@tiptap/pm/model';
import { TextSelection, type Command, type Transaction } from '@tiptap/pm/state';
import { commandOf } from './places.ts';

/**
 * Deletes a selection that reaches over several blocks. Goals and parts that lie wholly within it go; where it begins
 * and ends within texts, what is left of the two is joined, unless one of them is a heading: then each keeps its rest.
 * Does not apply to a selection within one block.
 */
export const deleteAcross: Command = commandOf((tr, state) => {
  const { selection } = state;
  if (!(selection instanceof TextSelection) || selection.empty) return false;
  const { $from, $to } = selection;
  if ($from.sameParent($to)) return false;
  const keepsApart = $from.parent.type !== $to.parent.type || $from.parent.type.name === 'heading';
  if (!keepsApart) {
    tr.deleteSelection();
    return true;
  }
  const [from, to] = [$from.pos, $to.pos];
  // From the end, so that positions before stay right.
  tr.delete($to.start(), to);
  deleteBetween(tr, $from.after(), $to.before());
  tr.replace(from, $from.end(), Slice.empty);
  tr.setSelection(TextSelection.create(tr.doc, from));
  return true;
});

/** Takes out what lies wholly between two positions, as far as each parent can do without. */
function deleteBetween(tr: Transaction, from: number, to: number): void {
  const whole: { from: number; to: number }[] = [];
  tr.doc.nodesBetween(from, to, (node, at, parent, index) => {
    const isWhole = at >= from && at + node.nodeSize <= to;
    if (!isWhole) return true;
    if (!node.isInline && parent?.canReplace(index, index + 1))
      whole.push({ from: at, to: at + node.nodeSize });
    else if (node.isTextblock) whole.push({ from: at + 1, to: at + node.nodeSize - 1 });
    return false;
  });
  for (const range of whole.reverse()) tr.delete(range.from, range.to);
}
