import { Paragraph, Tab, TabStopType, TextRun, type IParagraphOptions } from 'docx';
import type {
  PublishedGoal,
  PublishedGoalGroup,
  PublishedSubpoint,
  Run,
} from '../../../../shared/publication/publication.ts';
import { bookmarked, type DocxContext } from './docx-context.ts';
import { patternOf, type ListPlace } from './docx-lists.ts';
import { docxRuns, textRun } from './docx-runs.ts';
import { goalStyle, groupStyle } from './docx-styles.ts';

/** Width of the margin in which numbers stand, and how far each level below is set in; twentieths of a point. */
const NUMBER_WIDTH = 820;
const SUBPOINT_WIDTH = 400;

/** Writes a group of goals. `inset` is how far the goal it stands under is set in. */
export function docxGoalGroup(group: PublishedGoalGroup, context: DocxContext, inset = 0): Paragraph[] {
  const heading = new Paragraph({
    style: groupStyle(group.level, group.rank),
    indent: { left: inset },
    keepNext: group.goals.length > 0,
    children: [bookmarked(group.id, [textRun(group.title)])],
  });
  return [heading, ...group.goals.flatMap((goal) => docxGoal(goal, group.rank, context, inset))];
}

/**
 * The number of a goal is text in a hanging indent, not Word's count: goals are cited by it for years, so it may not
 * change when somebody deletes a paragraph in Word, and profiles allow numbers that Word cannot count.
 */
function docxGoal(goal: PublishedGoal, rank: number, context: DocxContext, inset: number): Paragraph[] {
  const text = inset + NUMBER_WIDTH;
  const style = goalStyle(rank);
  const paragraphs = goal.paragraphs.map((runs, index) =>
    index === 0
      ? numbered(goal.id, goal.shortNumber, runs, context, {
          style,
          indent: { left: text, hanging: NUMBER_WIDTH },
          tabStops: [{ type: TabStopType.LEFT, position: text }],
          keepNext: goal.subpoints.length > 0,
        })
      : new Paragraph({ style, indent: { left: text }, children: docxRuns(runs, context) }),
  );
  return [
    ...paragraphs,
    ...docxSubpoints(goal.subpoints, context, text, 0, null),
    ...goal.groups.flatMap((group) => docxGoalGroup(group, context, text)),
  ];
}

/** Subpoints are a real list of Word's where it counts as the model does; else their numbers are text, too. */
function docxSubpoints(
  subpoints: readonly PublishedSubpoint[],
  context: DocxContext,
  inset: number,
  depth: number,
  parent: ListPlace | null,
): Paragraph[] {
  if (subpoints.length === 0) return [];
  const text = inset + SUBPOINT_WIDTH;
  const pattern = patternOf(subpoints.map(({ shortNumber }) => shortNumber));
  const place = pattern && context.lists.begin(pattern, depth, text, parent);
  return subpoints.flatMap((subpoint) => {
    const paragraphs = subpoint.paragraphs.map((runs, index) => {
      if (index > 0) {
        return new Paragraph({
          style: 'Subpoint',
          indent: { left: text },
          children: docxRuns(runs, context),
        });
      }
      if (place) {
        return new Paragraph({
          style: 'Subpoint',
          numbering: place,
          indent: { left: text, hanging: SUBPOINT_WIDTH },
          children: [bookmarked(subpoint.id, []), ...docxRuns(runs, context)],
        });
      }
      return numbered(subpoint.id, subpoint.shortNumber, runs, context, {
        style: 'Subpoint',
        indent: { left: text, hanging: SUBPOINT_WIDTH },
        tabStops: [{ type: TabStopType.LEFT, position: text }],
      });
    });
    return [...paragraphs, ...docxSubpoints(subpoint.subpoints, context, text, depth + 1, place)];
  });
}

function numbered(
  id: PublishedGoal['id'],
  number: string,
  runs: readonly Run[],
  context: DocxContext,
  options: IParagraphOptions,
): Paragraph {
  const printed = [textRun(number, { style: 'GoalNumber' }), new TextRun({ children: [new Tab()] })];
  return new Paragraph({
    ...options,
    children: [bookmarked(id, number === '' ? [] : printed), ...docxRuns(runs, context)],
  });
}
