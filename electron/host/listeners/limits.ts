/** What a listener takes before it refuses. Times in milliseconds. */
export interface ListenerLimits {
  /** Bytes of all header fields together. */
  readonly headerBytes: number;
  /** Bytes of a request's body. */
  readonly bodyBytes: number;
  /** How deep arrays and objects of a body may be nested. */
  readonly jsonDepth: number;
  /** Open connections of one listener. */
  readonly connections: number;
  /** Of these, from one address on the network. */
  readonly connectionsPerAddress: number;
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  readonly keepAliveTimeout: number;
  /** How long requests under way may go on once the listener closes. */
  readonly closeTimeout: number;
}

/** A workshop has about 100 guests with up to five connections each; a freeze sends less than 2 KB. */
export const listenerLimits: ListenerLimits = {
  headerBytes: 16 * 1024,
  bodyBytes: 128 * 1024,
  jsonDepth: 16,
  connections: 4_096,
  connectionsPerAddress: 1_024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  closeTimeout: 2_000,
};
