import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * Decides by a request's `Host` and `Origin` whether it was meant for this listener. A page of another site that has
 * bound its name to our address (DNS rebinding) still sends its own name as `Host`, and every page sends its `Origin`.
 */
export type Gate = (request: IncomingMessage) => boolean;

export interface GateRules {
  readonly scheme: 'http' | 'https';
  /** Whether a `Host` header (lower case, with port where one was sent) names this listener. */
  readonly isOwnHost: (host: string) => boolean;
  /** Under which address a reverse proxy offers this listener, without a path; null without one. */
  readonly publicOrigin: string | null;
}

/** Makes a gate. A request without `Origin` comes from no page; `Origin: null` from one that hides where it is from. */
export function createGate({ scheme, isOwnHost, publicOrigin }: GateRules): Gate {
  const publicHost = publicOrigin?.replace(/^https?:\/\//, '') ?? null;
  return ({ headers, rawHeaders }) => {
    const host = headers.host?.toLowerCase() ?? '';
    const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host');
    if (hosts.length !== 1) return false;
    const isPublic = publicHost !== null && host === publicHost;
    if (!isPublic && !isOwnHost(host)) return false;
    const origin = headers.origin?.toLowerCase();
    if (origin === undefined) return true;
    return origin === (isPublic ? publicOrigin : `${scheme}://${host}`);
  };
}

/** Names under which the loopback listener on this port answers. */
export function isLoopbackHost(port: number): (host: string) => boolean {
  const names = new Set(['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${String(port)}`));
  return (host) => names.has(host);
}

/** Names under which a network listener answers: any address by number, and this machine's own names. */
export function isNetworkHost(machine: string): (host: string) => boolean {
  const own = machine.toLowerCase();
  const names = new Set(['localhost', own, `${own}.local`]);
  return (host) => {
    const name = host.replace(/:\d{1,5}$/, '');
    return names.has(name) || isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0;
  };
}
