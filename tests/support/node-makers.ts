import { createCountingIds, nodeId } from '../../shared/ids/ids.ts';
import type {
  Block,
  Footnote,
  Goal,
  GoalGroup,
  Identity,
  Inline,
  ListItem,
  Mark,
  Paragraph,
  Reference,
  ReferenceForm,
  Subpoint,
  Text,
} from '../../shared/schema/document.ts';

/** Marks and inline content in short words. */
export const mark = (type: 'strong' | 'emphasis'): readonly Mark[] => [{ type }];
export const link = (href: string): readonly Mark[] => [{ type: 'link', attrs: { href } }];
export const text = (words: string, marks?: readonly Mark[]): Text =>
  marks ? { type: 'text', text: words, marks } : { type: 'text', text: words };
const inline = (content: string | readonly Inline[]): readonly Inline[] =>
  typeof content === 'string' ? [text(content)] : content;
export const reference = (target: string, form: ReferenceForm): Reference => ({
  type: 'reference',
  attrs: { target: nodeId(target), form },
});

/** Makers of nodes whose ids count upwards from `a1`, where none is given. */
export function createNodeMakers() {
  const createId = createCountingIds('a');
  const as = (id?: string): Identity => ({ id: id ? nodeId(id) : createId(), origins: [] });
  const heading = (content: string | readonly Inline[]) =>
    ({ type: 'heading', content: inline(content) }) as const;
  const p = (content: string | readonly Inline[]): Paragraph => ({
    type: 'paragraph',
    attrs: as(),
    content: inline(content),
  });
  const note = (content: Footnote['content'] & object): Footnote => ({
    type: 'footnote',
    attrs: as(),
    content,
  });
  const item = (...blocks: readonly Block[]): ListItem => ({
    type: 'listItem',
    attrs: as(),
    content: blocks,
  });
  const sub = (content: string | readonly Inline[], ...below: readonly Subpoint[]): Subpoint => ({
    type: 'subpoint',
    attrs: as(),
    content: [p(content), ...below],
  });
  const goal = (
    id: string,
    content: string | readonly Inline[],
    ...below: Goal['content'] & object
  ): Goal => ({
    type: 'goal',
    attrs: as(id),
    content: [p(content), ...below],
  });
  const group = (kind: string, label: string, ...goals: readonly Goal[]): GoalGroup => {
    const content = label === '' ? goals : [heading(label), ...goals];
    return { type: 'goalGroup', attrs: { ...as(), kind }, ...(content.length > 0 ? { content } : {}) };
  };
  return { as, heading, p, note, item, sub, goal, group };
}
