import type { AuditLog } from '../workspace/workspace.ts';

/** Where a file was shared: what all links given out since then say. */
export interface SharedAt {
  readonly port: number;
  readonly tls: boolean;
  /** The machine's address in links; null where it was not written down. */
  readonly address: string | null;
}

/** How a start, or another address meanwhile, is written down in the audit log; `lastSharing` reads it. */
export function sharingSubject({ port, tls, address }: SharedAt): string {
  return [tls ? 'tls' : 'plain', String(port), ...(address === null ? [] : [address])].join(' ');
}

/**
 * Where a file was last shared, from its audit log, which goes with the invitations; null where it never was, or was
 * only by a version that did not write down the port.
 */
export function lastSharing(audit: Pick<AuditLog, 'list'>): SharedAt | null {
  const last = audit
    .list()
    .findLast(({ action }) => action === 'sharing-started' || action === 'sharing-moved');
  const [, scheme, port, address] = /^(tls|plain) (\d{1,5})(?: ([\d.]+))?$/.exec(last?.subject ?? '') ?? [];
  return port === undefined ? null : { port: Number(port), tls: scheme === 'tls', address: address ?? null };
}
