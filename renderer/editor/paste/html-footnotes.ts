/** The footnotes of a pasted page: marks in the text, and texts at its end. */
export interface FoundFootnotes {
  /** The text of the footnote that this mark belongs to. */
  of(mark: Element): Element | undefined;
  /** Whether an element is the text of a footnote, and so has no place of its own. */
  isText(element: Element): boolean;
  /** Whether an element leads from the text of a footnote back to its mark. */
  isBacklink(element: Element): boolean;
}

/** How Word, LibreOffice and Google Docs name the mark's target and the way back. */
const MARKS = /^#(?:_ftn|_edn|sdfootnote|sdendnote|ftnt|fn)[\w:-]*?(\d+)(?:sym)?$/iu;
const BACKLINKS = /^#(?:_ftnref|_ednref|sdfootnote\d+anc|sdendnote\d+anc|ftnt_ref|fnref)/iu;

/** Finds the footnotes of a page. A mark whose text was not copied along stays what it is: text. */
export function footnotesOf(body: Element): FoundFootnotes {
  const texts = new Map<Element, Element>();
  const isFootnoteText = new Set<Element>();
  for (const mark of body.querySelectorAll('a[href^="#"]')) {
    const href = mark.getAttribute('href') ?? '';
    if (BACKLINKS.test(href) || !MARKS.test(href)) continue;
    const target = targetOf(body, href.slice(1));
    if (!target || target.contains(mark)) continue;
    texts.set(mark, target);
    isFootnoteText.add(target);
  }
  return {
    of: (mark) => texts.get(mark),
    isText: (element) => isFootnoteText.has(element),
    isBacklink: (element) => element.tagName === 'A' && BACKLINKS.test(element.getAttribute('href') ?? ''),
  };
}

/** The block that holds the text: the named element itself, or the one around a named anchor. */
function targetOf(body: Element, name: string): Element | undefined {
  const short = name.replace(/^_/u, '').replace(/sym$/u, '');
  const named =
    body.querySelector(`[id="${CSS.escape(short)}"]`) ??
    body.querySelector(`[id="${CSS.escape(name)}"], [name="${CSS.escape(name)}"]`);
  if (!named) return undefined;
  return named.tagName === 'A' ? (named.closest('div, p, li') ?? undefined) : named;
}
