import type {
  Publication,
  PublishedPart,
  PublishedSection,
} from '../../../../shared/publication/publication.ts';
import { element, escapeHtml } from './escape-html.ts';
import { ownId } from './html-context.ts';

/** Depth to which the contents go: parts, what they hold, and one level more. */
const CONTENTS_DEPTH = 3;

/** The contents as a navigation landmark; footnotes and imprint stand at its end. */
export function htmlContents({ parts, footnotes, labels }: Publication): string {
  const entries = [
    ...parts.map((part) => entry(part, labels)),
    ...(footnotes.length > 0 ? [leaf(ownId.footnotes, '', labels.footnotes)] : []),
    leaf(ownId.imprint, '', labels.imprint),
  ];
  return element(
    'nav',
    { class: 'contents', role: 'doc-toc', 'aria-labelledby': ownId.contents },
    `\n${element('h2', { id: ownId.contents }, escapeHtml(labels.contents))}\n${list(entries)}\n`,
  );
}

function entry(part: PublishedPart, labels: Publication['labels']): string {
  if (part.type === 'foreword') return leaf(part.id, '', part.title);
  const below = part.blocks
    .filter((block): block is PublishedSection => block.type === 'section')
    .filter(({ level }) => level <= CONTENTS_DEPTH)
    .map((section) => entry(section, labels));
  return leaf(part.id, part.number, part.title || labels.untitled, below.length > 0 ? list(below) : '');
}

function leaf(id: string, number: string, title: string, below = ''): string {
  const printed = element('span', { class: 'number' }, escapeHtml(number));
  const words = element('span', { class: 'words' }, escapeHtml(title));
  const link = element('a', { href: `#${id}` }, number === '' ? words : `${printed} ${words}`);
  return element('li', {}, link + below);
}

function list(entries: readonly string[]): string {
  return element('ol', { role: 'list' }, entries.map((item) => `\n${item}`).join(''));
}
