import type { NodeId } from '../../../../shared/ids/ids.ts';
import type { Profile } from '../../../../shared/schema/profile.ts';
import type { SourceBlock } from '../source-document.ts';
import { createProfileWords, type ProfileWords } from '../text/profile-words.ts';

export type HeadingBlock = Extract<SourceBlock, { type: 'heading' }>;
/** A block that stands in a part: all but headings, which open parts, and footnotes, which belong to their marks. */
export type ContentBlock = Exclude<SourceBlock, { type: 'heading' | 'footnote' }>;
export type PartRole = 'foreword' | 'preface' | 'chapter' | 'section' | 'actionField';

/** The heading of a group of goals, where it stands among the blocks. */
export interface GoalLabel {
  readonly type: 'goalLabel';
  readonly kind: string;
  /** How many words of the heading name the kind; the rest is the label. */
  readonly nameWords: number;
  readonly heading: HeadingBlock;
}

/** A foreword, preface, chapter, section or field with all that stands in it, in source order. */
export interface Part {
  readonly type: 'part';
  role: PartRole;
  readonly id: NodeId;
  readonly level: number;
  readonly heading: HeadingBlock | undefined;
  readonly items: (ContentBlock | GoalLabel | Part)[];
}

/** Takes blocks for the parts that their headings open; `fields` decides which of the deeper ones are fields. */
export function groupIntoParts(
  blocks: readonly SourceBlock[],
  options: {
    readonly profile: Profile;
    readonly takeId: (wanted: NodeId | undefined) => NodeId;
    /** The blocks by which the levels of headings are judged: as the source has them, whatever a person says. */
    readonly asRead: readonly SourceBlock[];
  },
): readonly Part[] {
  const words = createProfileWords(options.profile);
  const parts: Part[] = [];
  let open: Part[] = [];
  const levels = headingLevels(options.asRead, words);

  const openPart = (wanted: PartRole, wantedLevel: number, heading: HeadingBlock | undefined): Part => {
    open = open.filter((other) => other.level < wantedLevel);
    const parent = open.at(-1);
    const needsChapter = parent === undefined || parent.role === 'foreword' || parent.role === 'preface';
    const isInner = wanted === 'section' || wanted === 'actionField';
    const level = isInner && needsChapter ? 1 : wantedLevel;
    const role = !isInner
      ? wanted
      : needsChapter
        ? 'chapter'
        : parent.role === 'actionField'
          ? 'actionField'
          : wanted;
    if (level === 1) open = [];
    const part: Part = { type: 'part', role, id: options.takeId(heading?.id), level, heading, items: [] };
    if (parent !== undefined && level > 1) parent.items.push(part);
    else parts.push(part);
    open.push(part);
    return part;
  };

  for (const block of blocks) {
    if (block.type === 'footnote') continue;
    if (block.type === 'heading') {
      const label = goalLabelOf(block, words);
      if (label !== undefined) {
        if (open[0]?.role === 'chapter') {
          const isDeclared = block.opens !== undefined && (block.itemDepth ?? 0) === 0;
          if (isDeclared) open = open.filter((part, depth) => depth === 0 || part.level < block.level);
          open.at(-1)?.items.push(label);
        } else {
          const unnamed = { ...block, words: [] };
          openPart('chapter', 1, block).items.push({ ...label, nameWords: 0, heading: unnamed });
        }
        continue;
      }
      const { role, level } = roleOf(block, levels, words, open);
      if (role === 'paragraph') {
        const { words: texts, line, page } = block;
        open.at(-1)?.items.push({ type: 'paragraph', words: texts, line, page });
      } else openPart(role, level, block);
      continue;
    }
    const text = block.words.map((word) => word.text).join(' ');
    const current = open.at(-1);
    const inChapter = open[0] !== undefined && open[0].role !== 'foreword' && open[0].role !== 'preface';
    const opensForeword = block.type === 'paragraph' && block.declared === undefined && !inChapter;
    if (opensForeword && words.isForewordOpening(text) && text.length < 120) {
      const isHeaded = current?.role === 'foreword' && current.items.length === 0;
      if (!isHeaded) openPart('foreword', 1, undefined);
    }
    const owner = open.find((part) => block.within !== undefined && part.id === block.within) ?? open.at(-1);
    (owner ?? openPart('preface', 1, undefined)).items.push(block);
    if (owner !== undefined && owner !== open.at(-1)) open = open.slice(0, open.indexOf(owner) + 1);
  }
  return parts;
}

