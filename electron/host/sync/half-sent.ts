import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Connection } from './connection.ts';

/**
 * Bounds what all connections together have sent of messages that are not complete: until then `ws` keeps it in memory,
 * as much for each as its largest message may have.
 */
export interface HalfSent {
  /** Counts what comes from now on, for as long as the connection is open. */
  watch(connection: Connection, socket: WebSocket, stream: Duplex): void;
}

/** Header of a frame from a client (RFC 6455, 5.2): two bytes, a mask, and a longer length where two bytes do not do. */
const headerLength = (payload: number): number => (payload < 126 ? 6 : payload < 65_536 ? 8 : 14);

/**
 * Headers of fragments cannot be told from content. Where no more than this is left after a message, nothing is taken to
 * be under way.
 */
const SLACK = 1024;

/** Makes the bound. Where it is passed, the principal who holds most has its largest cut off; it may come back later. */
export function createHalfSent(limit: number, cutOff: (connection: Connection) => void): HalfSent {
  const held = new Map<Connection, number>();
  let bytes = 0;

  const set = (connection: Connection, next: number): void => {
    bytes += next - (held.get(connection) ?? 0);
    if (next === 0) held.delete(connection);
    else held.set(connection, next);
  };

  const largest = (): Connection | undefined => {
    const ofPrincipal = new Map<string, number>();
    for (const [{ principal }, size] of held) {
      ofPrincipal.set(principal.id, (ofPrincipal.get(principal.id) ?? 0) + size);
    }
    const shareOf = ({ principal }: Connection): number => ofPrincipal.get(principal.id) ?? 0;
    const [first] = [...held].sort(
      ([left, small], [right, large]) => shareOf(right) - shareOf(left) || large - small,
    );
    return first?.[0];
  };

  return {
    watch(connection, socket, stream) {
      const onData = (chunk: Buffer): void => {
        set(connection, (held.get(connection) ?? 0) + chunk.length);
      };
      const onWhole = (payload: Buffer): void => {
        const left = (held.get(connection) ?? 0) - payload.length - headerLength(payload.length);
        set(connection, left > SLACK ? left : 0);
      };
      const enforce = (): void => {
        while (bytes > limit) {
          const one = largest();
          if (one === undefined) return;
          set(one, 0);
          cutOff(one);
        }
      };
      // Before `ws` reads a chunk, and after: what it completes is no longer half sent.
      stream.prependListener('data', onData);
      stream.on('data', enforce);
      for (const event of ['message', 'ping', 'pong'] as const) socket.on(event, onWhole);
      socket.once('close', () => set(connection, 0));
    },
  };
}
