import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '../../../shared/errors/errors.ts';
import { useApi } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { useFrame } from '../frame/frame-context.tsx';
import classes from './status.module.css';
import type { LostSharing } from './use-lost-sharing.ts';

/** Says that guests wait since a crash, and offers to share again or to leave it. */
export function LostSharingBanner({ lost }: { readonly lost: NonNullable<LostSharing> }) {
  const words = useWords();
  const { title, text, resume, leave } = words.sharing.lost;
  const api = useApi();
  const frame = useFrame();
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<AppError | null>(null);
  const carryOut = async (again: boolean): Promise<void> => {
    setBusy(true);
    const answer = again
      ? await api('sharing.start', { port: null, tls: lost.last?.tls ?? true })
      : await api('sharing.stop', {});
    setBusy(false);
    setFailed(answer.ok ? null : answer.error);
    // The dialog tells that links given out lead nowhere, and makes new ones.
    if (answer.ok && answer.value.state === 'on' && answer.value.moved) frame.open('sharing');
  };
  return (
    <div className={classes['banner']} role="alert">
      <span className={classes['bannerText']}>
        <strong>{title}.</strong> {failed === null ? text : words.describe(failed)}
      </span>
      <UnstyledButton
        className={classes['bannerButton'] ?? ''}
        disabled={isBusy}
        onClick={() => void carryOut(true)}
      >
        {resume}
      </UnstyledButton>
      <UnstyledButton
        className={classes['bannerButton'] ?? ''}
        disabled={isBusy}
        onClick={() => void carryOut(false)}
      >
        {leave}
      </UnstyledButton>
    </div>
  );
}
