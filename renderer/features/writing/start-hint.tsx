import { Button, Group, Text, Title } from '@mantine/core';
import { useWords } from '../../client/use-words.ts';
import { useFrame } from '../frame/frame-context.tsx';
import { useCommand } from '../palette/command-context.tsx';
import { AddMenu } from './add-menu.tsx';
import classes from './writing.module.css';

/** So few lines has a text that was only just begun. */
const FEW = 3;

/** What to do first, before a text that has no goals and hardly a line; nothing once there are. */
export function StartHint() {
  const { start: words } = useWords().writing;
  const { editor, mayWrite, lines } = useFrame();
  const open = useCommand('file.import');
  if (editor === null || !mayWrite || lines.length > FEW) return null;
  if (lines.some(({ type, title }) => type === 'goal' || (type !== 'chapter' && title !== ''))) return null;
  return (
    <section className={classes['start']} aria-labelledby="start-hint">
      <Title order={2} size="h5" id="start-hint">
        {words.title}
      </Title>
      <Text size="sm" mt={4} mb="sm">
        {words.text}
      </Text>
      <Group gap="sm">
        <AddMenu isProminent />
        {open !== undefined && (
          <Button size="compact-md" variant="default" onClick={open.run}>
            {words.import}
          </Button>
        )}
      </Group>
    </section>
  );
}
