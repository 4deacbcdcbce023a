import { Button, Group } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { useWords } from '../../client/use-words.ts';
import { Message } from '../../ui/message.tsx';
import { ForgetQuestion } from './forget-question.tsx';
import { Forgotten } from './forgotten.tsx';
import { UnsentAlert } from './unsent-alert.tsx';
import { unsentIn, useDeviceCopies } from './use-unsent.ts';

export interface OutsideMessageProps {
  readonly title: string;
  /** What happened and what to do. */
  readonly children: ReactNode;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/**
 * The page of somebody whose link does not let in. What they wrote here before and the host does not have can be kept
 * as a file, and the device can forget all of it.
 */
export function OutsideMessage({ title, children, action }: OutsideMessageProps) {
  const words = useWords().guest;
  const copies = useDeviceCopies(null);
  const unsent = useMemo(() => unsentIn(copies ?? []), [copies]);
  const [stage, setStage] = useState<'message' | 'asking' | 'forgetting'>('message');
  if (stage === 'forgetting') return <Forgotten close={nothingOpen} />;
  return (
    <Message
      title={title}
      {...(action !== undefined && { action })}
      more={
        copies !== null &&
        copies.length > 0 && (
          <>
            <UnsentAlert unsent={unsent}>{words.unsent.outside}</UnsentAlert>
            <Group>
              <Button variant="default" onClick={() => setStage('asking')}>
                {words.forget.open}
              </Button>
            </Group>
            {stage === 'asking' && (
              <ForgetQuestion
                unsent={unsent}
                onForget={() => setStage('forgetting')}
                onClose={() => setStage('message')}
              />
            )}
          </>
        )
      }
    >
      {children}
    </Message>
  );
}

const nothingOpen = (): Promise<void> => Promise.resolve();
