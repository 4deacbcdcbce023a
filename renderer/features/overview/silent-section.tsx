import { Text } from '@mantine/core';
import { sizeOf, type Participation } from '../../../shared/overview/participation.ts';
import { useWords } from '../../client/use-words.ts';
import classes from './overview.module.css';
import { OverviewSection } from './overview-section.tsx';

/** Who is asked and of whom nothing stands. */
export function SilentSection({ participation }: { readonly participation: Participation }) {
  const words = useWords().overview.silent;
  const invited = participation.rows.filter(({ isInvited }) => isInvited);
  const silent = invited.filter(({ total }) => sizeOf(total) === 0);
  return (
    <OverviewSection title={`${words.title} (${String(silent.length)})`} hint={words.hint}>
      {silent.length === 0 ? (
        <Text>{invited.length === 0 ? words.nobody : words.empty}</Text>
      ) : (
        <ul className={classes['silent']}>
          {silent.map(({ institution, name }) => (
            <li key={institution}>{name}</li>
          ))}
        </ul>
      )}
    </OverviewSection>
  );
}
