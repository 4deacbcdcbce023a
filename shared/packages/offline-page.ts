/** Where in the page that goes out by mail its package stands; the built page holds this element, empty. */
export const PACKAGE_ELEMENT = 'leitbild-package';

const EMPTY = `<script type="application/json" id="${PACKAGE_ELEMENT}"></script>`;

/**
 * Puts a package into the built page, as a JSON string in which nothing can end the element: whatever an institution is
 * called or wrote. Throws where the page has no place for it, or more than one.
 */
export function embedPackage(page: string, text: string): string {
  const [before, after, ...more] = page.split(EMPTY);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error('the page has not one place for a package');
  }
  const safe = JSON.stringify(text)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return `${before}${EMPTY.replace('></', () => `>${safe}</`)}${after}`;
}
