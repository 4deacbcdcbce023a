import type { Doc } from 'yjs';
import type { RoomName } from '../../../shared/rooms/rooms.ts';

/** The Yjs client ids under which the process and text rooms were written; see `ReplicaOrigin`. */
export function clientsOf(read: (room: RoomName, work: (doc: Doc) => number[]) => number[]): number[] {
  const keys = (doc: Doc): number[] => [...doc.store.clients.keys()];
  return [...new Set([...read('process', keys), ...read('text', keys)])];
}
