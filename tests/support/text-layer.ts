/** A letter of a text layer or of a wanted text, with what joins it to the next: nothing, a hyphen, or either. */
interface Sign {
  readonly letter: string;
  readonly joint: '' | '-' | '?';
}

/**
 * The texts that a text layer does not hold with every hyphen, and no other. White space is not compared; a hyphen
 * at a line end may be a real one or one of a divided word; a text may go on after a page end.
 */
export function missingTexts(pages: readonly string[], wanted: readonly string[]): string[] {
  const layer = signsOf(pages.join('\n'));
  const letters = layer.map(({ letter }) => letter).join('');
  return wanted.filter((text) => !isIn(signsOf(text), layer, letters, 2));
}

function isIn(text: readonly Sign[], layer: readonly Sign[], letters: string, breaks: number): boolean {
  const whole = longestFound(text, layer, letters);
  if (whole === text.length) return true;
  return breaks > 0 && whole > 0 && isIn(text.slice(whole), layer, letters, breaks - 1);
}

/** How many signs from the first stand together in the layer. */
function longestFound(text: readonly Sign[], layer: readonly Sign[], letters: string): number {
  const opening = text
    .slice(0, 12)
    .map(({ letter }) => letter)
    .join('');
  let best = 0;
  for (let at = letters.indexOf(opening); at >= 0; at = letters.indexOf(opening, at + 1)) {
    let count = 0;
    while (count < text.length && matches(text[count], layer[at + count], count === text.length - 1)) {
      count += 1;
    }
    best = Math.max(best, count);
    if (best === text.length) break;
  }
  return best;
}

function matches(wanted: Sign | undefined, found: Sign | undefined, isLast: boolean): boolean {
  if (!wanted || wanted.letter !== found?.letter) return false;
  return wanted.joint === found.joint || found.joint === '?' || (isLast && wanted.joint === '');
}

function signsOf(text: string): Sign[] {
  const signs: Sign[] = [];
  const marked = text.normalize('NFKC').replaceAll(/(?:-|\u00ad)\s*\n/g, '\u0001');
  for (const letter of marked.replaceAll(/\s|\u00ad/g, '').split('')) {
    const last = signs.at(-1);
    if ((letter === '-' || letter === '\u0001') && last) {
      signs[signs.length - 1] = { ...last, joint: letter === '-' ? '-' : '?' };
    } else signs.push({ letter, joint: '' });
  }
  return signs;
}
