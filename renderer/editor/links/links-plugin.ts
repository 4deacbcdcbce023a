import { Plugin } from '@tiptap/pm/state';
import { isSafeHref } from '../../../shared/schema/leitbild-schema.ts';
import { shellOf } from '../../client/shell.ts';

/**
 * Keeps links in the text from leading anybody away: whoever may write could otherwise put a page of his own in the
 * place of ours. With Ctrl or Cmd, or the middle button, a link is handed to `open`; any other click only sets the caret.
 */
export function linksPlugin(open: (href: string) => void): Plugin {
  const follow = (_view: unknown, event: MouseEvent): boolean => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (link === null) return false;
    event.preventDefault();
    const href = link.getAttribute('href');
    const isMeant = event.type === 'auxclick' ? event.button === 1 : event.ctrlKey || event.metaKey;
    if (isMeant && isSafeHref(href)) open(href);
    return isMeant;
  };
  return new Plugin({
    props: { handleDOMEvents: { click: follow, auxclick: follow } },
  });
}

/** Opens a link in the user's own browser, or in a tab that knows nothing of this one. */
export function openElsewhere(href: string): void {
  const shell = shellOf(window);
  if (shell === null) window.open(href, '_blank', 'noopener,noreferrer');
  else void shell.openExternal(href);
}
