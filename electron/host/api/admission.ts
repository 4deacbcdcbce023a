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
  /** Whether somebody is the window of this machine. */
  isLocal(principal: Principal): boolean;
}

/** Who the window of a machine is whose file follows nobody. */
const owner: Principal = { id: 'local', role: 'moderator', institution: null };

/**
 * Makes the admission of a host. Only with `behindProxy` is the address taken from what the proxy says, and only
 * from what the proxy itself has added.
 */
export function createAdmission(deps: {
  readonly secret: string;
  readonly invitations: Pick<Invitations, 'authenticate'>;
  readonly behindProxy: boolean;
  /** Whom the invitation of the host that this one follows makes us there; null where it follows nobody. */
  readonly upstreamPrincipal: Principal | null;
}): Admission {
  // A copy, because it is told by identity from whoever may hold the same invitation here.
  const local: Principal = { ...(deps.upstreamPrincipal ?? owner) };
  const takesGuests = local.role === 'moderator';
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
    isLocal: (principal) => principal === local,
    admit(token, source) {
      if (source.local && isSecret(token)) return { ok: true, principal: local };
      // Who is a guest elsewhere has nobody to invite.
      if (!takesGuests) return { ok: false, reason: 'revoked' };
      return deps.invitations.authenticate(token, source.address);
    },
  };
}

/** The token of an `Authorization: Bearer` header; null without one. */
export function bearerToken({ headers }: IncomingMessage): string | null {
  return /^Bearer ([\w.~+/=-]{1,256})$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}
