import type { LeitbildDocument } from '../schema/document.ts';
import { countKeyOf, goalKindOf, type Profile } from '../schema/profile.ts';
import { walk } from '../schema/walk.ts';

/**
 * How much of what a document holds. Goals are counted under their kind's plural in lower case, so that the
 * standard profile gives `leitziele` and `teilziele`; a kind without goals counts 0.
 */
export type DocumentCounts = Readonly<Record<string, number>> & {
  readonly forewords: number;
  readonly chapters: number;
  readonly actionFields: number;
  readonly subpoints: number;
  readonly footnotes: number;
};

export function countDocument(document: LeitbildDocument, profile: Profile): DocumentCounts {
  const counts = { forewords: 0, chapters: 0, actionFields: 0 };
  const goals: Record<string, number> = {};
  for (const kind of profile.goalKinds) goals[countKeyOf(kind)] = 0;
  const small = { subpoints: 0, footnotes: 0 };
  walk(document, (node, ancestors) => {
    if (node.type === 'foreword') counts.forewords += 1;
    else if (node.type === 'chapter') counts.chapters += 1;
    else if (node.type === 'actionField') counts.actionFields += 1;
    else if (node.type === 'subpoint') small.subpoints += 1;
    else if (node.type === 'footnote') small.footnotes += 1;
    else if (node.type === 'goal') {
      const group = ancestors.at(-1);
      const kind = group?.type === 'goalGroup' ? goalKindOf(profile, group.attrs.kind) : undefined;
      if (kind) goals[countKeyOf(kind)] = (goals[countKeyOf(kind)] ?? 0) + 1;
    }
  });
  return { ...counts, ...goals, ...small };
}
