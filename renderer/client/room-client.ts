import { readVarUint, type Decoder } from 'lib0/decoding';
import { IndexeddbPersistence } from 'y-indexeddb';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { allowsReconnect, isCloseReason, type CloseReason } from '../../shared/host/close-reasons.ts';
import type { RoomName } from '../../shared/rooms/rooms.ts';
import type { Profile } from '../../shared/schema/profile.ts';
import { createCopyNotes } from './copy-notes.ts';
import { countingSocket, DURABLE, type SendCount } from './counting-socket.ts';
import { createHostCopy } from './host-copy.ts';

/** How a room stands between this window and its host. A new value whenever something of it changes. */
export interface RoomState {
  readonly connection: 'connecting' | 'connected' | 'offline' | 'refused';
  /** Why the host has sent this client away for good. */
  readonly reason: CloseReason | null;
  /** Whether it can be shown: it was read from the host, or from the copy that this device keeps. */
  readonly loaded: boolean;
  /** Whether it was read from the host since it was opened here. */
  readonly fresh: boolean;
  /** Whether the host has all that was changed here on its disk. */
  readonly saved: boolean;
  /**
   * How many stretches of writing the host does not have yet; what is written without a pause counts as one. A
   * guest's device remembers them with its copy.
   */
  readonly pending: number;
  /** Whether the copy of this device has all that was written here; always true where it keeps none. */
  readonly kept: boolean;
}

/** One room as this window has it. */
export interface RoomClient {
  readonly name: RoomName;
  readonly doc: Doc;
  readonly awareness: Awareness;
  readonly state: RoomState;
  /** Everything that this window held when the host refused it. */
  copy(): Uint8Array;
  /** What the host is known to have of it; null where this device keeps no copy. */
  hostCopy(): Uint8Array | null;
  subscribe(listener: () => void): () => void;
  /** Asks the host again after it has sent this client away; what was changed here goes with it. Else nothing happens. */
  retry(): void;
  /** Ends the connection; the copy of this device stays unless it is to be forgotten. */
  close(options?: { readonly forget: boolean }): Promise<void>;
}

export interface RoomClientOptions {
  readonly base: string;
  readonly token: string;
  readonly name: RoomName;
  /**
   * The copy that this device keeps, so that a dropped network or a closed tab loses nothing: its name, and by which
   * profile it is read where no host can be asked. Null for none.
   */
  readonly keep: { readonly name: string; readonly profile: Profile } | null;
}

const LONGEST_BACKOFF = 5_000;
/** Writing that pauses for so many milliseconds goes on as another stretch. */
const STRETCH = 2_000;

