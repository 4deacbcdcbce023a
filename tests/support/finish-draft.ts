import { nodeId, type NodeId } from '../../shared/ids/ids.ts';
import type { LeitbildDocument, ReferenceForm } from '../../shared/schema/document.ts';

/**
 * Draft of a node: as in the document, but without its id (numbered afterwards, in document order) and with the
 * target of a reference as a number that picks one of the existing ids.
 */
export type Draft = { readonly type: string } & Readonly<Record<string, unknown>>;

const referable = new Set(['chapter', 'section', 'actionField', 'goal', 'foreword', 'preface']);

function childrenOf(draft: Draft): readonly Draft[] {
  return (draft['content'] as readonly Draft[] | undefined) ?? [];
}

function withChildren(draft: Draft, children: readonly Draft[]): Draft {
  const entries = Object.entries(draft).filter(([key]) => key !== 'content');
  return {
    ...Object.fromEntries(entries),
    type: draft.type,
    ...(children.length > 0 ? { content: children } : {}),
  };
}

function sameMarks(left: Draft, right: Draft): boolean {
  return JSON.stringify(left['marks'] ?? []) === JSON.stringify(right['marks'] ?? []);
}

/** Rebuilds a tree bottom-up: `change` returns null to drop a node. Neighbouring text of the same marks becomes one node. */
export function rebuild(draft: Draft, change: (draft: Draft) => Draft | null): Draft | null {
  const children: Draft[] = [];
  for (const child of childrenOf(draft)) {
    const rebuilt = rebuild(child, change);
    const last = children.at(-1);
    if (rebuilt === null) continue;
    if (last?.type === 'text' && rebuilt.type === 'text' && sameMarks(last, rebuilt)) {
      children[children.length - 1] = { ...last, text: `${String(last['text'])}${String(rebuilt['text'])}` };
    } else children.push(rebuilt);
  }
  return change(withChildren(draft, children));
}

/** Numbers the nodes in document order and points references at what exists; they vanish where nothing does. */
export function finishDraft(root: Draft): LeitbildDocument {
  let next = 0;
  const targets: NodeId[] = [];
  const number = (draft: Draft): Draft => {
    const attrs = draft['attrs'] as object | undefined;
    const id = attrs !== undefined && 'origins' in attrs ? nodeId(`n${String(++next)}`) : null;
    if (id !== null && referable.has(draft.type)) targets.push(id);
    const numbered = withChildren(draft, childrenOf(draft).map(number));
    return id === null ? numbered : { ...numbered, attrs: { id, ...attrs } };
  };
  const point = (draft: Draft): Draft | null => {
    if (draft.type !== 'reference') return draft;
    const { pick, form } = draft['attrs'] as { pick: number; form: ReferenceForm };
    const target = targets[pick % Math.max(targets.length, 1)];
    return target === undefined ? null : { type: 'reference', attrs: { target, form } };
  };
  return rebuild(number(root), point) as unknown as LeitbildDocument;
}

/** The document without references to what it no longer holds. */
export function withoutDeadReferences(document: LeitbildDocument): LeitbildDocument {
  const ids = new Set<unknown>();
  const root = document as unknown as Draft;
  rebuild(root, (draft) => {
    ids.add((draft['attrs'] as { id?: string } | undefined)?.id);
    return draft;
  });
  const alive = (draft: Draft): Draft | null =>
    draft.type !== 'reference' || ids.has((draft['attrs'] as { target: string }).target) ? draft : null;
  return rebuild(root, alive) as unknown as LeitbildDocument;
}
