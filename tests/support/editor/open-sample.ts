import type { Node } from '@tiptap/pm/model';
import { createCountingIds } from '../../../shared/ids/ids.ts';
import { sampleDocument } from '../sample-document.ts';
import { openHeadless, type HeadlessEditor } from './headless-editor.ts';
import { roomOf } from './two-editors.ts';

/** An editor with the sample text; new nodes get the ids "new1", "new2" … */
export function openSample(): HeadlessEditor {
  return openHeadless(roomOf(sampleDocument()), createCountingIds('new'));
}

/** The goals and subpoints of a document as indented lines: type, id and words. */
export function outlineWithin(doc: Node, within: string): string {
  const lines: string[] = [];
  const show = (node: Node, depth: number): void => {
    const words = node.children
      .filter((child) => child.isTextblock)
      .map((child) => child.textContent)
      .join(' ¶ ');
    lines.push(`${'  '.repeat(depth)}${node.type.name} ${words.slice(0, 40)}`.trimEnd());
    node.forEach((child) => {
      if (['goalGroup', 'goal', 'subpoint'].includes(child.type.name)) show(child, depth + 1);
    });
  };
  doc.descendants((node) => {
    if (node.attrs['id'] !== within) return true;
    show(node, 0);
    return false;
  });
  return lines.join('\n');
}

/** The first node with an id; throws where there is none. */
export function nodeOf(doc: Node, id: string): Node {
  let found: Node | undefined;
  doc.descendants((child) => {
    if (child.attrs['id'] === id) found ??= child;
  });
  if (!found) throw new Error(`no ${id}`);
  return found;
}
