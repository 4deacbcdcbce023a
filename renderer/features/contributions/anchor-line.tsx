import { Text, UnstyledButton } from '@mantine/core';
import type { Anchor } from '../../../shared/contributions/anchor.ts';
import { resolveAnchor, type Resolution } from '../../../shared/contributions/resolve-anchor.ts';
import { useWords } from '../../client/use-words.ts';
import said from '../../ui/said.module.css';
import type { ContributionsAccess } from './contributions-access.tsx';
import classes from './contributions.module.css';

/** What a contribution is about, and openly so where it is no longer where it was. */
export function AnchorLine({
  access,
  anchor,
}: {
  readonly access: Pick<ContributionsAccess, 'flow' | 'nameOf' | 'goTo'>;
  readonly anchor: Anchor;
}) {
  const words = useWords().contributions;
  const flow = access.flow();
  const resolution = flow === null ? null : resolveAnchor(flow, anchor);
  const caution = resolution === null ? null : cautionOf(resolution, words.anchorStates);
  return (
    <div className={classes['anchor']}>
      {resolution?.state === 'gone' && resolution.within === null ? (
        <Text size="xs" c="dimmed">
          {access.nameOf(anchor)}
        </Text>
      ) : (
        <UnstyledButton className={classes['place'] ?? ''} onClick={() => access.goTo(anchor)}>
          {access.nameOf(anchor)}
        </UnstyledButton>
      )}
      {anchor.on === 'passage' && <q className={said['quote']}>{anchor.quote}</q>}
      {caution !== null && <p className={said['caution']}>{caution}</p>}
    </div>
  );
}

function cautionOf(
  resolution: Resolution,
  words: Readonly<Record<'changed' | 'moved' | 'gone' | 'ambiguous', string>>,
): string | null {
  switch (resolution.state) {
    case 'document':
    case 'in-place':
      return null;
    case 'gone':
      return resolution.ambiguous ? words.ambiguous : words.gone;
    default:
      return words[resolution.state];
  }
}
