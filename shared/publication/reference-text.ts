import type { NodeId } from '../ids/ids.ts';
import type { LeitbildDocument, LeitbildNode, ReferenceForm } from '../schema/document.ts';
import { goalKindOf, type Profile } from '../schema/profile.ts';
import { headingOf, isIdentified, plainText, walk } from '../schema/walk.ts';
import type { Numbering } from '../text/numbering.ts';

/** What the nodes of one document are called where others refer to them. */
export interface ReferenceTexts {
  /**
   * What a reference prints today (rule PUB2): number, label with number, or title of its target, and the other of
   * number and title where one is missing. `null` where the target is gone or has none of these.
   */
  textOf(target: NodeId, form: ReferenceForm): string | null;
  /** The word for a node of its type: "Kapitel", for a goal the name of its kind. Empty where there is none. */
  labelOf(id: NodeId): string;
}

/** Looks the nodes of a document up once; `numbering` is the document's own. */
export function createReferenceTexts(
  document: LeitbildDocument,
  profile: Profile,
  numbering: Numbering,
): ReferenceTexts {
  const targets = new Map<NodeId, { readonly node: LeitbildNode; readonly label: string }>();
  walk(document, (node, ancestors) => {
    if (isIdentified(node)) {
      targets.set(node.attrs.id, { node, label: labelOf(node, ancestors.at(-1), profile) });
    }
  });
  return {
    textOf(id, form) {
      const target = targets.get(id);
      if (!target) return null;
      const number = numbering.get(id)?.full ?? '';
      const title = plainText(headingOf(target.node)).trim();
      switch (form) {
        case 'number':
          return number || title || null;
        case 'title':
          return title || number || null;
        case 'label':
          return [target.label, number || title].filter((part) => part !== '').join('\u00a0') || null;
      }
    },
    labelOf: (id) => targets.get(id)?.label ?? '',
  };
}

function labelOf(node: LeitbildNode, parent: LeitbildNode | undefined, profile: Profile): string {
  switch (node.type) {
    case 'foreword':
    case 'preface':
    case 'chapter':
    case 'section':
    case 'actionField':
    case 'subpoint':
    case 'participants':
      return profile.labels[node.type];
    case 'goal':
      return parent?.type === 'goalGroup'
        ? (goalKindOf(profile, parent.attrs.kind)?.singular ?? parent.attrs.kind)
        : '';
    default:
      return '';
  }
}
