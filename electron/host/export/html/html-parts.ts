import { assertNever } from '../../../../shared/errors/result.ts';
import type {
  PublishedBlock,
  PublishedListItem,
  PublishedPart,
  PublishedSection,
} from '../../../../shared/publication/publication.ts';
import { element, escapeHtml } from './escape-html.ts';
import { headingElement, ownId, pictureElement, type HtmlContext } from './html-context.ts';
import { htmlGoalGroup } from './html-goals.ts';
import { htmlRuns } from './html-runs.ts';

type Foreword = Extract<PublishedPart, { readonly type: 'foreword' }>;

/** Writes one top-level part as a landmark that is named by its heading. */
export function htmlPart(part: PublishedPart, context: HtmlContext): string {
  return part.type === 'foreword' ? htmlForeword(part, context) : htmlSection(part, context);
}

function htmlForeword(part: Foreword, context: HtmlContext): string {
  const heading = part.heading.length > 0 ? htmlRuns(part.heading, context) : escapeHtml(part.title);
  const { portrait, signature } = part;
  const lines = signature && [
    element('p', { class: 'name' }, htmlRuns(signature.name, context)),
    ...signature.offices.map((office) => element('p', {}, htmlRuns(office, context))),
  ];
  return element(
    'section',
    {
      id: part.id,
      class: 'part foreword',
      role: 'doc-foreword',
      'aria-labelledby': ownId.headingOf(part.id),
    },
    [
      headingElement(1, { id: ownId.headingOf(part.id) }, heading),
      portrait ? element('figure', {}, pictureElement(portrait, context, 'portrait')) : '',
      part.blocks.map((block) => htmlBlock(block, context)).join('\n'),
      lines ? element('div', { class: 'signature' }, lines.join('')) : '',
    ]
      .filter((piece) => piece !== '')
      .map((piece) => `\n${piece}`)
      .join(''),
  );
}

const partRoles = { preface: 'doc-preface', chapter: 'doc-chapter' } as const;

function htmlSection(section: PublishedSection, context: HtmlContext): string {
  const { id, kind, number } = section;
  // Only whole parts are landmarks: one for each field would bury them.
  const role = kind === 'preface' || kind === 'chapter' ? partRoles[kind] : null;
  const words =
    section.title === '' ? escapeHtml(context.labels.untitled) : htmlRuns(section.heading, context);
  const printed = number === '' ? '' : `${element('span', { class: 'number' }, escapeHtml(number))} `;
  const heading = headingElement(
    section.level,
    { id: ownId.headingOf(id) },
    `${printed}${element('span', { class: 'words' }, words)}`,
  );
  const blocks = section.blocks.map((block) => {
    switch (block.type) {
      case 'section':
        return htmlSection(block, context);
      case 'goalGroup':
        return htmlGoalGroup(block, context);
      case 'participants':
        return element(
          'ul',
          { id: block.id, class: 'participants', role: 'list' },
          block.names.map((name) => `\n${element('li', {}, escapeHtml(name))}`).join(''),
        );
      default:
        return htmlBlock(block, context);
    }
  });
  return element(
    'section',
    {
      id,
      class: section.level === 1 ? `part ${kind}` : kind,
      role,
      'aria-labelledby': role && ownId.headingOf(id),
    },
    `\n${[heading, ...blocks].join('\n')}\n`,
  );
}

function htmlBlock(block: PublishedBlock, context: HtmlContext): string {
  switch (block.type) {
    case 'paragraph':
      return element('p', { id: block.id }, htmlRuns(block.runs, context));
    case 'bulletList':
      return element('ul', { class: 'list' }, htmlItems(block.items, context));
    case 'orderedList':
      return element(
        'ol',
        { class: 'list', start: block.start === 1 ? null : block.start },
        htmlItems(block.items, context),
      );
    default:
      return assertNever(block);
  }
}

function htmlItems(items: readonly PublishedListItem[], context: HtmlContext): string {
  return items
    .map(
      ({ id, blocks }) =>
        `\n${element('li', { id }, blocks.map((block) => htmlBlock(block, context)).join(''))}`,
    )
    .join('');
}
