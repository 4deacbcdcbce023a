import { Tabs } from '@mantine/core';
import { useState } from 'react';
import type { InstitutionId } from '../../../shared/ids/ids.ts';
import { useWords } from '../../client/use-words.ts';
import { FullView } from '../../ui/full-view.tsx';
import type { ViewProps } from '../frame/view-props.ts';
import classes from './packages.module.css';
import { SendPackages } from './send-packages.tsx';
import { SentList } from './sent-list.tsx';
import { TakeAnswers } from './take-answers.tsx';
import { useSentPackages } from './use-sent-packages.ts';

const none: ReadonlySet<InstitutionId> = new Set();

/** Sends rounds to institutions without a connection, and takes the answers that come back. */
export function PackagesView({ onClose, onJump }: ViewProps) {
  const { packages: words } = useWords();
  const sent = useSentPackages();
  const [tab, setTab] = useState('send');
  const [chosen, setChosen] = useState(none);
  const show = (next: string | null): void => {
    setTab(next ?? 'send');
    // An answer that was taken meanwhile is to be seen there.
    if (next === 'sent') void sent.reload();
  };
  return (
    <FullView title={words.title} closeLabel={words.close} onClose={onClose}>
      <Tabs value={tab} onChange={show} keepMounted className={classes['view'] ?? ''}>
        <Tabs.List aria-label={words.title}>
          <Tabs.Tab value="send">{words.send}</Tabs.Tab>
          <Tabs.Tab value="sent">{words.sentTab}</Tabs.Tab>
          <Tabs.Tab value="take">{words.take}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="send" className={classes['pane'] ?? ''}>
          <SendPackages sent={sent} chosen={chosen} onChoose={setChosen} />
        </Tabs.Panel>
        <Tabs.Panel value="sent" className={classes['pane'] ?? ''}>
          <SentList
            sent={sent}
            onAnother={(institution) => {
              setChosen(new Set([institution]));
              show('send');
            }}
          />
        </Tabs.Panel>
        <Tabs.Panel value="take" className={classes['pane'] ?? ''}>
          <TakeAnswers
            onJump={(node) => {
              onJump(node);
              onClose();
            }}
          />
        </Tabs.Panel>
      </Tabs>
    </FullView>
  );
}
