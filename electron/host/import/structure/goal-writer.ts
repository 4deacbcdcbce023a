import type { NodeId } from '../../../../shared/ids/ids.ts';
import type { Goal, GoalGroup, Heading, Paragraph, Subpoint } from '../../../../shared/schema/document.ts';
import { goalKindOf, type Profile } from '../../../../shared/schema/profile.ts';
import type { SourceBlock } from '../source-document.ts';
import { buildInline, buildNotes, type InlineContext } from './inline-content.ts';
import type { GoalLabel } from './parts.ts';

export type ListItemBlock = Extract<SourceBlock, { type: 'listItem' }>;
export type ParagraphBlock = Extract<SourceBlock, { type: 'paragraph' }>;

/** A goal or subpoint under construction; its content grows until the next one begins. */
interface OpenGoal {
  readonly id: NodeId;
  readonly content: (Paragraph | Subpoint | GoalGroup)[];
  /** Subpoints that are still open, outermost first. */
  subpoints: { readonly id: NodeId; readonly content: (Paragraph | Subpoint)[] }[];
}

interface OpenGroup {
  readonly kind: string;
  readonly content: (Heading | Goal)[];
  goal: OpenGoal | undefined;
  /** Depth of list items that are goals of this group; deeper ones are subpoints. Unknown until the first. */
  base: number | undefined;
}

/** Writes the goal groups of one part: labels open groups, list items become goals and subpoints. */
export interface GoalWriter {
  readonly isOpen: boolean;
  openGroup(label: GoalLabel): void;
  openUnlabelled(kind: string): void;
  addItem(block: ListItemBlock): void;
  /** Takes a paragraph into the group: as a goal, or into the item it stands in. False where it belongs behind the group. */
  addParagraph(block: ParagraphBlock, next: SourceBlock | undefined): boolean;
  close(): void;
}

