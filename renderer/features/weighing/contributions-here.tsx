import { Button, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { isOpen } from '../../../shared/weighing/weighing-rows.ts';
import { useWords } from '../../client/use-words.ts';
import { useFrame } from '../frame/frame-context.tsx';
import { PanelSection } from '../goal-panel/panel-section.tsx';
import { useWeighing } from './use-weighing.ts';

/** In the side panel of moderators: how many contributions there are on a goal or part, and the way to weigh them. */
export function ContributionsHere({ node }: { readonly node: NodeId }) {
  const words = useWords().weighing.panel;
  const { open } = useFrame();
  const weighing = useWeighing();
  const rows = useMemo(
    () => weighing?.rows.filter(({ place }) => place?.id === node) ?? [],
    [weighing, node],
  );
  return (
    <PanelSection title={words.title}>
      <Text size="sm">{words.count(rows.length, rows.filter(isOpen).length)}</Text>
      {rows.some(({ isConflicting }) => isConflicting) && (
        <Text size="sm" c="dimmed">
          {words.conflicts}
        </Text>
      )}
      {rows.length > 0 && (
        <Button size="compact-sm" variant="light" mt={6} onClick={() => open('weighingHere')}>
          {words.open}
        </Button>
      )}
    </PanelSection>
  );
}
