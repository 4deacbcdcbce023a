import type { NodeId } from '../../../../shared/ids/ids.ts';
import type { Goal, GoalGroup, Heading, Paragraph, Subpoint } from '../../../../shared/schema/document.ts';
import { goalKindOf, topGoalKinds, type Profile } from '../../../../shared/schema/profile.ts';
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
  /** Takes a block for a goal, because a person said so: into the open group of that kind, or a new one. */
  addDeclaredGoal(block: ListItemBlock, kind: string | undefined): void;
  /** Takes a block for a subpoint of the goal before it. False where there is none. */
  addDeclaredSubpoint(block: ListItemBlock): boolean;
  /** Takes a paragraph into the goal or subpoint before it. False where there is none that still takes one. */
  continueGoal(block: ParagraphBlock): boolean;
  /** Ends the group for something that a person put in between; goals that the source has behind it begin a new one. */
  interrupt(): void;
  close(): void;
}

/** Creates the writer for a part, whose own content is `target`. */
export function createGoalWriter(
  target: { push(group: GoalGroup): unknown },
  profile: Profile,
  context: InlineContext,
): GoalWriter {
  let stack: OpenGroup[] = [];
  /** What was open before a person put something in between. */
  let interrupted: Pick<OpenGroup, 'kind' | 'base'> | null = null;

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
    interrupted = null;
  };

  /** Goes on with the kind of goals that were interrupted. */
  const resume = (): void => {
    if (interrupted === null || stack.length > 0) return;
    const { kind, base } = interrupted;
    open(kind, context.takeId(undefined), [], [], undefined);
    const [group] = stack;
    if (group) group.base = base;
  };

  /** The open goal that a group of this kind stands under; closes the groups below it. */
  const goalAbove = ({ kind, heading }: GoalLabel): OpenGoal | undefined => {
    const itemDepth = heading.itemDepth ?? 0;
    const isDeclared = typeof heading.opens === 'object' && heading.declared === undefined;
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

  /** Opens a group of a kind under the open goal that it may stand under, else in the part itself. */
  const openBelow = (kind: string): void => {
    const under = goalKindOf(profile, kind)?.under ?? [];
    const above = stack.findLastIndex((group) => group.goal !== undefined && under.includes(group.kind));
    stack = stack.slice(0, above + 1);
    open(kind, context.takeId(undefined), [], [], stack.at(-1)?.goal);
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
      return stack.length > 0 || interrupted !== null;
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
      resume();
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
      const [number, ...words] = block.words;
      const goesOn = interrupted?.base === undefined || isPrintedNumber(number?.text ?? '', interrupted.kind);
      if (goesOn) resume();
      const group = stack.at(-1);
      if (group === undefined) return false;
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
    addDeclaredGoal(block, wanted) {
      const kind = wanted ?? stack.at(-1)?.kind ?? interrupted?.kind ?? topGoalKinds(profile)[0]?.id;
      if (kind === undefined) throw new Error('a profile has goal kinds');
      const index = stack.findLastIndex((group) => group.kind === kind);
      if (index >= 0) stack = stack.slice(0, index + 1);
      else if (interrupted?.kind === kind) resume();
      else openBelow(kind);
      const group = stack.at(-1);
      if (group === undefined) throw new Error('a goal needs an open group');
      if (block.depth > 0) group.base ??= block.depth;
      const { id } = addGoal(group, block);
      const as = block.ordered ? 'number' : 'bullet';
      context.placement.setFate(block.marker, { type: 'structure', as, node: id });
    },
    addDeclaredSubpoint(block) {
      const group = stack.at(-1);
      const goal = group?.goal;
      if (goal === undefined) return false;
      const depth = block.depth > 0 ? Math.max(1, block.depth - (group?.base ?? block.depth)) : 1;
      const id = addSubpoint(goal, depth, block);
      const as = block.ordered ? 'number' : 'bullet';
      context.placement.setFate(block.marker, { type: 'structure', as, node: id });
      return true;
    },
    continueGoal: (block) => addFurther({ ...block, itemDepth: Number.MAX_SAFE_INTEGER }),
    interrupt() {
      const [outermost] = stack;
      if (outermost !== undefined) interrupted = { kind: outermost.kind, base: outermost.base };
      stack = [];
    },
    close() {
      stack = [];
      interrupted = null;
    },
  };
}
