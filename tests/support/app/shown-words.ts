import type { Page } from 'playwright-core';
import { germanEditor, germanNotices } from '../../../renderer/words/de/editor.ts';
import { englishEditor, englishNotices } from '../../../renderer/words/en/editor.ts';
import { appWordsIn } from '../../../renderer/words/app-words.ts';

/** All that can be read or heard on a page: text, labels, tooltips, placeholders, but not the text of the Leitbild. */
export function shownWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found = new Set<string>([document.title]);
    const isForeign = (element: Element): boolean => {
      const spoken = element.closest('[lang]')?.getAttribute('lang');
      return (
        (spoken !== undefined && spoken !== document.documentElement.lang) ||
        element.closest('script, style, noscript') !== null
      );
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Element) {
        if (isForeign(node)) continue;
        for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description']) {
          const said = node.getAttribute(name);
          if (said !== null) found.add(said);
        }
      } else if (node.parentElement !== null && !isForeign(node.parentElement)) {
        found.add(node.textContent ?? '');
      }
    }
    return [...found].map((text) => text.trim()).filter((text) => text !== '');
  });
}

/**
 * Phrases of ours that are German and no English: every text of the German list that no English one holds. Of
 * texts with gaps, the parts around them. What stands in `foreign` too, such as the text of the Leitbild, is left out.
 */
export function germanPhrases(foreign: string): readonly string[] {
  const english = phrasesOf([appWordsIn('en'), englishEditor, englishNotices]).join('\n');
  const german = new Set(phrasesOf([appWordsIn('de'), germanEditor, germanNotices]));
  return [...german].filter(
    (phrase) => phrase.length > 3 && !holds(english, phrase) && !holds(foreign, phrase),
  );
}

const GAP = '\u0000';

function phrasesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function')
    return phrasesOfTemplate(value as (...gaps: readonly unknown[]) => unknown);
  if (Array.isArray(value)) return value.flatMap(phrasesOf);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(phrasesOf);
  return [];
}

function phrasesOfTemplate(template: (...gaps: readonly unknown[]) => unknown): readonly string[] {
  let text: unknown;
  try {
    text = template(GAP, GAP, GAP, GAP);
  } catch {
    // It takes something else than words; what it says is met in other places.
    return [];
  }
  if (typeof text !== 'string') return phrasesOf(text);
  return text
    .split(GAP)
    .map((part) => part.trim())
    .filter((part) => part.length > 3);
}

/** What of the texts is German and ours. */
export function germanAmong(shown: readonly string[], german: readonly string[]): readonly string[] {
  return shown.filter((text) => german.some((phrase) => holds(text, phrase)));
}

/** Whether a text holds a phrase as whole words. */
function holds(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + phrase.length])) return true;
  }
  return false;
}

function isLetter(letter: string | undefined): boolean {
  return letter !== undefined && /\p{L}/u.test(letter);
}
