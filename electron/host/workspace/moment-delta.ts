/** A run of pieces of the base text, or new text. */
type Step = readonly [start: number, count: number] | string;

/** Nodes of canonical JSON begin so, because `attrs` comes first of a node's keys. */
const PIECES = /(?=\{"attrs":)/;

/**
 * Tells a text of canonical JSON by its difference to another one: runs of pieces that both have, and what is new.
 * `applyDelta(base, makeDelta(base, text))` is `text` again, whatever the two are.
 */
export function makeDelta(base: string, text: string): string {
  const known = new Map<string, number>();
  const basePieces = base.split(PIECES);
  basePieces.forEach((piece, index) => {
    if (!known.has(piece)) known.set(piece, index);
  });
  const steps: Step[] = [];
  let expected = -1;
  for (const piece of text.split(PIECES)) {
    const last = steps.at(-1);
    const place = basePieces[expected] === piece ? expected : known.get(piece);
    if (place === undefined) {
      if (typeof last === 'string') steps[steps.length - 1] = last + piece;
      else steps.push(piece);
      expected = -1;
    } else {
      if (typeof last === 'object' && place === expected) steps[steps.length - 1] = [last[0], last[1] + 1];
      else steps.push([place, 1]);
      expected = place + 1;
    }
  }
  return JSON.stringify(steps);
}

/** Puts a text together again. Throws where the delta is none, or was made against another base. */
export function applyDelta(base: string, delta: string): string {
  const pieces = base.split(PIECES);
  return (JSON.parse(delta) as readonly Step[])
    .map((step) => {
      if (typeof step === 'string') return step;
      const [start, count] = step;
      if (start + count > pieces.length) throw new RangeError('a delta to another base');
      return pieces.slice(start, start + count).join('');
    })
    .join('');
}
