import { checkLabel } from '../../../shared/editions/check-label.ts';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { countDocument } from '../../../shared/text/counts.ts';
import { childrenOf, headingOf, isIdentified, plainText, walk } from '../../../shared/schema/walk.ts';
import { countKeyOf } from '../../../shared/schema/profile.ts';
import type { NumberedText } from '../../client/live-text.ts';

/** What there is to say of a draft before it is frozen. */
export interface DraftFindings {
  readonly isEmpty: boolean;
  /** Goals by the plural of their kind, those that there are. */
  readonly goals: readonly { readonly plural: string; readonly count: number }[];
  /** Headings and goals without a word. */
  readonly empty: readonly NodeId[];
  /** What holds a reference whose target is gone. */
  readonly broken: readonly NodeId[];
}

/** Looks a draft through for what a reader of the edition would miss. */
export function findingsOf({ document, profile, references }: NumberedText): DraftFindings {
  const counts = countDocument(document, profile);
  const empty: NodeId[] = [];
  const broken: NodeId[] = [];
  walk(document, (node, ancestors) => {
    if (node.type === 'reference' && references.textOf(node.attrs.target, node.attrs.form) === null) {
      const holder = ancestors.findLast(isIdentified);
      if (holder) broken.push(holder.attrs.id);
    }
    if (!isIdentified(node)) return;
    const isHeaded = node.type === 'chapter' || node.type === 'section' || node.type === 'actionField';
    if (isHeaded && plainText(headingOf(node)).trim() === '') empty.push(node.attrs.id);
    if (node.type === 'goal' && hasNoWords(childrenOf(node))) empty.push(node.attrs.id);
  });
  return {
    isEmpty: childrenOf(document).length === 0,
    goals: profile.goalKinds
      .map((kind) => ({ plural: kind.plural, count: counts[countKeyOf(kind)] ?? 0 }))
      .filter(({ count }) => count > 0),
    empty,
    broken,
  };
}

function hasNoWords(content: ReturnType<typeof childrenOf>): boolean {
  return content.every((node) => node.type !== 'paragraph' || plainText([node]).trim() === '');
}

export type LabelFault = 'empty' | 'form' | 'reserved' | 'taken';

/** Why an edition may not be called so; null where it may. */
export function labelFault(label: string, taken: readonly string[]): LabelFault | null {
  if (taken.includes(label)) return 'taken';
  switch (checkLabel(label)) {
    case null:
      return null;
    case 'empty':
      return 'empty';
    case 'reserved':
      return 'reserved';
    default:
      return 'form';
  }
}
