import { Text } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../client/use-words.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { FullView } from '../../ui/full-view.tsx';
import { useFrame } from '../frame/frame-context.tsx';
import type { ViewProps } from '../frame/view-props.ts';
import type { DeskTarget } from './desk-target.ts';
import { useDrafts } from './use-drafts.ts';
import { useWeighing } from './use-weighing.ts';
import { WeighingPages } from './weighing-pages.tsx';

/** All contributions, to be weighed. */
export function WeighingView(props: ViewProps) {
  return <Weighed {...props} starts={null} />;
}

/** The same, open at the goal or part in which the caret stands. */
export function WeighingHere(props: ViewProps) {
  const { selected } = useFrame();
  return <Weighed {...props} starts={selected === null ? null : { kind: 'place', place: selected }} />;
}

function Weighed({ onClose, onJump, starts }: ViewProps & { readonly starts: DeskTarget | null }) {
  const words = useWords().weighing;
  const weighing = useWeighing();
  const [target, setTarget] = useState<DeskTarget | null>(starts);
  const [isEntering, setEntering] = useState(false);
  const drafts = useDrafts();
  /** What is to be done once it is clear that what was begun may go. */
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const leave = (then: () => void): void => {
    if (drafts.isBegun) setLeaving(() => then);
    else then();
  };
  return (
    <FullView
      title={words.title}
      closeLabel={words.close}
      onClose={() => leave(onClose)}
      // From a desk it leads back to the table.
      closeOnEscape={target === null && !isEntering && leaving === null}
    >
      {weighing === null ? (
        <Text p="lg">{words.loading}</Text>
      ) : (
        <WeighingPages
          {...{ weighing, target, isEntering, drafts }}
          onTarget={setTarget}
          onEnter={setEntering}
          onShow={(node) =>
            leave(() => {
              onClose();
              onJump(node);
            })
          }
        />
      )}
      {leaving !== null && (
        <AskDialog {...words.leave} onConfirm={leaving} onClose={() => setLeaving(null)} />
      )}
    </FullView>
  );
}
