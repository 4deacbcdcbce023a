import { useMemo, useState } from 'react';
import type { Anchor, PassageAnchor } from '../../../shared/contributions/anchor.ts';
import { makeAnchor, makeNodeAnchor } from '../../../shared/contributions/make-anchor.ts';
import { findNode } from '../../../shared/decisions/strike-node.ts';
import { nodeWords } from '../../../shared/decisions/text-blocks.ts';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { textFlowOf } from '../../../shared/text/text-flow.ts';
import { useWords } from '../../client/use-words.ts';
import type { LeitbildEditor } from '../../editor/index.ts';
import { useFrame } from '../frame/frame-context.tsx';
import { placeName } from './place-name.ts';
import type { Weighing } from './use-weighing.ts';

/** What a contribution that is written down is about. */
export interface EnteredPlace {
  /** One of the options. */
  readonly chosen: string;
  readonly choose: (option: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Null where the place has gone meanwhile. */
  readonly anchor: Anchor | null;
  /** The words that stand there today; empty for the whole document. */
  readonly read: string;
}

/** No id of a node begins like this. */
const PASSAGE = '#passage';
const WHOLE = '';
/** Characters of a passage that stand for it in the list. */
const SHORT = 60;

/**
 * The whole document, each place of it, and the words that are selected in the text, where there are any. At first it is
 * the place that is looked at; but the words that are selected, where they stand in it, or where no place is looked at.
 */
export function useEnteredPlace({ places, today }: Weighing, first: NodeId | null): EnteredPlace {
  const { weighing: words } = useWords();
  const { editor } = useFrame();
  const [passage] = useState(() => selectedPassage(editor));
  const isThere = passage !== null && (first === null || places.placeOf(passage.nodeId)?.id === first);
  const [chosen, choose] = useState<string>(isThere ? PASSAGE : (first ?? WHOLE));
  const options = useMemo(
    () => [
      { value: WHOLE, label: words.wholeDocument },
      ...(passage === null ? [] : [{ value: PASSAGE, label: words.enter.passage(short(passage.quote)) }]),
      ...places.all.map((one) => ({ value: one.id, label: placeName(one) })),
    ],
    [places, passage, words],
  );
  const about = useMemo((): Pick<EnteredPlace, 'anchor' | 'read'> => {
    if (chosen === WHOLE) return { anchor: { on: 'document' }, read: '' };
    if (chosen === PASSAGE) return { anchor: passage, read: passage?.quote ?? '' };
    const node = places.all.find(({ id }) => id === chosen)?.id;
    const found = node === undefined ? undefined : findNode(today.doc, node);
    const anchor = node === undefined ? undefined : makeNodeAnchor(today.flow, node);
    return { anchor: anchor ?? null, read: found === undefined ? '' : nodeWords(found.node) };
  }, [chosen, passage, places, today]);
  return { chosen, choose, options, ...about };
}

function selectedPassage(editor: LeitbildEditor | null): PassageAnchor | null {
  if (editor === null) return null;
  const { from, to } = editor.tiptap.state.selection;
  const made = makeAnchor(textFlowOf(editor.document()), from, to);
  return made.ok ? made.value : null;
}

function short(quote: string): string {
  const line = quote.replaceAll('\n', ' ');
  return line.length <= SHORT ? line : `${line.slice(0, SHORT).replace(/\s+\S*$/u, '')} …`;
}
