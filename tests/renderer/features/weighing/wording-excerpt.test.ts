import { describe, expect, it } from 'vitest';
import { wordingExcerpt } from '../../../../renderer/features/weighing/wording-excerpt.ts';
import { readText } from '../../../../shared/decisions/read-text.ts';
import { nodeId, roundId, sha256 } from '../../../../shared/ids/ids.ts';
import { onNode, onWords } from '../../../support/decisions.ts';
import { text } from './rows-about.ts';

const today = readText(text);
const excerpt = (anchor: ReturnType<typeof onNode> | ReturnType<typeof onWords>, wording: string | null) =>
  wordingExcerpt({ anchor, wording, round: roundId('r1') }, today, () => null)
    ?.map(({ type, text: words }) =>
      type === 'same' ? words : type === 'inserted' ? `+${words}+` : `-${words}-`,
    )
    .join('') ?? null;

/** A passage of which only the words matter. */
const quoting = (quote: string) => ({ ...onWords(text, 'Stadtteilen'), quote });

const LONG = 'Die Stadt sorgt dafür, dass alle Menschen in allen Stadtteilen gut leben können';

describe('wordingExcerpt', () => {
  it('begins shortly before the first change, with whole words', () => {
    expect(excerpt(quoting(`${LONG} und bleiben.`), `${LONG} und arbeiten.`)).toBe(
      '… gut leben können und -bleiben-+arbeiten+.',
    );
    expect(excerpt(quoting('Gut leben.'), 'Gut arbeiten.')).toBe('Gut -leben-+arbeiten+.');
  });

  it('leaves out most of what stays between two changes, and of what is taken out', () => {
    expect(excerpt(quoting(`Heute ${LONG} hier.`), `Morgen ${LONG} dort.`)).toBe(
      '-Heute-+Morgen+ Die Stadt sorgt dafür, dass … gut leben können -hier-+dort+.',
    );
    expect(excerpt(quoting(LONG), 'Neu!')).toMatch(/^-[^-+]{1,50} …-\+Neu!\+$/);
  });

  it('reads a whole goal as its author did', () => {
    const goal = onNode(text, nodeId('g1'));
    expect(excerpt(goal, goal.quote.replace('Stadtteilen', 'Orten'))).toMatch(/-Stadtteilen-\+Orten\+/);
  });

  it('is nothing where nothing changes, where all is struck, and where what was read is gone', () => {
    expect(excerpt(quoting('Gut leben.'), 'Gut leben.')).toBe(null);
    expect(excerpt(quoting('Gut leben.'), '')).toBe(null);
    expect(excerpt(quoting('Gut leben.'), null)).toBe(null);
    const unread = { ...onNode(text, nodeId('g1')), textHash: sha256('f'.repeat(64)) };
    expect(excerpt(unread, 'Anders.')).toBe(null);
  });
});
