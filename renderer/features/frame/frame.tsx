import { useRoom } from '../../client/session-context.tsx';

/** Outline, text and panel of a workspace. */
export function Frame() {
  const room = useRoom('text');
  return <main>{room?.name}</main>;
}
