import type { Session } from 'electron';
import type { OwnAddresses } from './own-addresses.ts';

/**
 * Closes a session: no request but to the desk and the hosts of open files, no permission for anything, no download, no
 * proxy that would be asked for, and no dictionary from elsewhere.
 */
export async function secureSession(session: Session, own: OwnAddresses): Promise<void> {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isInternal(details.url) && !own.mayRequest(details.url) });
  });
  session.setPermissionRequestHandler((contents, permission, answer) => {
    // Copying is done by the page's own button; the projector fills its screen.
    const granted = permission === 'clipboard-sanitized-write' || permission === 'fullscreen';
    answer(granted && own.isOwnPage(contents.getURL()));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => {
    return (
      (permission === 'clipboard-sanitized-write' || permission === 'fullscreen') && own.isOwnPage(origin)
    );
  });
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event, item) => {
    if (!own.mayRequest(item.getURL())) event.preventDefault();
  });
  session.setSpellCheckerEnabled(false);
  await session.setProxy({ mode: 'direct' });
}

/** What Chromium loads from its own binary. */
function isInternal(url: string): boolean {
  return url.startsWith('devtools:') || url.startsWith('chrome-extension:');
}