/** Opens a room and keeps it in step with the host for as long as it is open. */
export function openRoom({ base, token, name, keep }: RoomClientOptions): RoomClient {
  const doc = new Doc();
  const count: SendCount = { sent: 0, durable: 0 };
  const listeners = new Set<() => void>();
  const provider = new WebsocketProvider(`${base.replace(/^http/, 'ws')}/rooms`, name, doc, {
    protocols: ['leitbild', token],
    WebSocketPolyfill: countingSocket(count),
    // Two windows meet at the host, which decides who may write; never past it.
    disableBc: true,
    maxBackoffTime: LONGEST_BACKOFF,
    shouldReconnect: ({ code, reason }) =>
      code < 4400 ||
      code > 4499 ||
      (isCloseReason(reason) && allowsReconnect(reason)) ||
      reason === 'rate-limited',
  });
  const kept = keep === null ? null : new IndexeddbPersistence(keep.name, doc);
  const notes = kept === null ? null : createCopyNotes(kept);
  const host = keep === null ? null : createHostCopy();

  let state: RoomState = {
    connection: 'connecting',
    reason: null,
    loaded: false,
    fresh: false,
    saved: true,
    pending: 0,
    kept: true,
  };
  const set = (change: Partial<RoomState>): void => {
    const next = { ...state, ...change };
    if (Object.entries(next).every(([key, value]) => state[key as keyof RoomState] === value)) return;
    state = next;
    for (const listener of [...listeners]) listener();
  };

  let isHostKept = false;
  const setPending = (pending: number): void => {
    if (pending === state.pending) return;
    set({ pending, saved: pending === 0 });
    if (!closed) notes?.setPending(pending);
    if (pending === 0 && isHostKept) {
      isHostKept = false;
      if (!closed) notes?.setHost(null);
    }
  };
  /** Notes beside the copy what the host had, so that what it lacks can be told without it. */
  const keepHost = (): void => {
    if (notes === null || host === null || closed || state.pending === 0) return;
    isHostKept = true;
    notes.setHost(host.read());
  };
  let writes = 0;
  /** A transaction that reads comes after those that wrote before it. */
  const confirmKept = (db: IDBDatabase): void => {
    const seen = writes;
    const reading = db.transaction('updates', 'readonly');
    reading.objectStore('updates').count();
    reading.addEventListener('complete', () => {
      if (seen === writes) set({ kept: true });
      else if (!closed) confirmKept(db);
    });
  };
  let writtenAt = -Infinity;
  let closed = false;
  let fromDevice: Uint8Array | null = null;
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === provider) host?.received(update);
    if (origin === kept) fromDevice = update;
    if (origin === provider || origin === kept) return;
    host?.wrote(update);
    const now = performance.now();
    if (state.pending === 0 || now - writtenAt > STRETCH) setPending(state.pending + 1);
    if (!isHostKept && state.connection !== 'connected') keepHost();
    writtenAt = now;
    writes += 1;
    if (kept === null || !state.kept) return;
    set({ kept: false });
    void kept.whenSynced.then(() => {
      if (kept.db !== null && !closed) confirmKept(kept.db);
    });
  });
  provider.messageHandlers[DURABLE] = (_encoder: unknown, decoder: Decoder) => {
    count.durable = readVarUint(decoder);
    if (!provider.synced || count.durable < count.sent) return;
    host?.confirm();
    setPending(0);
  };
  provider.on('status', ({ status }) => {
    if (status === 'connected') set({ connection: 'connected' });
    else if (status === 'disconnected' && state.connection !== 'refused') {
      set({ connection: 'offline' });
      keepHost();
    }
  });
  provider.on('sync', (synced) => {
    if (synced) set({ loaded: true, fresh: true });
  });
  provider.on('closed', ({ reason }) => {
    set({ connection: 'refused', reason: isCloseReason(reason) ? reason : 'message-invalid' });
    keepHost();
  });
  kept?.once('synced', () => {
    if (doc.store.clients.size > 0) set({ loaded: true });
    if (closed) return;
    if (keep !== null) notes?.setProfile(keep.profile);
    void notes?.read().then(({ pending, host: known }) => {
      // Left by a tab that was closed before the host had everything; the host's word may have come meanwhile.
      if (pending > 0 && !provider.synced) {
        isHostKept = known !== null;
        setPending(state.pending + pending);
      }
      if (known !== null) host?.received(known);
      if (fromDevice === null) return;
      if (pending > 0) host?.wrote(fromDevice);
      else host?.received(fromDevice);
      fromDevice = null;
    });
  });

  // A guest's browser knows that the network is gone long before a silent connection is given up.
  const leave = (): void => provider.disconnect();
  const comeBack = (): void => {
    if (state.connection !== 'refused') provider.connect();
  };
  if (kept !== null) {
    window.addEventListener('offline', leave);
    window.addEventListener('online', comeBack);
  }

  return {
    name,
    doc,
    awareness: provider.awareness,
    get state() {
      return state;
    },
    copy: () => encodeStateAsUpdate(doc),
    hostCopy: () => host?.read() ?? null,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    retry() {
      if (closed || state.connection !== 'refused') return;
      set({ connection: 'connecting', reason: null });
      provider.connect();
    },
    async close({ forget } = { forget: false }) {
      closed = true;
      listeners.clear();
      window.removeEventListener('offline', leave);
      window.removeEventListener('online', comeBack);
      provider.destroy();
      if (kept !== null) await (forget ? kept.clearData() : kept.destroy());
      doc.destroy();
      host?.close();
    },
  };
}
