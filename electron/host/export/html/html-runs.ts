import { groupByLink } from '../../../../shared/publication/linked-runs.ts';
import type { Run } from '../../../../shared/publication/publication.ts';
import { isSafeHref } from '../../../../shared/schema/leitbild-schema.ts';
import { element, escapeHtml } from './escape-html.ts';
import { ownId, type HtmlContext } from './html-context.ts';

/** Writes inline content. An address that is not safe to follow is printed as the words it stood on. */
export function htmlRuns(runs: readonly Run[], context: HtmlContext): string {
  return groupByLink(runs)
    .map(({ href, runs: linked }) => {
      const inner = linked.map((run) => htmlRun(run, context)).join('');
      return isSafeHref(href) ? element('a', { href, rel: 'noreferrer' }, inner) : inner;
    })
    .join('');
}

function htmlRun(run: Run, { labels }: HtmlContext): string {
  switch (run.type) {
    case 'text':
      return emphasised(run, escapeHtml(run.text));
    case 'break':
      return '<br>';
    case 'footnote':
      return element(
        'sup',
        { class: 'mark' },
        element(
          'a',
          {
            id: ownId.markOf(run.id),
            href: `#${run.id}`,
            role: 'doc-noteref',
            'aria-label': `${labels.footnote} ${run.number}`,
          },
          escapeHtml(run.number),
        ),
      );
    case 'reference': {
      if (run.text === '') return '';
      const text = escapeHtml(run.text);
      return emphasised(
        run,
        run.target === null
          ? element('span', { class: 'missing' }, text)
          : element('a', { href: `#${run.target}` }, text),
      );
    }
  }
}

function emphasised(run: { readonly strong: boolean; readonly emphasis: boolean }, inner: string): string {
  const emphasis = run.emphasis ? element('em', {}, inner) : inner;
  return run.strong ? element('strong', {}, emphasis) : emphasis;
}
