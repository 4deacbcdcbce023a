import { Popover, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { Peer } from '../../client/presence.ts';
import { useWords } from '../../client/use-words.ts';
import { initials, peerName } from '../../ui/peer-dots.tsx';
import { nameOf } from '../outline/outline-lines.ts';
import { useFrame } from './frame-context.tsx';
import classes from './frame.module.css';

const MOST = 5;
/** As many have room beside the title on a phone. */
const MOST_ON_PHONES = 2;

/** Who is here, and on a click where each of them is. */
export function PeerAvatars() {
  const words = useWords().frame;
  const { peers, lines, goTo } = useFrame();
  const most = useMediaQuery('(max-width: 36em)', false, { getInitialValueInEffect: false })
    ? MOST_ON_PHONES
    : MOST;
  const others = peers.filter(({ isSelf }) => !isSelf);
  if (others.length === 0) return null;
  const shown = others.slice(0, most);
  const placeOf = (peer: Peer): string => {
    const line = lines.find(({ id }) => id === peer.place);
    return line === undefined ? words.reading : words.at(nameOf(line));
  };
  return (
    <Popover position="bottom-end" shadow="md" withArrow trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={classes['peers'] ?? ''}>
          <VisuallyHidden>{words.presence(peers.length)}</VisuallyHidden>
          {shown.map((peer) => (
            <span
              key={peer.client}
              className={classes['peer']}
              style={{ '--colour': peer.colour }}
              aria-hidden
            >
              {initials(peer.name)}
            </span>
          ))}
          {others.length > most && <span aria-hidden>+{others.length - most}</span>}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p="xs" miw={240}>
        <ul className={classes['peerList']}>
          {peers.map((peer) => {
            const name = peerName(peer, words.unnamed);
            const { place } = peer;
            return (
              <li key={peer.client}>
                <UnstyledButton
                  className={classes['peerLine'] ?? ''}
                  disabled={place === null || peer.isSelf}
                  onClick={() => {
                    if (place !== null) goTo(place, false);
                  }}
                >
                  <span className={classes['peer']} style={{ '--colour': peer.colour }} aria-hidden>
                    {initials(peer.name)}
                  </span>
                  <span>
                    <Text size="sm" fw={600}>
                      {peer.isSelf ? words.you(name) : name}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {placeOf(peer)}
                    </Text>
                  </span>
                </UnstyledButton>
              </li>
            );
          })}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
