import type { AssessmentSources } from '../../shared/assessment/assessment-sources.ts';
import type { Answer, Contribution, Position } from '../../shared/contributions/contribution.ts';
import type { Receipt } from '../../shared/contributions/receipt.ts';
import { readText } from '../../shared/decisions/read-text.ts';
import type { Decision, DecisionRecord } from '../../shared/decisions/decision.ts';
import { contributionId, decisionId, institutionId, roundId, workshopId } from '../../shared/ids/ids.ts';
import type { Institution } from '../../shared/register/institution.ts';
import { numberDocument } from '../../shared/text/numbering.ts';
import { placesOf } from '../../shared/weighing/places.ts';
import { statement } from './arbitrary-contribution.ts';
import { decisionOn, languageText, onNode } from './decisions.ts';
import { shippedProfile } from './standard-profile.ts';

/** The text that the contributions below are about. */
export const assessedText = languageText();

export const assessedInstitutions: readonly Institution[] = [
  {
    id: institutionId('caritas'),
    name: 'Caritasverband für die Stadt Münster e.V.',
    kind: 'association',
    seats: 1,
    formerNames: [{ name: 'Caritas Nothilfe', until: '2010-01-01' }],
  },
  {
    id: institutionId('ggua'),
    name: 'Gemeinnützige Gesellschaft zur Unterstützung Asylsuchender (GGUA)',
    kind: 'association',
    seats: 1,
  },
];

export function assessedDecision(
  id: string,
  contributions: readonly string[],
  change: Partial<Decision> = {},
): Decision {
  return decisionOn(id, contributions, { workshop: workshopId('w1'), ...change });
}

const signed = (id: string, institution: string) => {
  const { round, author, submittedAt } = statement(id);
  const own = institutionId(institution);
  return { id: contributionId(id), institution: own, round, author, submittedAt };
};

export function assessedAnswer(id: string, about: string, institution = 'caritas', body = 'Danke.'): Answer {
  return {
    ...{ type: 'answer', ...signed(id, institution), decision: decisionId(about) },
    ...{ reply: 'keepsObjection', body },
  };
}

export function assessedPosition(id: string, node: string, institution = 'caritas', body = ''): Position {
  const anchor = onNode(assessedText, node);
  return { type: 'position', ...signed(id, institution), anchor, stance: 'agree', body };
}

/** What a table is made from, of the text above. */
export function assessedSources(
  records: readonly (Contribution | { readonly record: Contribution; readonly receipt: Receipt })[],
  decisions: readonly DecisionRecord[] = [],
): AssessmentSources {
  return {
    voices: records.map((one) =>
      'record' in one ? one : { record: one, receipt: { receivedAt: '2019-04-20T10:00:00Z' } },
    ),
    decisions,
    institutions: assessedInstitutions,
    rounds: [{ id: roundId('r1'), name: 'Erste Runde' }],
    workshops: [{ id: workshopId('w1'), title: 'Treffen im Rathaus', date: '2019-04-30' }],
    today: readText(assessedText),
    places: placesOf(assessedText, numberDocument(assessedText, shippedProfile())),
    baseOf: () => null,
  };
}
