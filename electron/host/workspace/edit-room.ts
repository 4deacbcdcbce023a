import type { Doc } from 'yjs';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import type { Workspace } from './workspace.ts';

/**
 * Changes a room of a workspace: loads it, lets `work` change it, and stores what it changed, in one transaction.
 * Nothing is stored where `work` throws. Returns what `work` returns.
 */
export function editRoom<T>(workspace: Workspace, room: RoomName, work: (doc: Doc) => T): T {
  const doc = workspace.rooms.load(room);
  try {
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    const value = work(doc);
    workspace.transaction(() => {
      for (const update of updates) workspace.rooms.append(room, update);
    });
    return value;
  } finally {
    doc.destroy();
  }
}

/** Reads a room of a workspace as it is stored. */
export function readStoredRoom<T>(workspace: Workspace, room: RoomName, work: (doc: Doc) => T): T {
  const doc = workspace.rooms.load(room);
  try {
    return work(doc);
  } finally {
    doc.destroy();
  }
}
