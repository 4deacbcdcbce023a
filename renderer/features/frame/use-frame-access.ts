import { useMemo } from 'react';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { hasProjector, project } from '../../client/presence.ts';
import { useSession } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { offerProjector } from '../projector/open-projector.tsx';
import type { FrameAccess } from './frame-context.tsx';

/** What the frame has found out itself: the rest follows from who this person is. */
type Known = Omit<FrameAccess, 'isModerator' | 'seesHistory' | 'project'>;

/** What the parts of the window share; the same object until something of it changes. */
export function useFrameAccess(known: Known, onProjectHere: () => void): FrameAccess {
  const { room, editor, text, lines, selected, peers, phase, mayWrite, projected, open, goTo, announce } =
    known;
  const { role } = useSession().overview;
  const words = useWords();
  return useMemo(
    () => ({
      ...{ room, editor, text, lines, selected, peers, phase, mayWrite, projected, open, goTo, announce },
      isModerator: role === 'moderator',
      seesHistory: role === 'moderator' || role === 'editor',
      project(id: NodeId | null) {
        project(room.awareness, id);
        if (id !== null && !hasProjector(room.awareness)) offerProjector(onProjectHere, words);
      },
    }),
    [
      room,
      editor,
      text,
      lines,
      selected,
      peers,
      phase,
      mayWrite,
      projected,
      open,
      goTo,
      announce,
      role,
      onProjectHere,
      words,
    ],
  );
}
