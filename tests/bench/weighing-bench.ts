import { makeAnchor, makeNodeAnchor } from '../../shared/contributions/make-anchor.ts';
import type { Anchor } from '../../shared/contributions/anchor.ts';
import type { ListedVoice } from '../../shared/contributions/voices-room.ts';
import { applyWording } from '../../shared/decisions/apply-wording.ts';
import { readText, type ReadText } from '../../shared/decisions/read-text.ts';
import { createCountingIds, institutionId } from '../../shared/ids/ids.ts';
import type { LeitbildDocument } from '../../shared/schema/document.ts';
import { numberDocument } from '../../shared/text/numbering.ts';
import { competingWordings } from '../../shared/weighing/competing-wordings.ts';
import { filterRows, noFilter } from '../../shared/weighing/filter-rows.ts';
import { groupRows } from '../../shared/weighing/group-rows.ts';
import { placesOf } from '../../shared/weighing/places.ts';
import { weighingRows } from '../../shared/weighing/weighing-rows.ts';
import { statement } from '../support/arbitrary-contribution.ts';
import { shippedProfile } from '../support/standard-profile.ts';
import { benchSource, planOf } from './bench-source.ts';
import { figureOf, timesOf, type Figure } from './measure.ts';

const INSTITUTIONS = 106;
const EACH = 100;

/**
 * What the table of contributions costs by itself, without painting: 106 institutions × 100 contributions all over the
 * text, four of nine with a wording, after a tenth of the text's "die" has become "jene".
 */
export async function weighingBench(): Promise<readonly Figure[]> {
  const source = await benchSource();
  const { document } = await planOf(source.repeated(1), source.name);
  const base = readText(document);
  const voices = voicesOn(base);
  const later = edited(document);
  const today = readText(later);
  const profile = shippedProfile();
  const rowsOf = () =>
    weighingRows({
      ...{ voices, decisions: [], institutions: [], rounds: [], today, baseOf: () => base },
      places: placesOf(later, numberDocument(later, profile)),
    });
  const rows = rowsOf();
  const [busiest] = groupRows(rows)
    .filter(({ about }) => about === 'place')
    .sort((one, other) => other.rows.length - one.rows.length);
  const statements = (busiest?.rows ?? []).map((row) => row.statement);
  const narrowed = { ...noFilter, onlyOpen: true, onlyConflicts: true, institution: institutionId('i3') };
  const proposal = rows.find((row) => row.wording !== null && row.resolution.state === 'in-place');
  const many = { runs: 15, warmUp: 5 };
  const figures = [
    figureOf('weighing: rows of 10,600 contributions', 'ms', await timesOf(rowsOf), 500),
    figureOf('weighing: filter', 'ms', await timesOf(() => filterRows(rows, narrowed), many), 10),
    figureOf('weighing: group by goal', 'ms', await timesOf(() => groupRows(rows), many), 10),
    figureOf(
      `weighing: competing wordings of one goal (${String(statements.length)})`,
      'ms',
      await timesOf(() => competingWordings(statements, today, () => base)),
    ),
  ];
  if (!proposal) return figures;
  const { anchor } = proposal.statement;
  const apply = (): unknown => applyWording(later, anchor, 'ganz andere Worte', createCountingIds('y'));
  return [...figures, figureOf('weighing: apply a wording', 'ms', await timesOf(apply))];
}

function voicesOn({ flow }: ReadText): readonly ListedVoice[] {
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

/** The text with one of ten "die" as "jene". */
function edited(document: LeitbildDocument): LeitbildDocument {
  let count = 0;
  const json = JSON.stringify(document).replaceAll(' die ', (words) => {
    count += 1;
    return count % 10 === 0 ? ' jene ' : words;
  });
  return JSON.parse(json) as LeitbildDocument;
}
