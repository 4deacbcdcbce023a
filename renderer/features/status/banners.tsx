import { UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { CloseReason } from '../../../shared/host/close-reasons.ts';
import type { RoomClient } from '../../client/room-client.ts';
import { useRoomValue, useSession } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { EarlierBanner } from '../guest/earlier-banner.tsx';
import { useCommand } from '../palette/command-context.tsx';
import { LostFileBanner } from './lost-file-banner.tsx';
import { LostSharingBanner } from './lost-sharing-banner.tsx';
import { saveStateOf, type SaveState } from './save-state.ts';
import classes from './status.module.css';
import { useCopyOwn } from './use-copy-own.ts';
import { useHostState } from './use-host-state.ts';
import { useLostSharing } from './use-lost-sharing.ts';
import { useStorageFailure } from './use-storage-failed.ts';

export interface BannersProps {
  readonly room: RoomClient;
  readonly storageFailed: boolean;
  readonly mayWrite: boolean;
  /** Whether it is only the lock that keeps this person from writing. */
  readonly isLocked: boolean;
}

/** A connection that is back within so many milliseconds is not worth a word. */
const SHORT = 2_500;

/** After these one comes in again by opening the page anew; after the others it needs somebody else. */
const reloadable: ReadonlySet<CloseReason> = new Set([
  'message-invalid',
  'client-too-old',
  'too-large',
  'rate-limited',
  'client-id-taken',
]);

/** After these a guest's device need not keep anything any more. */
const final: ReadonlySet<CloseReason> = new Set(['revoked', 'token-expired', 'token-unknown']);

/** What stands between this window and the host, if anything does, and what to do about it. */
export function Banners({ room, storageFailed, mayWrite, isLocked }: BannersProps) {
  const words = useWords().status;
  const { place } = useSession();
  const state = useRoomValue(room, (now) => troubleOf(saveStateOf(now, storageFailed)));
  const reason = useRoomValue(room, (now) => now.reason);
  const hasPending = useRoomValue(room, (now) => now.connection === 'refused' && now.pending > 0);
  const [lasting] = useDebouncedValue(state, SHORT);
  const failure = useStorageFailure();
  const hostState = useHostState();
  const lostSharing = useLostSharing();
  const copyOwn = useCopyOwn();
  const unlock = useCommand('text.unlock');
  const unsent = useCommand('file.unsent');
  const forget = useCommand('file.forget');
  if (state === 'refused' && reason !== null && reason !== 'room-locked') {
    const { title, text } = words.refusals[reason];
    return (
      <div className={classes['banner']} role="alert">
        <span className={classes['bannerText']}>
          <strong>{title}.</strong> {text}
        </span>
        {hasPending && unsent === undefined && <BannerButton label={words.ownCopy} run={copyOwn} />}
        {unsent !== undefined && <BannerButton label={unsent.label} run={unsent.run} />}
        {reloadable.has(reason) && <BannerButton label={words.reload} run={() => window.location.reload()} />}
        {final.has(reason) && forget !== undefined && <BannerButton label={forget.label} run={forget.run} />}
      </div>
    );
  }
  if (failure === 'workspace-missing' && place.local) return <LostFileBanner />;
  if (state === 'storage-failed') {
    return (
      <div className={classes['banner']} role="alert">
        <span className={classes['bannerText']}>
          <strong>{words.storage.title}.</strong> {words.storage.text}
        </span>
        <BannerButton label={words.ownCopy} run={copyOwn} />
      </div>
    );
  }
  if (state === 'offline' && lasting === 'offline') {
    const { title, givenUp, guestWrites, guestUnsent, windowWrites, reads } = words.hostGone;
    const own = hostState === 'failed' ? givenUp : windowWrites;
    const text = !mayWrite ? reads : place.local ? own : guestWrites;
    return (
      <div className={classes['banner']} data-kind="calm" role="status">
        <span className={classes['bannerText']}>
          <strong>{title}.</strong> {text} {unsent !== undefined && guestUnsent}
        </span>
        {unsent !== undefined && <BannerButton label={unsent.label} run={unsent.run} />}
      </div>
    );
  }
  if (isLocked) {
    const { title, moderator, others } = words.lockedBanner;
    return (
      <div className={classes['banner']} data-kind="calm" role="status">
        <span className={classes['bannerText']}>
          <strong>{title}.</strong> {unlock === undefined ? others : moderator}
        </span>
        {unlock !== undefined && <BannerButton label={words.lockedBanner.unlock} run={unlock.run} />}
      </div>
    );
  }
  if (!place.local) return <EarlierBanner />;
  return lostSharing !== null && state !== 'offline' ? <LostSharingBanner lost={lostSharing} /> : null;
}

/** What there is a banner for; that something is just being saved is none. */
function troubleOf(state: SaveState): SaveState | null {
  return state === 'refused' || state === 'storage-failed' || state === 'offline' ? state : null;
}

function BannerButton({ label, run }: { readonly label: string; readonly run: () => void }) {
  return (
    <UnstyledButton className={classes['bannerButton'] ?? ''} onClick={run}>
      {label}
    </UnstyledButton>
  );
}
