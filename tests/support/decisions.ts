import type { Node } from '@tiptap/pm/model';
import type { NodeAnchor, PassageAnchor } from '../../shared/contributions/anchor.ts';
import { makeAnchor, makeNodeAnchor } from '../../shared/contributions/make-anchor.ts';
import type { Decision } from '../../shared/decisions/decision.ts';
import { readText } from '../../shared/decisions/read-text.ts';
import { contributionId, decisionId, nodeId } from '../../shared/ids/ids.ts';
import type { GoalGroup, LeitbildDocument } from '../../shared/schema/document.ts';
import type { TextFlow } from '../../shared/text/text-flow.ts';
import { createNodeMakers } from './node-makers.ts';

export function nodeOf(document: LeitbildDocument): Node {
  return readText(document).doc;
}

export function flowOf(document: LeitbildDocument): TextFlow {
  return readText(document).flow;
}

/** A document of one chapter `ch` that holds these groups. */
export function documentWith(
  { heading, as }: ReturnType<typeof createNodeMakers>,
  ...groups: readonly GoalGroup[]
): LeitbildDocument {
  const chapter = { type: 'chapter', attrs: as('ch'), content: [heading('Ziele'), ...groups] } as const;
  return { type: 'leitbild', content: [chapter] };
}

/** A text of one goal `g1` with two subpoints. */
export function coursesText(): LeitbildDocument {
  const make = createNodeMakers();
  const { goal, group, sub } = make;
  const words = 'Die Stadt fördert Kurse in allen Stadtteilen.';
  return documentWith(make, group('leitziel', '', goal('g1', words, sub('für alle'), sub('am Abend'))));
}

/** A text of two goals `g1` and `g2`, the second with two subpoints. */
export function languageText(): LeitbildDocument {
  const make = createNodeMakers();
  const { goal, group, sub } = make;
  const second = goal('g2', 'Kinder lernen Deutsch.', sub('in Kitas'), sub('in Schulen'));
  return documentWith(make, group('leitziel', 'Sprache', goal('g1', 'Die Stadt fördert Kurse.'), second));
}

/** A final decision by which these contributions were adopted at no workshop, but for what is changed. */
export function decisionOn(
  id: string,
  contributions: readonly string[],
  change: Partial<Decision> = {},
): Decision {
  return {
    type: 'decision',
    id: decisionId(id),
    by: 'local',
    at: '2019-05-01T10:00:00Z',
    changes: [],
    contributions: contributions.map(contributionId),
    outcome: 'adopted',
    reason: 'Klarer.',
    stage: 'final',
    workshop: null,
    ...change,
  };
}

/** Points at a node of a document. */
export function onNode(document: LeitbildDocument, id: string): NodeAnchor {
  const anchor = makeNodeAnchor(flowOf(document), nodeId(id));
  if (!anchor) throw new Error(`no node ${id}`);
  return anchor;
}

/** Points at words of a document, where they stand first. */
export function onWords(document: LeitbildDocument, words: string): PassageAnchor {
  const flow = flowOf(document);
  const start = flow.text.indexOf(words);
  if (start < 0) throw new Error(`no ${words}`);
  const { from, to } = flow.positionsOf(start, start + words.length);
  const made = makeAnchor(flow, from, to);
  if (!made.ok) throw new Error(made.error);
  return made.value;
}
