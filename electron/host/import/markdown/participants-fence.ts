/** A participants block as it stands in the source. */
export interface ParticipantsFence {
  /** Line of the opening sign, from 1. */
  readonly line: number;
  /** Attribute list of the opening sign with its braces; empty where it has none. */
  readonly attributes: string;
  /** What stands between the signs. */
  readonly inner: string;
}

const OPENING = /^:::[ \t]*participants[ \t]*(\{[^{}]*\})?[ \t]*$/;
/** Parts the lists before and after, and is read over. */
const RULE = '***';
const CLOSING = /^:::[ \t]*$/;

/**
 * Takes the participants blocks out of a text. A rule and empty lines
 * stand in their place, so that all other lines keep their number.
 * An opening sign without a closing one is left as text.
 */
export function cutParticipants(text: string): { body: string; fences: readonly ParticipantsFence[] } {
  const lines = text.split('\n');
  const fences: ParticipantsFence[] = [];
  let index = 0;
  while (index < lines.length) {
    const opening = OPENING.exec(lines[index] ?? '');
    const length = opening ? lines.slice(index + 1).findIndex((line) => CLOSING.test(line)) : -1;
    if (!opening || length < 0) {
      index += 1;
      continue;
    }
    fences.push({
      line: index + 1,
      attributes: opening[1] ?? '',
      inner: lines.slice(index + 1, index + 1 + length).join('\n'),
    });
    lines.fill('', index, index + length + 2);
    lines[index] = RULE;
    index += length + 2;
  }
  return { body: lines.join('\n'), fences };
}
