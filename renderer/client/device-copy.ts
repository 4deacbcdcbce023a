import { IndexeddbPersistence } from 'y-indexeddb';
import { Doc, encodeStateAsUpdate } from 'yjs';
import type { RoomName } from '../../shared/rooms/rooms.ts';
import { createCopyNotes, type CopyNotes } from './copy-notes.ts';

const PREFIX = 'leitbild/';
const TEXT = '/text';

/** Name of the copy of a room that a guest's device keeps. */
export function deviceCopyName(principal: string, room: RoomName): string {
  return `${PREFIX}${principal}/${room}`;
}

/** A text that this device keeps, as it was left. */
export interface DeviceCopy extends CopyNotes {
  readonly name: string;
  readonly own: Uint8Array;
}

/** Names of all copies that this device keeps for the address of the page. */
export async function deviceCopyNames(databases: IDBFactory): Promise<readonly string[]> {
  const found = await databases.databases();
  return found.flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name] : []));
}

/** Reads the texts that this device keeps, but not the one that is open under the name `except`. */
export async function readDeviceCopies(
  databases: IDBFactory,
  except: string | null,
): Promise<readonly DeviceCopy[]> {
  const names = await deviceCopyNames(databases);
  return Promise.all(names.filter((name) => name.endsWith(TEXT) && name !== except).map(readCopy));
}

async function readCopy(name: string): Promise<DeviceCopy> {
  const doc = new Doc();
  const kept = new IndexeddbPersistence(name, doc);
  await kept.whenSynced;
  const beside = createCopyNotes(kept);
  const copy = { name, own: encodeStateAsUpdate(doc), ...(await beside.read()) };
  await kept.destroy();
  doc.destroy();
  return copy;
}
