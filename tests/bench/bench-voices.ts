import { makeAnchor, makeNodeAnchor } from '../../shared/contributions/make-anchor.ts';
import type { Anchor } from '../../shared/contributions/anchor.ts';
import type { ListedVoice } from '../../shared/contributions/voices-room.ts';
import type { ReadText } from '../../shared/decisions/read-text.ts';
import { institutionId } from '../../shared/ids/ids.ts';
import type { LeitbildDocument } from '../../shared/schema/document.ts';
import { statement } from '../support/arbitrary-contribution.ts';

/** As many institutions as took part in 2019. */
export const INSTITUTIONS = 106;
const EACH = 100;

/** 106 institutions × 100 contributions all over a text, four of nine with a wording. */
export function voicesOn({ flow }: ReadText): readonly ListedVoice[] {
  const spans = [...flow.spans.values()].filter(({ start, end }) => end - start > 40);
  return Array.from({ length: INSTITUTIONS * EACH }, (_, index): ListedVoice => {
    const span = spans[(index * 7_919) % spans.length];
    const isProposal = index % 3 === 1 || index % 9 === 0;
    let anchor: Anchor = { on: 'document' };
    if (span && index % 20 !== 0) {
      const start = span.start + ((index * 31) % (span.end - span.start - 30));
      const { from, to } = flow.positionsOf(start, start + 25);
      const passage = makeAnchor(flow, from, to);
      const node = index % 3 === 0 ? makeNodeAnchor(flow, span.id) : undefined;
      anchor = node ?? (passage.ok ? passage.value : anchor);
    }
    return {
      record: statement(`c${String(index)}`, {
        institution: institutionId(`i${String(index % INSTITUTIONS)}`),
        anchor,
        kind: isProposal ? 'proposal' : 'comment',
        wording: isProposal ? `neue Worte ${String(index % 5)}` : null,
      }),
      receipt: { receivedAt: '2019-04-20T10:00:00Z' },
    };
  });
}

/** The text as it stands while contributions on it are weighed: one of ten "die" has become "jene". */
export function laterText(document: LeitbildDocument): LeitbildDocument {
  let count = 0;
  const json = JSON.stringify(document).replaceAll(' die ', (words) => {
    count += 1;
    return count % 10 === 0 ? ' jene ' : words;
  });
  return JSON.parse(json) as LeitbildDocument;
}
