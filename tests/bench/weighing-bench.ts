import { anchorResolver } from '../../shared/contributions/resolve-anchor.ts';
import { applyWording } from '../support/apply-wording.ts';
import { readText } from '../../shared/decisions/read-text.ts';
import { createCountingIds, institutionId } from '../../shared/ids/ids.ts';
import { numberDocument } from '../../shared/text/numbering.ts';
import { competingWordings } from '../../shared/weighing/competing-wordings.ts';
import { filterRows, noFilter } from '../../shared/weighing/filter-rows.ts';
import { groupRows } from '../../shared/weighing/group-rows.ts';
import { placesOf } from '../../shared/weighing/places.ts';
import { weighingRows } from '../../shared/weighing/weighing-rows.ts';
import { anchorPlacesIn } from '../../shared/overview/anchor-places.ts';
import { participationOf } from '../../shared/overview/participation.ts';
import { shippedProfile } from '../support/standard-profile.ts';
import { benchSource, planOf } from './bench-source.ts';
import { laterText, voicesOn } from './bench-voices.ts';
import { figureOf, timesOf, type Figure } from './measure.ts';

/**
 * What the table of contributions costs by itself, without painting: 106 institutions × 100 contributions all over the
 * text, four of nine with a wording, after a tenth of the text's "die" has become "jene".
 */
export async function weighingBench(): Promise<readonly Figure[]> {
  const source = await benchSource();
  const { document } = await planOf(source.repeated(1), source.name);
  const base = readText(document);
  const voices = voicesOn(base);
  const later = laterText(document);
  const today = readText(later);
  const profile = shippedProfile();
  const places = placesOf(later, numberDocument(later, profile));
  const rowsOf = () =>
    weighingRows({
      ...{ voices, decisions: [], institutions: [], rounds: [], today, baseOf: () => base },
      places,
    });
  const rows = rowsOf();
  const [busiest] = groupRows(rows)
    .filter(({ about }) => about === 'place')
    .sort((one, other) => other.rows.length - one.rows.length);
  const statements = (busiest?.rows ?? []).map((row) => row.statement);
  const narrowed = { ...noFilter, onlyOpen: true, onlyConflicts: true, institution: institutionId('i3') };
  const proposal = rows.find((row) => row.wording !== null && row.resolution.state === 'in-place');
  const overview = (): unknown =>
    participationOf({
      ...{ voices, institutions: [], invited: [], places, round: null, isAsked: () => true },
      anchors: anchorPlacesIn(readText(later).flow, places),
    });
  const anchors = voices.slice(0, 5_000).map(({ record }) => ('anchor' in record ? record.anchor : null));
  const foundAgain = (): unknown => {
    const resolve = anchorResolver(readText(later).flow);
    return anchors.map((anchor) => anchor && resolve(anchor));
  };
  const many = { runs: 15, warmUp: 5 };
  const figures = [
    figureOf('weighing: rows of 10,600 contributions', 'ms', await timesOf(rowsOf), 500),
    figureOf('weighing: filter', 'ms', await timesOf(() => filterRows(rows, narrowed), many), 10),
    figureOf('weighing: group by goal', 'ms', await timesOf(() => groupRows(rows), many), 10),
    figureOf('overview: 10,600 contributions by institution and field', 'ms', await timesOf(overview), 200),
    figureOf('weighing: 5,000 anchors in an altered text', 'ms', await timesOf(foundAgain), 100),
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
