import type { NodeId } from '../../../../shared/ids/ids.ts';
import { publicationLabels } from '../../../../shared/publication/publication-labels.ts';
import type { LeitbildDocument, LeitbildNode, Reference } from '../../../../shared/schema/document.ts';
import { goalKindOf, type Profile } from '../../../../shared/schema/profile.ts';
import { headingOf, isIdentified, plainText, walk } from '../../../../shared/schema/walk.ts';
import { numberDocument } from '../../../../shared/text/numbering.ts';

/**
 * Gives what each reference of a document prints today: number, label with number, or title of its target.
 * Where the target is gone, it prints the words for that.
 */
export function createReferenceText(
  document: LeitbildDocument,
  profile: Profile,
): (node: Reference) => string {
  const numbering = numberDocument(document, profile);
  const targets = new Map<NodeId, { node: LeitbildNode; label: string }>();
  walk(document, (node, ancestors) => {
    if (isIdentified(node))
      targets.set(node.attrs.id, { node, label: labelOf(node, ancestors.at(-1), profile) });
  });
  return ({ attrs }) => {
    const target = targets.get(attrs.target);
    const number = numbering.get(attrs.target)?.full ?? '';
    const title = target ? plainText(headingOf(target.node)).trim() : '';
    const short = attrs.form === 'title' ? title || number : number || title;
    const printed = attrs.form === 'label' ? [target?.label ?? '', short].filter(Boolean).join(' ') : short;
    return printed || publicationLabels[profile.language].missingReference;
  };
}

function labelOf(node: LeitbildNode, parent: LeitbildNode | undefined, profile: Profile): string {
  if (node.type === 'goal') {
    return parent?.type === 'goalGroup' ? (goalKindOf(profile, parent.attrs.kind)?.singular ?? '') : '';
  }
  const labels: Readonly<Record<string, string>> = profile.labels;
  return labels[node.type] ?? '';
}
