const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A parser would turn it into a line feed.
  '\r': '&#13;',
};

/** Characters that no HTML text may hold, by any spelling: controls, noncharacters, halves of pairs. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * Writes any string so that HTML reads exactly its characters, in text as in a quoted attribute. What HTML cannot
 * say becomes the replacement character U+FFFD.
 */
export function escapeHtml(text: string): string {
  return text
    .replaceAll(FORBIDDEN, '\ufffd')
    .replaceAll(/[&<>"'\r]/g, (character) => ENTITIES[character] ?? character);
}

/** An element from its name, attributes and inner HTML. Attributes whose value is `null` are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | null>>,
  inner = '',
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escapeHtml(String(value))}"`)
    .join('');
  const open = `<${name}${written}>`;
  return VOID_ELEMENTS.has(name) ? open : `${open}${inner}</${name}>`;
}

const VOID_ELEMENTS: ReadonlySet<string> = new Set(['br', 'img', 'meta']);
