import type { DecisionRecord } from '../../../../shared/decisions/decision.ts';
import { readText } from '../../../../shared/decisions/read-text.ts';
import { contributionId, decisionId } from '../../../../shared/ids/ids.ts';
import type { LeitbildDocument } from '../../../../shared/schema/document.ts';
import { numberDocument } from '../../../../shared/text/numbering.ts';
import { placesOf } from '../../../../shared/weighing/places.ts';
import { weighingRows } from '../../../../shared/weighing/weighing-rows.ts';
import { passage, statement } from '../../../support/arbitrary-contribution.ts';
import { documentWith, onNode } from '../../../support/decisions.ts';
import { createNodeMakers } from '../../../support/node-makers.ts';
import { sampleProfile } from '../../../support/sample-profile.ts';

const make = createNodeMakers();

/** A text of two goals. */
export const text: LeitbildDocument = documentWith(
  make,
  make.group(
    'leitziel',
    '',
    make.goal('g1', 'Die Stadt fördert Kurse in allen Stadtteilen.'),
    make.goal('g2', 'Alle lernen die Sprache der anderen.'),
  ),
);

/** Rows `c0`, `c1` … about these goals, with what was decided about some. */
export function rowsAbout(
  places: readonly ('g1' | 'g2' | 'document' | 'gone')[],
  decided: Readonly<Record<string, 'rejected' | 'proposed'>> = {},
) {
  const statements = places.map((place, index) =>
    statement(`c${String(index)}`, {
      anchor: place === 'document' ? { on: 'document' } : place === 'gone' ? passage : onNode(text, place),
    }),
  );
  const decisions = Object.entries(decided).map(([id, state], index): DecisionRecord => ({
    type: 'decision',
    id: decisionId(`d${String(index)}`),
    ...{ by: 'mod', at: '2025-01-01T10:00:00Z', changes: [], reason: '', workshop: null },
    contributions: [contributionId(id)],
    outcome: 'rejected',
    stage: state === 'proposed' ? 'proposed' : 'final',
  }));
  const today = readText(text);
  const rows = weighingRows({
    voices: statements.map((record) => ({ record, receipt: { receivedAt: '2025-01-01T09:00:00Z' } })),
    ...{ decisions, institutions: [], rounds: [], today },
    places: placesOf(text, numberDocument(text, sampleProfile)),
    baseOf: () => null,
  });
  return { rows, statements, today };
}
