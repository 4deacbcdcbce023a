import {
  readDeskIntent,
  readWorkspaceIntent,
  type DeskIntent,
  type WorkspaceIntent,
} from '../../shared/api/app-address.ts';
import { isNewerJoinLink, readJoinLink } from '../../shared/api/join-link.ts';

/** Where and as whom the page was opened. */
export type Place =
  | {
      readonly kind: 'desk';
      readonly base: string;
      readonly token: string;
      /** What the start screen is to do at once; null after a reload, so that nothing is done twice. */
      readonly intent: DeskIntent | null;
    }
  | {
      readonly kind: 'workspace';
      readonly base: string;
      readonly token: string;
      /** The window of the host's own machine; otherwise somebody with an invitation. */
      readonly local: boolean;
      /** Where the start screen of this machine is; null for guests. */
      readonly desk: { readonly url: string; readonly secret: string } | null;
      /** What the window is to do at once; null after a reload. */
      readonly intent: WorkspaceIntent | null;
    }
  /** A link that cannot be one of ours, such as a mistyped one, or one that only a newer program reads. */
  | { readonly kind: 'unknown'; readonly isNewer: boolean }
  /** Opened by hand or from the browser's history: the address tells nothing, and this tab knows nobody. */
  | { readonly kind: 'signed-out' };

const KEY = 'leitbild-place';

/**
 * Reads the address that the page was opened by. What is secret in it goes into the storage of this tab, so that a
 * reload finds it, and is removed from the address and its history entry.
 */
export function readPlace(window: Window): Place {
  const { location, sessionStorage, history, document } = window;
  const app = document.querySelector('meta[name="leitbild-app"]')?.getAttribute('content');
  const fresh = placeOf(location.origin, location.pathname, location.hash, app === 'desk');
  if (fresh !== null) {
    if (fresh.kind !== 'unknown') sessionStorage.setItem(KEY, JSON.stringify({ ...fresh, intent: null }));
    else sessionStorage.removeItem(KEY);
    history.replaceState(null, '', '/');
    return fresh;
  }
  const kept = sessionStorage.getItem(KEY);
  return kept === null ? { kind: 'signed-out' } : (JSON.parse(kept) as Place);
}

/** What an address says; null where it says nothing and what the tab knows holds. */
function placeOf(base: string, path: string, hash: string, isDesk: boolean): Place | null {
  if (path === '/join') {
    const address = `${base}/join${hash}`;
    const link = readJoinLink(address);
    if (link === null) return { kind: 'unknown', isNewer: isNewerJoinLink(address) };
    return { kind: 'workspace', base, token: link.token, local: false, desk: null, intent: null };
  }
  const parts = new URLSearchParams(hash.slice(1));
  const secret = parts.get('secret');
  if (secret === null) return null;
  if (isDesk) return { kind: 'desk', base, token: secret, intent: readDeskIntent(hash) };
  const url = parts.get('desk');
  const deskSecret = parts.get('deskSecret');
  const desk = url !== null && deskSecret !== null && isLoopback(url) ? { url, secret: deskSecret } : null;
  return { kind: 'workspace', base, token: secret, local: true, desk, intent: readWorkspaceIntent(hash) };
}

/** A start screen is only ever looked for on this machine. */
function isLoopback(url: string): boolean {
  return /^http:\/\/127\.0\.0\.1:\d{1,5}\/?$/.test(url);
}
