import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Principal } from '../../../shared/rights/rights.ts';
import { isLoopbackHost } from '../listeners/gate.ts';
import type { Listener } from '../listeners/http-listener.ts';
import type { Invitations, TokenOutcome } from '../invitations/invitations.ts';
import { isSameHash } from '../invitations/token.ts';

/** From where a request came. `local` is this machine, by the loopback listener and not through a proxy. */
export interface RequestSource {
  readonly local: boolean;
  readonly address: string;
}

/** Who is let in with which token. */
export interface Admission {
  sourceOf(request: IncomingMessage, listener: Listener): RequestSource;
  /** The secret of this start lets in as `local`, and only from this machine; any other token is an invitation's. */
  admit(token: string, source: RequestSource): TokenOutcome;
  isSecret(token: string): boolean;
}

const localPrincipal: Principal = { id: 'local', role: 'moderator', institution: null };

/** Whether somebody is the window of this machine. */
export function isLocal(principal: Principal): boolean {
  return principal === localPrincipal;
}

/**
 * Makes the admission of a host. Only with `behindProxy` is the address taken from what the proxy says, and only
 * from what the proxy itself has added.
 */
export function createAdmission(deps: {
  readonly secret: string;
  readonly invitations: Pick<Invitations, 'authenticate'>;
  readonly behindProxy: boolean;
}): Admission {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  const secret = digest(deps.secret);
  const isSecret = (token: string): boolean => isSameHash(digest(token), secret);
  return {
    isSecret,
    sourceOf({ headers, socket }, { name, port }) {
      const host = headers.host?.toLowerCase() ?? '';
      const forwarded = headers['x-forwarded-for'];
      const direct = socket.remoteAddress ?? 'unknown';
      const proxied = name === 'loopback' && deps.behindProxy && typeof forwarded === 'string';
      return {
        local: name === 'loopback' && isLoopbackHost(port)(host) && forwarded === undefined,
        address: proxied ? (forwarded.split(',').at(-1)?.trim() ?? direct) : direct,
      };
    },
    admit(token, { local, address }) {
      if (local && isSecret(token)) return { ok: true, principal: localPrincipal };
      return deps.invitations.authenticate(token, address);
    },
  };
}

/** The token of an `Authorization: Bearer` header; null without one. */
export function bearerToken({ headers }: IncomingMessage): string | null {
  return /^Bearer ([\w.~+/=-]{1,256})$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}
