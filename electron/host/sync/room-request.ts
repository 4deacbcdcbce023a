import type { CloseReason } from '../../../shared/host/close-reasons.ts';
import { isRoomName, type RoomName } from '../../../shared/rooms/rooms.ts';

/** The version of the protocol that this host speaks. Clients offer `leitbild` (version 1) or `leitbild-<version>`. */
const PROTOCOL_VERSION = 1;
const PROTOCOL = /^leitbild(?:-([0-9]{1,6}))?$/;
const MAX_TOKEN = 256;
const FOLDER = '/rooms/';

/** The room that a path names: `/rooms/<room>`, nothing encoded. */
export function roomOfPath(url: string): RoomName | null {
  const [path = ''] = url.split('?', 1);
  const name = path.startsWith(FOLDER) ? path.slice(FOLDER.length) : '';
  return isRoomName(name) ? name : null;
}

/**
 * The sub-protocol to answer with: the first offered that is ours. Where none is, the first at all, because a client
 * that is answered with none never hears why it was refused.
 */
export function chooseProtocol(offered: ReadonlySet<string>): string | false {
  const all = [...offered];
  return all.find((protocol) => PROTOCOL.test(protocol)) ?? all[0] ?? false;
}

/**
 * The token among the offered sub-protocols: `['leitbild', token]`. Browsers can send it nowhere else but in the URL,
 * where it would end up in logs.
 */
export function readToken(
  header: string | undefined,
): { readonly ok: true; readonly token: string } | { readonly ok: false; readonly reason: CloseReason } {
  const offered = (header ?? '').split(',', 8).map((entry) => entry.trim());
  const spoken = offered.flatMap((entry) => {
    const found = PROTOCOL.exec(entry);
    return found === null ? [] : [Number(found[1] ?? PROTOCOL_VERSION)];
  });
  const tokens = offered.filter((entry) => entry !== '' && !PROTOCOL.test(entry));
  if (spoken.length > 0 && !spoken.includes(PROTOCOL_VERSION)) {
    return { ok: false, reason: Math.max(...spoken) > PROTOCOL_VERSION ? 'host-too-old' : 'client-too-old' };
  }
  const [token] = tokens;
  if (spoken.length === 0 || token === undefined || tokens.length > 1 || token.length > MAX_TOKEN) {
    return { ok: false, reason: 'token-unknown' };
  }
  return { ok: true, token };
}
