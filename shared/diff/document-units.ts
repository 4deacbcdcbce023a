import { canonicalJson } from '../editions/canonical-json.ts';
import type { NodeId } from '../ids/ids.ts';
import type { IdentifiedNode, LeitbildDocument, LeitbildNode, Reference } from '../schema/document.ts';
import { childrenOf, isIdentified } from '../schema/walk.ts';

/** A node that readers would call one thing, with the text that is its own. */
export interface DocumentUnit {
  readonly id: NodeId;
  readonly type: IdentifiedNode['type'];
  readonly origins: readonly NodeId[];
  /** Kind of goal, for groups and the goals in them; otherwise empty. */
  readonly goalKind: string;
  /** The unit it stands in; `null` at the top. */
  readonly parent: NodeId | null;
  /** Place among the units of its parent, from 0. */
  readonly index: number;
  /** Its own text, without that of the units in it; paragraphs are separated by a line feed. */
  readonly text: string;
  /** What differs where the words do not: marks, links, targets of references. Equal for equal content. */
  readonly form: string;
}

/** What a reference prints. */
export type ReferenceTextOf = (reference: Reference['attrs']) => string;

/**
 * Takes a document apart into its units in document order. Every identified node is a unit but the paragraphs of a
 * goal or subpoint and the first of a list item: those are that node's own text. References are form and not words,
 * unless `referenceText` says what each prints.
 */
export function unitsOf(
  document: LeitbildDocument,
  referenceText: ReferenceTextOf = () => '',
): readonly DocumentUnit[] {
  const units: DocumentUnit[] = [];
  const counters = new Map<NodeId | null, number>();

  const visit = (node: LeitbildNode, parent: IdentifiedNode | null, goalKind: string): void => {
    const isUnit = isIdentified(node) && !isOwnText(node, parent);
    let above = parent;
    let kind = goalKind;
    if (isUnit) {
      if (node.type === 'goalGroup') kind = node.attrs.kind;
      const parentId = parent?.attrs.id ?? null;
      const index = counters.get(parentId) ?? 0;
      counters.set(parentId, index + 1);
      const { text, form } = ownContent(node, referenceText);
      units.push({
        id: node.attrs.id,
        type: node.type,
        origins: node.attrs.origins,
        goalKind: node.type === 'goal' || node.type === 'goalGroup' ? kind : '',
        parent: parentId,
        index,
        text,
        form,
      });
      above = node;
    }
    for (const child of childrenOf(node)) visit(child, above, kind);
  };
  visit(document, null, '');
  return units;
}

function isOwnText(node: IdentifiedNode, parent: IdentifiedNode | null): boolean {
  if (node.type !== 'paragraph') return false;
  return parent?.type === 'goal' || parent?.type === 'subpoint' || parent?.type === 'listItem';
}

function ownContent(
  unit: IdentifiedNode,
  referenceText: ReferenceTextOf,
): { readonly text: string; readonly form: string } {
  let text = '';
  const form: unknown[] = [];
  const collect = (node: LeitbildNode): void => {
    if (node.type === 'text') {
      text += node.text;
      if (node.marks) form.push([text.length, node.marks]);
    } else if (node.type === 'hardBreak') text += '\n';
    else if (node.type === 'reference') {
      form.push([text.length, node.attrs]);
      text += referenceText(node.attrs);
    } else if (isIdentified(node) && node !== unit && !isOwnText(node, unit)) return;
    else for (const child of childrenOf(node)) collect(child);
    if (node !== unit && BLOCKS.has(node.type) && !text.endsWith('\n')) text += '\n';
  };
  if (unit.type === 'foreword') form.push(unit.attrs.portrait);
  collect(unit);
  return { text: text.trimEnd(), form: canonicalJson(form) };
}

const BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'signatureName', 'signatureOffice']);
