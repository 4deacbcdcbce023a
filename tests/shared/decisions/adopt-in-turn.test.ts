import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Statement } from '../../../shared/contributions/contribution.ts';
import { applyWording } from '../../support/apply-wording.ts';
import { placeProposal } from '../../../shared/decisions/place-proposal.ts';
import { readText } from '../../../shared/decisions/read-text.ts';
import { nodeWords } from '../../../shared/decisions/text-blocks.ts';
import { createCountingIds } from '../../../shared/ids/ids.ts';
import type { LeitbildDocument } from '../../../shared/schema/document.ts';
import { competingWordings } from '../../../shared/weighing/competing-wordings.ts';
import { statement } from '../../support/arbitrary-contribution.ts';
import { documentWith, nodeOf, onNode, onWords } from '../../support/decisions.ts';
import { createNodeMakers, mark, text } from '../../support/node-makers.ts';

const make = createNodeMakers();
const { goal, group, sub } = make;
const sentence = 'Alle Menschen finden Hilfe nahe bei ihrer Wohnung';
const lines = [sentence, 'jeden Werktag', 'ohne Termin'];
const base = documentWith(
  make,
  group(
    'leitziel',
    '',
    goal(
      'g1',
      [text('Alle '), text('Menschen', mark('strong')), text(sentence.slice(13))],
      sub('jeden Werktag'),
      sub('ohne Termin'),
    ),
  ),
);
const words = lines.join(' ').split(' ');

/** Another word for one or two of the goal's words, as a passage or as the whole goal. */
const arbitraryProposal = fc
  .record({
    at: fc.nat(words.length - 1),
    onGoal: fc.boolean(),
    other: fc.constantFrom('Xaver', 'Yvonne und Zoe'),
  })
  .map(({ at, onGoal, other }) => {
    const word = words[at] ?? '';
    if (!onGoal) return statement('c', { kind: 'proposal', anchor: onWords(base, word), wording: other });
    const wording = lines
      .map((line) =>
        line
          .split(' ')
          .map((one) => (one === word ? other : one))
          .join(' '),
      )
      .join('\n');
    return statement('c', { kind: 'proposal', anchor: onNode(base, 'g1'), wording });
  });

/** The words of the goal after these were adopted one after the other; which of them could not be. */
function adopt(...statements: readonly Statement[]) {
  let document: LeitbildDocument = base;
  for (const { anchor, wording } of statements) {
    const { rebased, anchor: place } = placeProposal(
      anchor,
      wording ?? '',
      readText(document),
      readText(base),
    );
    if (!('wording' in rebased) || place === null) return rebased.state;
    const done = applyWording(document, place, rebased.wording, createCountingIds('new'));
    if (!done.ok) throw new Error(done.error.code);
    document = done.value.document;
  }
  return nodeWords(nodeOf(document).child(0).child(1));
}

describe('adopting one wording after the other', () => {
  it('RBS6: comes out the same in any order where they do not compete, and is refused where they do', () => {
    const seen = { both: 0, conflicts: 0 };
    fc.assert(
      fc.property(arbitraryProposal, arbitraryProposal, (one, second) => {
        const other = { ...second, id: statement('d').id };
        const [found] = competingWordings([one, other], readText(base), () => null);
        const [there, back] = [adopt(one, other), adopt(other, one)];
        if (found?.conflictsWith.length === 0) {
          seen.both += 1;
          expect(there).toBe(back);
          expect(there).toContain('\n');
        } else {
          seen.conflicts += 1;
          expect([there, back]).toContain('conflict');
          // A passage that still stands is replaced, though the words beside it have changed.
          const made = [there, back].filter((each) => each !== 'conflict');
          for (const each of made) expect(each).toMatch(/(Xaver|Zoe).*(Xaver|Yvonne)/su);
        }
      }),
      { seed: 20250614, numRuns: 400 },
    );
    expect(seen.both).toBeGreaterThan(200);
    expect(seen.conflicts).toBeGreaterThan(10);
  });
});
