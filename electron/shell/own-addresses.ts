import type { LocalDoor } from '../../shared/api/app-address.ts';

/** Which addresses are the program's own: its desk and the hosts of its open files, on this machine. */
export interface OwnAddresses {
  /** Whether a page of ours may be loaded from there, or is. */
  isOwnPage(address: string): boolean;
  /** Whether a page of ours may fetch from there; nothing else ever leaves a window. */
  mayRequest(address: string): boolean;
}

/** Asks each time, because hosts come and go. */
export function createOwnAddresses(doors: () => readonly Pick<LocalDoor, 'url'>[]): OwnAddresses {
  const isOwn = (origin: string): boolean => doors().some(({ url }) => new URL(url).origin === origin);
  return {
    isOwnPage: (address) => {
      const url = parse(address);
      return url !== null && url.protocol === 'http:' && isOwn(url.origin);
    },
    mayRequest(address) {
      const url = parse(address);
      if (url === null) return false;
      if (url.protocol === 'data:') return true;
      // A blob belongs to the page that made it.
      if (url.protocol === 'blob:') return isOwn(url.origin);
      if (url.protocol === 'ws:') return isOwn(`http://${url.host}`);
      return url.protocol === 'http:' && isOwn(url.origin);
    },
  };
}

/** Whether an address may be handed to the user's own programs: a web page or an e-mail, and without a password in it. */
export function isExternalAddress(address: string): boolean {
  const url = parse(address);
  if (url === null || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || url.protocol === 'mailto:';
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
