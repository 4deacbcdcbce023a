/** Everything that is bounded. Sizes in bytes, times in milliseconds, rates per second. */
export interface SyncLimits {
  /** Largest message; a longer one closes with `too-large`. */
  readonly maxPayload: number;
  /** What all connections together may have sent of messages that are not complete. */
  readonly maxHalfSent: number;
  /** What one room may hold in the file. */
  readonly maxRoomBytes: number;
  /** What one room may hold in memory, where each struct takes about 150 bytes, however short it is in the file. */
  readonly maxRoomStructs: number;
  readonly maxRoomClients: number;
  /** Structs and deleted ranges of one update. */
  readonly maxStructs: number;
  /** Client ids that one update may bring into a room. */
  readonly maxNewClients: number;
  /** How often in a row a connection may send an update that builds on something it has not sent. */
  readonly maxGaps: number;
  readonly maxConnections: number;
  readonly maxConnectionsPerPrincipal: number;
  /** What may wait for a slow reader, beyond the last full state that it asked for. */
  readonly maxBacklog: number;
  readonly messagesPerSecond: number;
  readonly messageBurst: number;
  /** How long the host may be busy with one update, and with a principal's updates and questions, per second and at once. */
  readonly applyWithin: number;
  readonly workPerSecond: number;
  readonly workBurst: number;
  readonly bytesPerSecond: number;
  readonly byteBurst: number;
  /** Connects per second from one address. */
  readonly connectsPerSecond: number;
  readonly connectBurst: number;
  /** Addresses whose connects are counted at a time. */
  readonly maxAddresses: number;
  /** Awareness states of one connection, and the length of each. */
  readonly maxAwarenessIds: number;
  readonly maxAwarenessBytes: number;
  /** Presence that is not renewed for so long is over; clients renew it every 15 s. */
  readonly presenceExpiresAfter: number;
  /** How long an empty room stays in memory. */
  readonly unloadAfter: number;
  /** A connection that did not answer the ping before is ended at the next one. */
  readonly pingEvery: number;
  /** How long a client may take to answer a close. */
  readonly closeWithin: number;
  /** How long it is taken for granted that the file is still where it was. */
  readonly provePresenceEvery: number;
  /** First and longest wait between attempts to write after a failure. */
  readonly probeAfter: number;
  readonly probeAtMost: number;
}

export const defaultSyncLimits: SyncLimits = {
  maxPayload: 16 << 20,
  maxHalfSent: 128 << 20,
  maxRoomBytes: 256 << 20,
  maxRoomStructs: 2_000_000,
  maxRoomClients: 100_000,
  maxStructs: 500_000,
  maxNewClients: 10_000,
  maxGaps: 8,
  maxConnections: 5000,
  maxConnectionsPerPrincipal: 600,
  maxBacklog: 4 << 20,
  messagesPerSecond: 500,
  messageBurst: 5000,
  applyWithin: 3000,
  workPerSecond: 250,
  workBurst: 10_000,
  bytesPerSecond: 4 << 20,
  byteBurst: 64 << 20,
  connectsPerSecond: 100,
  connectBurst: 1000,
  maxAddresses: 10_000,
  maxAwarenessIds: 2,
  maxAwarenessBytes: 2048,
  presenceExpiresAfter: 30_000,
  unloadAfter: 30_000,
  pingEvery: 12_000,
  closeWithin: 2000,
  provePresenceEvery: 100,
  probeAfter: 500,
  probeAtMost: 30_000,
};
