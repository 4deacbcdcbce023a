import { deviceCopyNames } from './device-copy.ts';
import { forgottenPreferencesCookie } from './preferences.ts';

const CHANNEL = 'leitbild-forget';

/**
 * Deletes all that this program has left on the device for the address of the page: copies of rooms, the invitation's
 * token, the preferences with the name. Whatever rooms this window has open must have been closed before; other
 * windows are told to close theirs, and `onWaiting` is called where one of them does not.
 */
export async function forgetDevice(window: Window, onWaiting: () => void): Promise<void> {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
  const names = await deviceCopyNames(window.indexedDB);
  await Promise.all(names.map((name) => deleteDatabase(window.indexedDB, name, onWaiting)));
  window.sessionStorage.clear();
  window.localStorage.clear();
  window.document.cookie = forgottenPreferencesCookie;
}

/** Calls back when another window of this address has been asked to forget the device. */
export function onForgetting(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', listener);
  return () => channel.close();
}

function deleteDatabase(databases: IDBFactory, name: string, onBlocked: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = databases.deleteDatabase(name);
    // It goes on by itself once the last window that holds it has let go.
    request.addEventListener('blocked', onBlocked);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(request.error ?? new Error(name)));
  });
}
