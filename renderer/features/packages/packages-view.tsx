import { Tabs } from '@mantine/core';
import { useWords } from '../../client/use-words.ts';
import { FullView } from '../../ui/full-view.tsx';
import type { ViewProps } from '../frame/view-props.ts';
import classes from './packages.module.css';
import { SendPackages } from './send-packages.tsx';
import { TakeAnswers } from './take-answers.tsx';

/** Sends rounds to institutions without a connection, and takes the answers that come back. */
export function PackagesView({ onClose, onJump }: ViewProps) {
  const { packages: words } = useWords();
  return (
    <FullView title={words.title} closeLabel={words.close} onClose={onClose}>
      <Tabs defaultValue="send" keepMounted className={classes['view'] ?? ''}>
        <Tabs.List aria-label={words.title}>
          <Tabs.Tab value="send">{words.send}</Tabs.Tab>
          <Tabs.Tab value="take">{words.take}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="send" className={classes['pane'] ?? ''}>
          <SendPackages />
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
