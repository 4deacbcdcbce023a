import type { Node } from '@tiptap/pm/model';
import type { NodeAnchor, PassageAnchor } from '../../shared/contributions/anchor.ts';
import { makeAnchor, makeNodeAnchor } from '../../shared/contributions/make-anchor.ts';
import { readText } from '../../shared/decisions/read-text.ts';
import { nodeId } from '../../shared/ids/ids.ts';
import type { GoalGroup, LeitbildDocument } from '../../shared/schema/document.ts';
import type { TextFlow } from '../../shared/text/text-flow.ts';
import type { createNodeMakers } from './node-makers.ts';

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
