import { Tooltip } from '@mantine/core';
import type { Peer } from '../client/presence.ts';
import { useWords } from '../client/use-words.ts';
import classes from './peer-dots.module.css';

const MOST = 3;

/** Who is at a place, as small signs with their initials; the tooltip tells the names. */
export function PeerDots({
  peers,
  label,
}: {
  readonly peers: readonly Peer[];
  readonly label: (names: string) => string;
}) {
  const words = useWords().frame;
  if (peers.length === 0) return null;
  const names = peers.map((peer) => peerName(peer, words.unnamed)).join(', ');
  const shown = peers.slice(0, MOST);
  return (
    <Tooltip label={label(names)} withinPortal>
      <span className={classes['dots']} role="img" aria-label={label(names)}>
        {shown.map((peer) => (
          <span key={peer.client} className={classes['dot']} style={{ '--colour': peer.colour }}>
            {initials(peer.name)}
          </span>
        ))}
        {peers.length > MOST && <span className={classes['more']}>+{peers.length - MOST}</span>}
      </span>
    </Tooltip>
  );
}

/** Name and institution of somebody, or a word for those who gave none. */
export function peerName({ name, institution }: Peer, unnamed: string): string {
  const who = name === '' ? unnamed : name;
  return institution === '' ? who : `${who} (${institution})`;
}

/** At most two letters. */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /\p{L}/u.test(word));
  const first = words[0]?.[0] ?? '';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return `${first}${last}`.toLocaleUpperCase('de') || '?';
}
