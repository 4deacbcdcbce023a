import { createHash } from 'node:crypto';
import type { AssetId } from '../../../../shared/ids/ids.ts';
import { editionLine, imprintFacts } from '../../../../shared/publication/imprint-facts.ts';
import { printedDate } from '../../../../shared/publication/printed-date.ts';
import type { Publication } from '../../../../shared/publication/publication.ts';
import { element, escapeHtml } from './escape-html.ts';
import { htmlContents } from './html-contents.ts';
import { ownId, pictureElement, type HtmlContext } from './html-context.ts';
import { htmlPart } from './html-parts.ts';
import { htmlRuns } from './html-runs.ts';
import { stylesheetFor } from './stylesheet.ts';

/**
 * Writes a publication as one self-contained HTML file (rules HTM1 to HTM9): no script, no request, pictures as
 * data addresses. `assets` holds the bytes of every asset that the publication names; throws where one is missing.
 */
export function writeHtml(publication: Publication, assets: ReadonlyMap<AssetId, Uint8Array>): string {
  const { labels, parts } = publication;
  const context: HtmlContext = { labels, assets };
  const main = [...parts.map((part) => htmlPart(part, context)), htmlFootnotes(publication, context)];
  return [
    '<!doctype html>',
    publication.state === 'draft'
      ? `<html lang="${publication.language}" class="is-draft">`
      : `<html lang="${publication.language}">`,
    htmlHead(publication),
    '<body>',
    element('a', { class: 'skip', href: `#${ownId.main}` }, escapeHtml(labels.skipToContent)),
    htmlCover(publication, context),
    '<div class="page">',
    htmlContents(publication),
    element('main', { id: ownId.main, tabindex: -1 }, `\n${main.filter((part) => part !== '').join('\n')}\n`),
    '</div>',
    htmlImprint(publication),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function htmlHead(publication: Publication): string {
  const style = stylesheetFor(publication.state === 'draft' ? publication.labels.draft : null);
  const styleHash = createHash('sha256').update(style).digest('base64');
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const title = [publication.title, publication.municipality, editionLine(publication)]
    .filter((piece) => piece !== '')
    .join(' – ');
  return [
    '<head>',
    '<meta charset="utf-8">',
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    element('meta', { name: 'description', content: publication.subtitle || publication.title }),
    element('title', {}, escapeHtml(title)),
    `<style>${style}</style>`,
    '</head>',
  ].join('\n');
}

function htmlCover(publication: Publication, context: HtmlContext): string {
  const { adoption, labels, language, logo, state } = publication;
  const draft =
    state === 'draft'
      ? element(
          'p',
          { class: 'draft-note' },
          `<strong>${escapeHtml(labels.draft)}</strong> ${escapeHtml(labels.draftNote)} ` +
            escapeHtml(`${labels.draftAsOf}: ${printedDate(publication.createdAt, language)}`),
        )
      : '';
  const sender = `${logo ? pictureElement(logo, context, 'logo') : ''}${element(
    'p',
    { class: 'municipality' },
    escapeHtml(publication.municipality),
  )}`;
  const adopted = adoption
    ? [`${labels.adoptedBy}: ${adoption.body}, ${printedDate(adoption.date, language)}`]
    : [];
  return element(
    'header',
    { class: 'cover' },
    `${draft}\n${element(
      'div',
      { class: 'title-page' },
      [
        element('div', { class: 'sender' }, sender),
        element('h1', { id: ownId.title }, escapeHtml(publication.title)),
        publication.subtitle === ''
          ? ''
          : element('p', { class: 'subtitle' }, escapeHtml(publication.subtitle)),
        element(
          'p',
          { class: 'edition' },
          [editionLine(publication), ...adopted]
            .map((line) => element('span', {}, escapeHtml(line)))
            .join(' '),
        ),
      ]
        .filter((piece) => piece !== '')
        .map((piece) => `\n${piece}`)
        .join(''),
    )}\n`,
  );
}

function htmlFootnotes({ footnotes, labels }: Publication, context: HtmlContext): string {
  if (footnotes.length === 0) return '';
  const items = footnotes.map(({ id, number, runs }) => {
    const back = element(
      'a',
      { class: 'back', href: `#${ownId.markOf(id)}`, role: 'doc-backlink' },
      element('span', { class: 'unseen' }, escapeHtml(`${labels.footnote} ${number}: ${labels.backToText}`)),
    );
    const printed = element('span', { class: 'number' }, escapeHtml(number));
    return element('li', { id }, `${printed}${element('p', {}, htmlRuns(runs, context))}${back}`);
  });
  return element(
    'section',
    { class: 'part footnotes', role: 'doc-endnotes', 'aria-labelledby': ownId.footnotes },
    `\n${element('h2', { id: ownId.footnotes }, escapeHtml(labels.footnotes))}\n${element(
      'ol',
      { role: 'list' },
      `\n${items.join('\n')}\n`,
    )}\n`,
  );
}

function htmlImprint(publication: Publication): string {
  const { labels } = publication;
  const facts = imprintFacts(publication).map(({ name, value, proof }) => {
    const written = escapeHtml(value);
    return element(
      'div',
      {},
      element('dt', {}, escapeHtml(name)) + element('dd', {}, proof ? element('code', {}, written) : written),
    );
  });
  const note = publication.state === 'edition' ? labels.proofNote : labels.draftNote;
  return element(
    'footer',
    { class: 'imprint' },
    `\n${element(
      'div',
      { class: 'imprint-page' },
      [
        element('h2', { id: ownId.imprint }, escapeHtml(labels.imprint)),
        element('dl', {}, facts.join('')),
        element('p', {}, escapeHtml(note)),
      ].join('\n'),
    )}\n`,
  );
}
