import { describe, expect, it } from 'vitest';
import { applyWording } from '../../support/apply-wording.ts';
import { placeProposal } from '../../../shared/decisions/place-proposal.ts';
import { readText } from '../../../shared/decisions/read-text.ts';
import { createCountingIds } from '../../../shared/ids/ids.ts';
import type { LeitbildDocument } from '../../../shared/schema/document.ts';
import { coursesText, onNode, onWords } from '../../support/decisions.ts';

const base = coursesText();
const reworded = (anchor: Parameters<typeof applyWording>[1], wording: string): LeitbildDocument => {
  const done = applyWording(base, anchor, wording, createCountingIds('new'));
  if (!done.ok) throw new Error(done.error.code);
  return done.value.document;
};

describe('putting a proposal to the text of today', () => {
  it('RBS6: keeps a passage that still stands, though its surroundings changed, and points at it anew', () => {
    const anchor = onWords(base, 'Kurse');
    const today = reworded(onWords(base, 'Stadt'), 'Kommune');
    const placed = placeProposal(anchor, 'Angebote', readText(today), null);
    expect(placed).toMatchObject({ rebased: { state: 'unchanged', wording: 'Angebote' }, today: 'Kurse' });
    expect(placed.anchor && applyWording(today, placed.anchor, 'Angebote', createCountingIds('x')).ok).toBe(
      true,
    );
  });

  it('RBS6: merges a whole goal by the words that the author read', () => {
    const proposed = 'Die Stadt fördert viele Kurse in allen Stadtteilen.\nfür alle\nam Abend';
    const today = reworded(onWords(base, 'allen'), 'manchen');
    expect(placeProposal(onNode(base, 'g1'), proposed, readText(today), null)).toMatchObject({
      rebased: {
        state: 'rebased',
        wording: 'Die Stadt fördert viele Kurse in manchen Stadtteilen.\nfür alle\nam Abend',
      },
      anchor: { on: 'node', nodeId: 'g1' },
    });
  });

  it('RBS6: compares the whole node where the words of a passage are gone, by the base of the round', () => {
    const anchor = onWords(base, 'fördert Kurse in');
    const today = reworded(onWords(base, 'Kurse'), 'Angebote');
    const placed = placeProposal(anchor, 'fördert Kurse auch in', readText(today), readText(base));
    expect(placed).toMatchObject({
      resolution: { state: 'gone' },
      base: 'Die Stadt fördert Kurse in allen Stadtteilen.',
      rebased: { state: 'rebased', wording: 'Die Stadt fördert Angebote auch in allen Stadtteilen.' },
    });
    const over = onWords(base, 'Stadtteilen.für');
    const later = reworded(onWords(base, 'Stadtteilen'), 'Vierteln');
    expect(placeProposal(over, 'Orten.\nüber', readText(later), readText(base))).toMatchObject({
      proposed: 'Die Stadt fördert Kurse in allen Orten.\nüber alle\nam Abend',
      rebased: {
        state: 'conflict',
        conflicts: [{ base: 'Stadtteilen', today: 'Vierteln', proposed: 'Orten' }],
      },
    });
  });

  it('RBS6: merges nothing without the words that were read, or where the node is gone', () => {
    const anchor = onWords(base, 'Kurse');
    const today = reworded(onWords(base, 'Kurse'), 'Angebote');
    expect(placeProposal(anchor, 'Treffs', readText(today), null).rebased.state).toBe('base-gone');
    const gone = reworded(onNode(base, 'g1'), '');
    expect(placeProposal(anchor, 'Treffs', readText(gone), readText(base)).rebased.state).toBe('base-gone');
    expect(placeProposal(onNode(base, 'g1'), 'Treffs', readText(gone), readText(base)).rebased.state).toBe(
      'base-gone',
    );
  });
});