function goalLabelOf(heading: HeadingBlock, words: ProfileWords): GoalLabel | undefined {
  if (heading.number !== undefined) return undefined;
  const texts = heading.words.map((word) => word.text);
  const label = words.goalLabel(texts);
  if (typeof heading.opens === 'object') {
    const kind = heading.opens.goalKind;
    const nameWords = label?.kind.id === kind ? label.words : texts[0] === kind ? 1 : 0;
    return { type: 'goalLabel', kind, nameWords, heading };
  }
  if (heading.opens !== undefined || label === undefined || texts.length > 14) return undefined;
  return { type: 'goalLabel', kind: label.kind.id, nameWords: label.words, heading };
}

interface Levels {
  /** Whether any heading carries a printed number. */
  readonly numbered: boolean;
  /** Level of the source at which chapters stand: 1, or 2 below a single title. */
  readonly chapter: number;
}

function headingLevels(blocks: readonly SourceBlock[], words: ProfileWords): Levels {
  const headings = blocks.filter((block) => block.type === 'heading');
  const numbered = headings.some(({ number }) => number !== undefined);
  const known = headings.filter((heading) => heading.level > 0 && goalLabelOf(heading, words) === undefined);
  const numberedTop = known.find(({ number }) => number !== undefined && !number.text.includes('.'));
  if (numberedTop) return { numbered, chapter: numberedTop.level };
  const lowest = known.reduce((level, heading) => Math.min(level, heading.level), 9);
  const atLowest = known.filter((heading) => heading.level === lowest).length;
  const below = known.filter((heading) => heading.level === lowest + 1).length;
  const isTitle = atLowest === 1 && below > 1 && known[0]?.level === lowest && known[0].opens === undefined;
  return { numbered, chapter: isTitle ? lowest + 1 : lowest };
}

function roleOf(
  heading: HeadingBlock,
  levels: Levels,
  words: ProfileWords,
  open: readonly Part[],
): { readonly role: PartRole | 'paragraph'; readonly level: number } {
  const { opens } = heading;
  if (opens === 'foreword' || opens === 'preface' || opens === 'chapter') return { role: opens, level: 1 };
  if (opens === 'section' || opens === 'actionField') {
    return {
      role: opens,
      level: heading.declared ? declaredLevel(heading, levels) : Math.max(2, heading.level),
    };
  }
  const text = heading.words.map((word) => word.text).join(' ');
  if (words.isParticipantHeading(text)) return { role: 'chapter', level: 1 };
  if (heading.number !== undefined) {
    const level = heading.number.text.split('.').length;
    if (level === 1 || open.length === 0) return { role: 'chapter', level: 1 };
    const inChapter = open[0]?.role === 'chapter';
    return inChapter ? { role: 'section', level } : { role: 'chapter', level: 1 };
  }
  if (words.isForewordHeading(text) && (heading.level === 0 || heading.level <= levels.chapter)) {
    return { role: 'foreword', level: 1 };
  }
  const [top] = open;
  if (heading.level === 0) {
    if (!levels.numbered && top !== undefined && top.role !== 'foreword')
      return { role: 'chapter', level: 1 };
    if (top?.role !== 'chapter') return { role: 'preface', level: 1 };
    return open.some((part) => part.role === 'actionField')
      ? { role: 'paragraph', level: 0 }
      : { role: 'section', level: 2 };
  }
  if (heading.level < levels.chapter) return { role: 'preface', level: 1 };
  if (heading.level === levels.chapter) return { role: levels.numbered ? 'preface' : 'chapter', level: 1 };
  if (top === undefined) return { role: 'chapter', level: 1 };
  if (top.role !== 'chapter') return { role: 'paragraph', level: 0 };
  return { role: 'section', level: heading.level - levels.chapter + 1 };
}

/** The depth of a section or field that a person named: as its number says, else as its level among the headings. */
function declaredLevel({ number, level }: HeadingBlock, levels: Levels): number {
  if (number !== undefined) return Math.max(2, number.text.split('.').length);
  return level > 0 ? Math.max(2, level - levels.chapter + 1) : 2;
}

/**
 * Makes fields of the sections that hold goals. A section without goal labels is a field too if it holds a list and
 * a sister of it holds labels: then its list is of goals of the first kind.
 */
export function findFields(parts: readonly Part[]): ReadonlySet<Part> {
  const unlabelled = new Set<Part>();
  const holdsGoals = (part: Part): boolean =>
    part.items.some((item) => item.type === 'goalLabel' || (item.type === 'part' && holdsGoals(item)));
  const visit = (part: Part): void => {
    const below = part.items.filter((item) => item.type === 'part');
    const withGoals = new Set(below.filter(holdsGoals));
    for (const child of below) {
      if (child.heading?.opens === undefined && child.role === 'section') {
        const isSister = withGoals.size > 0 && child.items.some((item) => item.type === 'listItem');
        if (withGoals.has(child) || isSister || part.role === 'actionField') child.role = 'actionField';
        if (isSister && !withGoals.has(child)) unlabelled.add(child);
      }
      visit(child);
    }
  };
  parts.forEach(visit);
  return unlabelled;
}
