import fc from 'fast-check';
import { nodeId } from '../../shared/ids/ids.ts';
import type { Goal, LeitbildDocument, LeitbildNode } from '../../shared/schema/document.ts';
import type { Profile } from '../../shared/schema/profile.ts';
import { arbitraryDocument, arbitraryText, generatorProfile } from './arbitrary-document.ts';
import { withoutDeadReferences } from './finish-draft.ts';

const droppable = new Set(['goal', 'chapter', 'actionField']);

/**
 * Two documents of which the second is a revision of the first: texts reworded, goals, fields and chapters dropped,
 * goals added (`new1` …) that name the one before them as their origin.
 */
export function arbitraryRevision(
  profile: Profile = generatorProfile,
): fc.Arbitrary<readonly [LeitbildDocument, LeitbildDocument]> {
  return fc
    .tuple(arbitraryDocument(profile), fc.infiniteStream(fc.nat(9)), arbitraryText)
    .map(([before, stream, word]) => {
      const pick = (): number => Number(stream.next().value);
      let added = 0;
      const newId = () => nodeId(`new${String(++added)}`);
      const newGoal = (origin: Goal): Goal => ({
        type: 'goal',
        attrs: { id: newId(), origins: [origin.attrs.id] },
        content: [
          { type: 'paragraph', attrs: { id: newId(), origins: [] }, content: [{ type: 'text', text: word }] },
        ],
      });
      const change = (node: LeitbildNode): LeitbildNode => {
        if (node.type === 'text') return pick() === 0 ? { ...node, text: node.text + word } : node;
        if (!('content' in node)) return node;
        const children: LeitbildNode[] = [];
        for (const child of node.content) {
          if (droppable.has(child.type) && pick() === 0) continue;
          children.push(change(child));
          if (child.type === 'goal' && pick() === 0) children.push(newGoal(child));
        }
        return { ...node, content: children } as LeitbildNode;
      };
      return [before, withoutDeadReferences(change(before) as LeitbildDocument)] as const;
    });
}
