import { UnstyledButton } from '@mantine/core';
import { useWords } from '../../client/use-words.ts';
import { useFrame } from '../frame/frame-context.tsx';
import banner from '../status/status.module.css';
import { awaitingReply } from './awaiting-reply.ts';
import {
  useContributionsAccess,
  useDecided,
  useOwnContributions,
  type ContributionsAccess,
} from './contributions-access.tsx';

/** Tells delegates that moderation waits for what their institution says to proposed decisions, and leads there. */
export function AwaitingBanner() {
  const access = useContributionsAccess();
  return access !== null && <AwaitingOf access={access} />;
}

function AwaitingOf({ access }: { readonly access: ContributionsAccess }) {
  const words = useWords().contributions;
  const { open } = useFrame();
  const { length } = awaitingReply(access, useOwnContributions(access), useDecided(access));
  if (length === 0) return null;
  return (
    <div className={banner['banner']} data-kind="calm" role="status">
      <span className={banner['bannerText']}>{words.awaiting.banner(length)}</span>
      <UnstyledButton className={banner['bannerButton'] ?? ''} onClick={() => open('contributions')}>
        {words.awaiting.show}
      </UnstyledButton>
    </div>
  );
}
