import type {
  PublishedGoal,
  PublishedGoalGroup,
  PublishedSubpoint,
  Run,
} from '../../../../shared/publication/publication.ts';
import { element, escapeHtml } from './escape-html.ts';
import { headingElement, type HtmlContext } from './html-context.ts';
import { htmlRuns } from './html-runs.ts';

/** Ranks that the stylesheet tells apart; what is weaker looks like the last. */
const WEAKEST_RANK = 4;

/** Writes a group of goals: its heading and a list whose printed numbers are text, not the browser's own count. */
export function htmlGoalGroup(group: PublishedGoalGroup, context: HtmlContext): string {
  const rank = Math.min(group.rank, WEAKEST_RANK);
  const heading = headingElement(group.level, { class: 'group-heading' }, escapeHtml(group.title));
  const goals = group.goals.map((goal) => htmlGoal(goal, context)).join('\n');
  return element(
    'section',
    { id: group.id, class: `goals rank-${String(rank)}` },
    // Browsers drop the list role of lists without markers, so it is given back.
    `\n${heading}\n${goals === '' ? '' : `${element('ol', { role: 'list' }, `\n${goals}\n`)}\n`}`,
  );
}

function htmlGoal(goal: PublishedGoal, context: HtmlContext): string {
  const { labels } = context;
  const kind = escapeHtml(goal.kindName);
  const number = element(
    'span',
    { class: 'number' },
    `<span class="unseen">${kind} </span>${escapeHtml(goal.shortNumber)}`,
  );
  const anchor = element(
    'a',
    { class: 'anchor', href: `#${goal.id}` },
    `<span class="unseen">${escapeHtml(labels.linkTo)} ${kind} </span>${escapeHtml(goal.number || '#')}`,
  );
  const body = element('div', { class: 'body' }, htmlParagraphs(goal.paragraphs, context));
  const below = [
    htmlSubpoints(goal.subpoints, context),
    ...goal.groups.map((group) => htmlGoalGroup(group, context)),
  ].join('');
  return element(
    'li',
    { id: goal.id, class: goal.shortNumber === '' ? 'goal unnumbered' : 'goal' },
    `${goal.shortNumber === '' ? '' : number}${body}${anchor}${below}`,
  );
}

function htmlSubpoints(subpoints: readonly PublishedSubpoint[], context: HtmlContext): string {
  if (subpoints.length === 0) return '';
  const items = subpoints
    .map(({ id, shortNumber, paragraphs, subpoints: below }) =>
      element(
        'li',
        { id, class: shortNumber === '' ? 'subpoint unnumbered' : 'subpoint' },
        `${shortNumber === '' ? '' : element('span', { class: 'number' }, escapeHtml(shortNumber))}${element(
          'div',
          { class: 'body' },
          htmlParagraphs(paragraphs, context) + htmlSubpoints(below, context),
        )}`,
      ),
    )
    .join('\n');
  return `\n${element('ol', { role: 'list' }, `\n${items}\n`)}\n`;
}

function htmlParagraphs(paragraphs: readonly (readonly Run[])[], context: HtmlContext): string {
  return paragraphs.map((runs) => element('p', {}, htmlRuns(runs, context))).join('');
}
