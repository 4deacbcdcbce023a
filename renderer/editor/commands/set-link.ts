import type { Command } from '@tiptap/pm/state';
import { commandOf } from './places.ts';

/** Links the selected words to an address, or takes away the links of the selection or at the caret. */
export function setLink(href: string | null): Command {
  return commandOf((tr, state) => {
    const type = state.schema.marks['link'];
    if (!type) return false;
    const { from, to, $from, empty } = state.selection;
    if (!empty) {
      tr.removeMark(from, to, type);
      if (href !== null) tr.addMark(from, to, type.create({ href }));
      return true;
    }
    const mark = type.isInSet($from.marks());
    if (!mark) return false;
    let [start, end] = [from, to];
    $from.parent.forEach((child, offset) => {
      const at = $from.start() + offset;
      if (at <= from && at + child.nodeSize >= from && mark.isInSet(child.marks)) {
        [start, end] = [at, at + child.nodeSize];
      }
    });
    tr.removeMark(start, end, type);
    if (href !== null) tr.addMark(start, end, type.create({ href }));
    return true;
  });
}