/** Creates the writer for a part, whose own content is `target`. */
export function createGoalWriter(
  target: { push(group: GoalGroup): unknown },
  profile: Profile,
  context: InlineContext,
): GoalWriter {
  let stack: OpenGroup[] = [];

  const open = (
    kind: string,
    id: NodeId,
    content: (Heading | Goal)[],
    origins: readonly NodeId[],
    goal: OpenGoal | undefined,
  ): void => {
    const group: GoalGroup = { type: 'goalGroup', attrs: { id, origins, kind }, content };
    if (goal) goal.content.push(group);
    else target.push(group);
    stack.push({ kind, content, goal: undefined, base: undefined });
  };

  /** The open goal that a group of this kind stands under; closes the groups below it. */
  const goalAbove = ({ kind, heading }: GoalLabel): OpenGoal | undefined => {
    const itemDepth = heading.itemDepth ?? 0;
    const isDeclared = typeof heading.opens === 'object';
    const under = isDeclared ? [] : (goalKindOf(profile, kind)?.under ?? []);
    const index = stack.findLastIndex((group) =>
      group.goal === undefined
        ? false
        : itemDepth > 0
          ? group.base === itemDepth
          : under.includes(group.kind),
    );
    stack = stack.slice(0, index + 1);
    return stack.at(-1)?.goal;
  };

  /** Whether a word is the printed number of a goal of this kind ("T3"): its items are then numbered paragraphs. */
  const isPrintedNumber = (word: string, kind: string): boolean => {
    const prefix = goalKindOf(profile, kind)?.number.prefix ?? '';
    const counter = word.startsWith(prefix) ? word.slice(prefix.length) : '';
    return prefix !== '' && /^\d{1,3}[.):]?$/u.test(counter);
  };

  const paragraphOf = (block: ListItemBlock | ParagraphBlock, wanted: NodeId | undefined): Paragraph => {
    const id = context.takeId(wanted);
    const origins = wanted === undefined ? [] : (block.origins ?? []);
    return { type: 'paragraph', attrs: { id, origins }, content: buildInline(block.words, id, context) };
  };

  const addGoal = (group: OpenGroup, block: ListItemBlock | ParagraphBlock): OpenGoal => {
    const id = context.takeId(block.type === 'listItem' ? block.id : undefined);
    const origins = block.type === 'listItem' ? (block.origins ?? []) : [];
    const content: OpenGoal['content'] = [];
    group.content.push({ type: 'goal', attrs: { id, origins }, content });
    group.goal = { id, content, subpoints: [] };
    content.push(paragraphOf(block, block.type === 'paragraph' ? block.id : undefined));
    return group.goal;
  };

  const addSubpoint = (goal: OpenGoal, depth: number, block: ListItemBlock): NodeId => {
    goal.subpoints = goal.subpoints.slice(0, Math.max(0, depth - 1));
    const id = context.takeId(block.id);
    const content: (Paragraph | Subpoint)[] = [];
    const subpoint: Subpoint = { type: 'subpoint', attrs: { id, origins: block.origins ?? [] }, content };
    (goal.subpoints.at(-1)?.content ?? goal.content).push(subpoint);
    goal.subpoints.push({ id, content });
    content.push(paragraphOf(block, undefined));
    return id;
  };

  /** A further paragraph of an item goes to the deepest one that is open and still takes paragraphs. */
  const addFurther = (block: ParagraphBlock): boolean => {
    const goal = stack.at(-1)?.goal;
    if (goal === undefined) return false;
    const depth = (block.itemDepth ?? 0) - (stack.at(-1)?.base ?? 1);
    const wanted = depth > 0 ? goal.subpoints[depth - 1]?.content : depth === 0 ? goal.content : undefined;
    for (const content of [wanted, goal.subpoints.at(-1)?.content, goal.content]) {
      if (content?.at(-1)?.type !== 'paragraph') continue;
      content.push(paragraphOf(block, block.id));
      return true;
    }
    return false;
  };

  return {
    get isOpen() {
      return stack.length > 0;
    },
    openGroup(label) {
      const { heading, kind, nameWords } = label;
      const above = goalAbove(label);
      const id = context.takeId(heading.id);
      const isDash = heading.opens === undefined && /^[-–—:]$/u.test(heading.words[nameWords]?.text ?? '');
      const structural = heading.words.slice(0, isDash ? nameWords + 1 : nameWords);
      for (const token of structural.flatMap((word) => word.tokens)) {
        context.placement.setFate(token, { type: 'structure', as: 'goalKind', node: id });
      }
      const words = heading.words.slice(structural.length);
      const title = [...buildInline(words, id, context), ...buildNotes(structural, context)];
      open(
        kind,
        id,
        title.length > 0 ? [{ type: 'heading', content: title }] : [],
        heading.origins ?? [],
        above,
      );
    },
    openUnlabelled(kind) {
      stack = [];
      open(kind, context.takeId(undefined), [], [], undefined);
    },
    addItem(block) {
      const owner = stack.findLastIndex(
        (group) => block.within !== undefined && group.goal?.id === block.within,
      );
      if (owner !== -1) stack = stack.slice(0, owner + 1);
      while (stack.length > 1 && block.depth < (stack.at(-1)?.base ?? 1)) stack = stack.slice(0, -1);
      const group = stack.at(-1);
      if (group === undefined) throw new Error('a goal needs an open group');
      group.base ??= block.depth;
      const depth = block.depth - group.base;
      const id =
        depth > 0 && group.goal !== undefined
          ? addSubpoint(group.goal, depth, block)
          : addGoal(group, block).id;
      const as = block.ordered ? 'number' : 'bullet';
      context.placement.setFate(block.marker, { type: 'structure', as, node: id });
    },
    addParagraph(block, next) {
      const group = stack.at(-1);
      if (group === undefined) return false;
      const [number, ...words] = block.words;
      if (number !== undefined && words.length > 0 && isPrintedNumber(number.text, group.kind)) {
        const { id } = addGoal(group, { ...block, words });
        group.base = 0;
        for (const token of number.tokens) {
          context.placement.setFate(token, { type: 'structure', as: 'number', node: id });
        }
        return true;
      }
      if ((block.itemDepth ?? 0) > 0) return addFurther(block);
      if (block.within !== undefined || group.base !== undefined) return false;
      addGoal(group, block);
      const announces = /:$/u.test(block.words.at(-1)?.text ?? '');
      if (announces && next?.type === 'listItem') group.base = next.depth - 1;
      return true;
    },
    close() {
      stack = [];
    },
  };
}
