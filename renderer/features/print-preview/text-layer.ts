import { TextLayer, type PageViewport } from 'pdfjs-dist';
import type { PageLink, PageText } from './page-text.ts';
import classes from './print-preview.module.css';

/**
 * Lays the words of a page over its picture, unseen, to be selected, found and read aloud: in the order of the text,
 * headings as headings and links as links. Sizes follow `--total-scale-factor`, pixels of the screen for one point.
 */
export async function textLayer(
  { content, roles, links }: PageText,
  viewport: PageViewport,
  follow: (target: PageLink['target']) => void,
): Promise<HTMLElement> {
  const layer = document.createElement('div');
  layer.className = classes['words'] ?? '';
  if (content.lang !== null) layer.lang = content.lang;
  await new TextLayer({ textContentSource: content, container: layer, viewport }).render();

  const waiting = new Map(links.map((link) => [link.id, link]));
  const isLink = new Set(waiting.keys());
  let holder: HTMLElement | null = null;
  let part = 0;
  for (const piece of [...layer.children]) {
    const role = roles.get(piece.id);
    // What stands in no part, as running heads do, is read as it comes.
    if (role === undefined) continue;
    if (holder === null || role.part !== part) {
      holder = holderOf(role.level);
      part = role.part;
      piece.before(holder);
    }
    if (role.link !== null) {
      const link = waiting.get(role.link);
      if (link !== undefined) {
        waiting.delete(role.link);
        holder.append(linkElement(link, follow));
      }
      // The link says its words.
      if (isLink.has(role.link)) piece.ariaHidden = 'true';
    }
    holder.append(piece);
  }
  layer.append(...[...waiting.values()].map((link) => linkElement(link, follow)));
  return layer;
}

function holderOf(level: number | null): HTMLElement {
  const holder = document.createElement('span');
  holder.className = classes['part'] ?? '';
  holder.role = level === null ? 'paragraph' : 'heading';
  if (level !== null) holder.ariaLevel = String(level);
  return holder;
}

function linkElement({ id, box, label, target }: PageLink, follow: (target: PageLink['target']) => void) {
  const link = document.createElement('a');
  link.className = classes['link'] ?? '';
  link.href = typeof target === 'string' ? target : `#${id}`;
  link.dataset['link'] = id;
  link.ariaLabel = label;
  for (const [edge, share] of Object.entries(box)) link.style.setProperty(edge, `${100 * share}%`);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    follow(target);
  });
  link.addEventListener('dblclick', (event) => event.stopPropagation());
  return link;
}
