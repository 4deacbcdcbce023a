import type { AuditLog } from '../workspace/workspace.ts';

/** Where a file was shared: what all links given out since then say. */
export interface SharedAt {
  readonly port: number;
  readonly tls: boolean;
}

/** How a start is written down in the audit log; `lastSharing` reads it. */
export function sharingSubject({ port, tls }: SharedAt): string {
  return `${tls ? 'tls' : 'plain'} ${String(port)}`;
}

/**
 * Where a file was last shared, from its audit log, which goes with the invitations; null where it never was, or was
 * only by a version that did not write down the port.
 */
export function lastSharing(audit: Pick<AuditLog, 'list'>): SharedAt | null {
  const last = audit.list().findLast(({ action }) => action === 'sharing-started');
  const [, scheme, port] = /^(tls|plain) (\d{1,5})$/.exec(last?.subject ?? '') ?? [];
  return port === undefined ? null : { port: Number(port), tls: scheme === 'tls' };
}
