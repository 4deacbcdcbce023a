import type { CloseReason } from '../../../shared/host/close-reasons.ts';

/** What was refused since the start, for status and tests. */
export interface SyncCounts {
  /** Connections that were closed, by reason. */
  readonly closed: ReadonlyMap<CloseReason, number>;
  close(reason: CloseReason): void;
  /** Connects that were turned away before they were answered. */
  turnedAway: number;
  /** Readers that were cut off because too much waited for them. */
  slowReaders: number;
  /** Senders that were cut off because too much was half sent. */
  slowSenders: number;
  /** Awareness states of others that a connection sent and that were passed over. */
  foreignStates: number;
  /** Updates that were left out because they built on something that had not come. */
  gaps: number;
  /** Rooms that were read again from the file because Yjs stumbled over an update that the scan had let through. */
  reloads: number;
}

export function createSyncCounts(): SyncCounts {
  const closed = new Map<CloseReason, number>();
  return {
    closed,
    close: (reason) => void closed.set(reason, (closed.get(reason) ?? 0) + 1),
    turnedAway: 0,
    slowReaders: 0,
    slowSenders: 0,
    foreignStates: 0,
    gaps: 0,
    reloads: 0,
  };
}
