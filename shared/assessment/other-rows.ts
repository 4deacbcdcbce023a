import type { Answer, Contribution, Position, Withdrawal } from '../contributions/contribution.ts';
import { nodeOfResolution } from '../contributions/resolve-anchor.ts';
import type { ListedVoice } from '../contributions/voices-room.ts';
import type { ContributionId } from '../ids/ids.ts';
import type { Place } from '../weighing/places.ts';
import type { WeighingRow } from '../weighing/weighing-rows.ts';
import type { AssessmentRow } from './assessment-row.ts';
import type { AssessmentSources } from './assessment-sources.ts';
import type { RecordFinder } from './record-finder.ts';
import { decisionOf, wordsRead } from './statement-row.ts';

/** What a row of this part is derived from. */
interface OtherSources {
  readonly sources: AssessmentSources;
  readonly finder: RecordFinder;
  readonly weighed: ReadonlyMap<ContributionId, WeighingRow>;
  readonly indexOf: ReadonlyMap<ContributionId, number>;
}

type Other = Position | Answer | Withdrawal;

/** The part of a row that depends on what kind of record it is. */
interface OtherParts extends Pick<AssessmentRow, 'about' | 'content' | 'decision'> {
  readonly place: Place | null;
}

/** Rows of positions, answers and withdrawals: by goal in document order, then as the host took them. */
export function otherRows(voices: readonly ListedVoice[], from: OtherSources): readonly AssessmentRow[] {
  const rows = voices.flatMap(({ record, receipt }) =>
    isOther(record) ? [{ record, receipt, parts: partsOf(record, from) }] : [],
  );
  const order = ({ parts: { place } }: (typeof rows)[number]): number =>
    place?.order ?? Number.MAX_SAFE_INTEGER;
  return rows
    .sort((one, other) => order(one) - order(other))
    .map(({ record, receipt, parts: { place, ...parts } }, at) => ({
      index: from.indexOf.size + at + 1,
      id: record.id,
      institution: record.institution,
      institutionName: from.finder.nameOf(record.institution),
      number: place?.number ?? '',
      ...parts,
      isOpen: false,
      receivedAt: receipt.receivedAt,
      via: receipt.via ?? null,
    }));
}

function isOther(record: Contribution): record is Other {
  return record.type !== 'statement';
}

function partsOf(record: Other, { sources, finder, weighed, indexOf }: OtherSources): OtherParts {
  const { body, type } = record;
  if (type === 'position') {
    const resolution = finder.resolve(record.anchor);
    const node = nodeOfResolution(resolution);
    const place = node === null ? undefined : sources.places.placeOf(node);
    return {
      place: place ?? null,
      about: { state: resolution.state, words: record.anchor.quote },
      content: { type, stance: record.stance, body, isLatest: finder.isLatest(record) },
      decision: null,
    };
  }
  if (type === 'withdrawal') {
    const target = weighed.get(record.withdraws);
    const content = { type, body, withdraws: indexOf.get(record.withdraws) ?? null };
    return { ...aboutStatement(target), content, decision: null };
  }
  const decision = finder.decision(record.decision);
  const own = decision?.contributions
    .map((id) => weighed.get(id))
    .find((row) => row?.institution === record.institution);
  return {
    ...aboutStatement(own),
    content: { type, reply: record.reply, body, isLatest: finder.isLatest(record) },
    decision: decision && own ? decisionOf(decision, own, null, sources) : null,
  };
}

function aboutStatement(row: WeighingRow | undefined): Pick<OtherParts, 'place' | 'about'> {
  if (row === undefined) return { place: null, about: { state: 'none', words: '' } };
  return { place: row.place, about: { state: row.resolution.state, words: wordsRead(row.statement) } };
}
