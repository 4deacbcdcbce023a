import { useMemo } from 'react';
import type { Doc } from 'yjs';
import type { Anchor } from '../../../shared/contributions/anchor.ts';
import { makeAnchor } from '../../../shared/contributions/make-anchor.ts';
import { resolveAnchor } from '../../../shared/contributions/resolve-anchor.ts';
import { listDecisions } from '../../../shared/decisions/decisions-room.ts';
import { fail } from '../../../shared/errors/result.ts';
import type { InstitutionId, NodeId } from '../../../shared/ids/ids.ts';
import { readRound } from '../../../shared/rooms/phase-room.ts';
import type { Round } from '../../../shared/rounds/round.ts';
import { roundOf } from '../../../shared/rounds/rounds-room.ts';
import { textFlowOf, type TextFlow } from '../../../shared/text/text-flow.ts';
import { useRoom, useSession } from '../../client/session-context.tsx';
import { useReading } from '../../client/use-reading.ts';
import { useWords } from '../../client/use-words.ts';
import type { FrameAccess } from '../frame/frame-context.tsx';
import { nameOf } from '../outline/outline-lines.ts';
import type { ContributionsAccess } from './contributions-access.tsx';

/** What a delegate's window needs to take part in the current round. */
export function useParticipation(
  institution: InstitutionId,
  { editor, lines, phase, goTo }: Pick<FrameAccess, 'editor' | 'lines' | 'phase' | 'goTo'>,
): ContributionsAccess {
  const { overview } = useSession();
  const words = useWords();
  const own = useRoom(`contributions/${institution}`);
  const process = useRoom('process');
  const decisions = useRoom('decisions');
  const round = useReading(process.doc, currentRound);
  const records = useReading(decisions.doc, listDecisions);
  const { principal } = overview;
  return useMemo(() => {
    const flow = flowOf(editor);
    const ids = new Set(lines.map(({ id }) => id));
    const lineOf = (anchor: Anchor): NodeId | null => {
      const read = flow();
      const resolution = read === null ? null : resolveAnchor(read, anchor);
      if (read === null || resolution === null || !('place' in resolution)) return null;
      const own = read.spans.get(resolution.place.nodeId);
      // Later spans lie deeper.
      const around = [...read.spans.values()].filter(
        ({ id, from, to }) => own !== undefined && from <= own.from && own.to <= to && ids.has(id),
      );
      return around.at(-1)?.id ?? null;
    };
    return {
      doc: own.doc,
      ...{ institution, author: principal, round, takes: phase.contributions, decisions: records, flow },
      selection() {
        const read = flow();
        if (editor === null || read === null) return fail('empty');
        const { from, to } = editor.tiptap.state.selection;
        return makeAnchor(read, from, to);
      },
      lineOf,
      nameOf: (anchor) => {
        if (anchor.on === 'document') return words.contributions.wholeDocument;
        const id = lineOf(anchor);
        const line = lines.find((one) => one.id === id);
        return line === undefined ? words.contributions.quote : nameOf(line);
      },
      goTo(anchor) {
        const read = flow();
        if (anchor.on === 'document' || read === null) return;
        const resolution = resolveAnchor(read, anchor);
        if ('place' in resolution) goTo(resolution.place.nodeId, false);
      },
      now: () => `${new Date().toISOString().slice(0, 19)}Z`,
    };
  }, [own, institution, principal, round, phase.contributions, records, editor, lines, goTo, words]);
}

/** Reads the flow of the text once for each state of it. */
function flowOf(editor: FrameAccess['editor']): () => TextFlow | null {
  let known: { readonly of: object; readonly flow: TextFlow } | null = null;
  return () => {
    if (editor === null) return null;
    const document = editor.document();
    if (known?.of !== document) known = { of: document, flow: textFlowOf(document) };
    return known.flow;
  };
}

function currentRound(process: Doc): Round | null {
  const id = readRound(process);
  return id === null ? null : (roundOf(process, id) ?? null);
}
