import type { Anchor } from '../../../shared/contributions/anchor.ts';
import { makeAnchor } from '../../../shared/contributions/make-anchor.ts';
import { nodeOfResolution, resolveAnchor } from '../../../shared/contributions/resolve-anchor.ts';
import { fail } from '../../../shared/errors/result.ts';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { textFlowOf, type TextFlow } from '../../../shared/text/text-flow.ts';
import type { LeitbildEditor } from '../../editor/index.ts';
import type { AppWords } from '../../words/app-words.ts';
import { nameOf, type OutlineLine } from '../outline/outline-lines.ts';
import type { ContributionsAccess } from './contributions-access.tsx';

/** How places of the text that an editor shows are found, named and shown; see `ContributionsAccess`. */
export function textPlaces(
  editor: LeitbildEditor | null,
  lines: readonly OutlineLine[],
  show: (node: NodeId) => void,
  words: AppWords,
): Pick<ContributionsAccess, 'flow' | 'selection' | 'lineOf' | 'nameOf' | 'goTo' | 'now'> {
  const flow = flowOf(editor);
  const ids = new Set(lines.map(({ id }) => id));
  const lineOf = (anchor: Anchor): NodeId | null => {
    const read = flow();
    const resolution = read === null ? null : resolveAnchor(read, anchor);
    const node = resolution === null ? null : nodeOfResolution(resolution);
    if (read === null || node === null) return null;
    const own = read.spans.get(node);
    // Later spans lie deeper.
    const around = [...read.spans.values()].filter(
      ({ id, from, to }) => own !== undefined && from <= own.from && own.to <= to && ids.has(id),
    );
    return around.at(-1)?.id ?? null;
  };
  return {
    flow,
    lineOf,
    selection() {
      const read = flow();
      if (editor === null || read === null) return fail('empty');
      const { from, to } = editor.tiptap.state.selection;
      return makeAnchor(read, from, to);
    },
    nameOf: (anchor) => {
      if (anchor.on === 'document') return words.contributions.wholeDocument;
      const id = lineOf(anchor);
      const line = lines.find((one) => one.id === id);
      return line === undefined ? words.contributions.quote : nameOf(line);
    },
    goTo(anchor) {
      const read = flow();
      if (anchor.on === 'document' || read === null) return;
      const node = nodeOfResolution(resolveAnchor(read, anchor));
      if (node !== null) show(node);
    },
    now: () => `${new Date().toISOString().slice(0, 19)}Z`,
  };
}

/** Reads the flow of the text once for each state of it. */
function flowOf(editor: LeitbildEditor | null): () => TextFlow | null {
  let known: { readonly of: object; readonly flow: TextFlow } | null = null;
  return () => {
    if (editor === null) return null;
    const document = editor.document();
    if (known?.of !== document) known = { of: document, flow: textFlowOf(document) };
    return known.flow;
  };
}
