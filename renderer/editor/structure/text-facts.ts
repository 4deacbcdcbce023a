import type { Node } from '@tiptap/pm/model';
import type { NodeId } from '../../../shared/ids/ids.ts';
import type { ReferenceForm } from '../../../shared/schema/document.ts';
import type { Profile } from '../../../shared/schema/profile.ts';
import { createReferenceTexts, type ReferenceTexts } from '../../../shared/publication/reference-text.ts';
import { numberDocument, type NodeNumber, type Numbering } from '../../../shared/text/numbering.ts';
import type { SkeletonOf } from './skeletons.ts';

/** What is computed from the structure of one state of the document. */
export interface TextFacts {
  numberOf(id: NodeId): NodeNumber | undefined;
  /** What a reference prints today; `null` where its target is gone. */
  referenceText(target: NodeId, form: ReferenceForm): string | null;
  /** The word for a node: "Kapitel", "Leitziel"; empty where it has none. */
  labelOf(id: NodeId): string;
}

/** Computes the facts; looking up references is put off until one is asked for. */
export function textFactsOf(doc: Node, skeletonOf: SkeletonOf, profile: Profile): TextFacts {
  const skeleton = skeletonOf(doc);
  const numbering: Numbering = numberDocument(skeleton, profile);
  let references: ReferenceTexts | undefined;
  const texts = (): ReferenceTexts => (references ??= createReferenceTexts(skeleton, profile, numbering));
  return {
    numberOf: (id) => numbering.get(id),
    referenceText: (target, form) => texts().textOf(target, form),
    labelOf: (id) => texts().labelOf(id),
  };
}
