const HIDDEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Text as it may be written to a terminal: control characters and those that turn the direction of writing are told
 * by their code (`\u001b`), as in JSON. Line feeds and tabs stay.
 */
export function visibleText(text: string): string {
  return text.replaceAll(HIDDEN, (character) =>
    character === '\n' || character === '\t' ? character : escaped(character),
  );
}

/** The same for what must stay in one line, such as the name of a file: line feeds and tabs are told as well. */
export function visibleLine(text: string): string {
  return text.replaceAll(HIDDEN, escaped);
}

/**
 * A name as somebody gives it for himself, without such characters: with them, what stands beside it on a line could be
 * made to read as part of it.
 */
export function plainName(text: string): string {
  return text.replaceAll(HIDDEN, '').trim();
}

function escaped(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}
