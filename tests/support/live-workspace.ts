import type { Doc } from 'yjs';
import type { RoomEditor } from '../../electron/host/contributions/submission-desk.ts';
import type { Workspace } from '../../electron/host/workspace/workspace.ts';
import type { RoomName } from '../../shared/rooms/rooms.ts';

/** Rooms that stay in memory, as a running host has them: each change is stored, then told to `onCommitted`. */
export interface LiveWorkspace extends RoomEditor {
  /** Names of the rooms that were asked for, in order. */
  readonly asked: RoomName[];
  onCommitted: (room: RoomName, doc: Doc) => void;
  close(): void;
}

export function liveWorkspace(workspace: Workspace): LiveWorkspace {
  const docs = new Map<RoomName, Doc>();
  const live: LiveWorkspace = {
    asked: [],
    onCommitted: () => undefined,
    edit(room, work) {
      live.asked.push(room);
      const doc = docs.get(room) ?? workspace.rooms.load(room);
      docs.set(room, doc);
      const updates: Uint8Array[] = [];
      const keep = (update: Uint8Array): void => void updates.push(update);
      doc.on('update', keep);
      try {
        const value = work(doc);
        if (updates.length === 0) return value;
        workspace.transaction(() => {
          for (const update of updates) workspace.rooms.append(room, update);
        });
        live.onCommitted(room, doc);
        return value;
      } finally {
        doc.off('update', keep);
      }
    },
    editTogether(rooms, work, keep) {
      live.asked.push(...rooms);
      const own = new Map(rooms.map((room) => [room, docs.get(room) ?? workspace.rooms.load(room)]));
      const updates: { readonly room: RoomName; readonly update: Uint8Array }[] = [];
      const stops = Array.from(own, ([room, doc]) => {
        docs.set(room, doc);
        const collect = (update: Uint8Array): void => void updates.push({ room, update });
        doc.on('update', collect);
        return () => doc.off('update', collect);
      });
      try {
        const value = work((room) => {
          const doc = own.get(room);
          if (doc === undefined) throw new Error(`the room ${room} was not named`);
          return doc;
        });
        workspace.transaction(() => {
          for (const { room, update } of updates) workspace.rooms.append(room, update);
          if (updates.length > 0) keep(value);
        });
        for (const [room, doc] of own) {
          if (updates.some((one) => one.room === room)) live.onCommitted(room, doc);
        }
        return value;
      } catch (error) {
        for (const [room, doc] of own) {
          doc.destroy();
          docs.delete(room);
        }
        throw error;
      } finally {
        for (const stop of stops) stop();
      }
    },
    close() {
      for (const doc of docs.values()) doc.destroy();
    },
  };
  return live;
}
