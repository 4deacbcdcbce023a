import type { AssessmentLabels } from '../../../../shared/assessment/assessment-labels.ts';
import { filesFor, PART } from '../../../../shared/assessment/assessment-size.ts';
import type { AssessmentSection } from './assessment-sections.ts';
import { divide } from './divide.ts';
import { weightOfRow, weightOfRows } from './row-weight.ts';

/** A section of a part. */
export interface PartSection extends AssessmentSection {
  /** It begins a page, so that the pages before and behind can be set at the same time. */
  readonly beginsPage: boolean;
}

/** A section that weighs more than this may be divided by the end of a file. */
const PIECE = PART / 4;
/** Pages are begun anew no sooner than after so much. */
const RUN = PART / 8;

/**
 * Divides a table into files: one, as long as its pages can be set in one go. Files end between sections; only a long
 * section goes on in the next one, and says so. An empty table is one part without sections.
 */
export function tableParts(
  sections: readonly AssessmentSection[],
  labels: AssessmentLabels,
): readonly (readonly PartSection[])[] {
  const pieces = sections.flatMap(piecesOf);
  const files = filesFor(pieces.reduce((sum, piece) => sum + weightOf(piece), 0));
  const parts = divide(pieces, weightOf, files).map((own) => withBreaks(joined(own, labels)));
  return parts.length === 0 ? [[]] : parts;
}

interface Piece extends AssessmentSection {
  /** The section that it is of, and how much of that comes before. */
  readonly section: AssessmentSection;
  readonly from: number;
}

function piecesOf(section: AssessmentSection): readonly Piece[] {
  const { title, rows } = section;
  const count = Math.max(1, Math.ceil(weightOf(section) / PIECE));
  let from = 0;
  return divide(rows, weightOfRow, count).map((own) => {
    const piece = { title, rows: own, section, from };
    from += own.length;
    return piece;
  });
}

/** Pieces of one section that stand in one file are one again. */
function joined(pieces: readonly Piece[], labels: AssessmentLabels): readonly AssessmentSection[] {
  const found = new Map<AssessmentSection, AssessmentSection>();
  for (const { section, from, rows } of pieces) {
    const known = found.get(section);
    const title = from === 0 ? section.title : labels.continued(section.title);
    found.set(section, known ? { ...known, rows: [...known.rows, ...rows] } : { title, rows });
  }
  return [...found.values()];
}

function withBreaks(sections: readonly AssessmentSection[]): readonly PartSection[] {
  const weight = sections.reduce((sum, section) => sum + weightOf(section), 0);
  const runs = divide(sections, weightOf, Math.max(1, Math.floor(weight / RUN)));
  return runs.flatMap((run, at) =>
    run.map((section, place) => ({ ...section, beginsPage: at > 0 && place === 0 })),
  );
}

function weightOf({ rows }: AssessmentSection): number {
  return weightOfRows(rows);
}
