import { UnstyledButton } from '@mantine/core';
import { useMemo, useState } from 'react';
import { deviceCopyName } from '../../client/device-copy.ts';
import { useSession } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { useFrame } from '../frame/frame-context.tsx';
import classes from '../status/status.module.css';
import { unsentIn, useDeviceCopies } from './use-unsent.ts';

/** Tells a guest with a new invitation what an earlier one has left unsent on the device, until it is put away. */
export function EarlierBanner() {
  const words = useWords();
  const { overview } = useSession();
  const frame = useFrame();
  const copies = useDeviceCopies(deviceCopyName(overview.principal, 'text'));
  const { changes } = useMemo(() => unsentIn(copies ?? []), [copies]);
  const [isAway, setAway] = useState(false);
  if (changes === 0 || isAway) return null;
  const { title, text, later } = words.guest.earlier;
  return (
    <div className={classes['banner']} data-kind="calm" role="status">
      <span className={classes['bannerText']}>
        <strong>{title(changes)}.</strong> {text}
      </span>
      <UnstyledButton className={classes['bannerButton'] ?? ''} onClick={() => frame.open('unsent')}>
        {words.palette.commands['file.unsent']}
      </UnstyledButton>
      <UnstyledButton className={classes['bannerButton'] ?? ''} onClick={() => setAway(true)}>
        {later}
      </UnstyledButton>
    </div>
  );
}
