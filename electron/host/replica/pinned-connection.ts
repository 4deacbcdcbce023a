import type { ClientRequestArgs } from 'node:http';
import { isIP } from 'node:net';
import { connect } from 'node:tls';

/** The other side has not the certificate that the join link names. */
export class UnexpectedCertificate extends Error {}

const HANDSHAKE = 10_000;

/**
 * Makes TLS connections to whoever has the certificate with that SHA-256 (64 hexadecimal digits), whatever names it
 * bears and whoever signed it. The connection is handed on once that is sure, so that nothing is sent to another.
 */
export function connectPinned(fingerprint: string): NonNullable<ClientRequestArgs['createConnection']> {
  return (options, done) => {
    const host = options.host ?? 'localhost';
    const servername = isIP(host) === 0 ? host : '';
    const socket = connect({ host, port: Number(options.port), servername, rejectUnauthorized: false });
    // Who accepts and then is silent is not waited for; `ws` only watches what it has been given.
    socket.setTimeout(HANDSHAKE, () => socket.destroy(new Error('no TLS handshake')));
    const onError = (error: Error): void => done(error, socket);
    socket.once('error', onError);
    socket.once('secureConnect', () => {
      const found = socket.getPeerCertificate().fingerprint256.replaceAll(':', '').toLowerCase();
      socket.setTimeout(0);
      socket.off('error', onError);
      if (found === fingerprint) {
        done(null, socket);
        return;
      }
      socket.destroy();
      done(new UnexpectedCertificate('not the certificate of the join link'), socket);
    });
    return undefined;
  };
}
