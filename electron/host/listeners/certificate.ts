import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { sha256, type Sha256 } from '../../../shared/ids/ids.ts';
import { fromFileError } from '../workspace/sqlite-errors.ts';
import { networkAddresses } from './network-addresses.ts';

/** A self-made certificate. Nobody vouches for it; whoever has its fingerprint from the join link needs nobody to. */
export interface Certificate {
  /** PEM. */
  readonly certificate: string;
  /** PEM. */
  readonly key: string;
  /** SHA-256 of the certificate in DER. */
  readonly fingerprint: Sha256;
}

const VALID_DAYS = 730;
/** Clocks of guests may be slow. */
const EARLIER_DAYS = 2;
const DAY_MS = 86_400_000;

/**
 * The certificate of a host: kept in a file that only its owner may read, so that links given out stay good, or with
 * null made for this start alone. An expired one is replaced. Fails with `file-unreadable` (also where the file holds
 * something else, which is never overwritten) and `file-unwritable`.
 */
export async function hostCertificate(path: string | null, now: string): Promise<Result<Certificate>> {
  if (path !== null && existsSync(path)) {
    const kept = readCertificate(path);
    if (!kept.ok || isValid(kept.value, now)) return kept;
  }
  const made = await makeCertificate(now);
  if (path === null) return ok(made);
  const written = writeCertificate(path, made);
  return written.ok ? ok(made) : written;
}

/** Keeps a certificate with its key where only their owner may read them. Fails with `file-unwritable` or `disk-full`. */
export function writeCertificate(path: string, { certificate, key }: Certificate): Result<void> {
  try {
    writeFileSync(path, `${certificate}\n${key}\n`, { mode: 0o600, flush: true });
    return ok(undefined);
  } catch (error) {
    const known = fromFileError(error, path, 'write');
    if (known === null) throw error;
    return fail(known);
  }
}

/** Reads a kept certificate with its key. Fails with `file-missing` or `file-unreadable`. */
function readCertificate(path: string): Result<Certificate> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const known = fromFileError(error, path, 'read');
    if (known === null) throw error;
    return fail(known);
  }
  const [certificate] = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(text) ?? [];
  const [key] = /-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/.exec(text) ?? [];
  const damaged = fail(appError('file-unreadable', { path, reason: 'no certificate with its key' }));
  if (certificate === undefined || key === undefined) return damaged;
  try {
    if (!new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key))) return damaged;
    return ok({ certificate, key, fingerprint: fingerprintOf(certificate) });
  } catch (error) {
    // OpenSSL refuses damaged PEM with many different codes.
    if (error instanceof Error) return damaged;
    throw error;
  }
}

async function makeCertificate(now: string): Promise<Certificate> {
  // Takes a tenth of a second to load, and most hosts never need it.
  const { generate } = await import('selfsigned');
  const instant = Date.parse(now);
  const made = await generate([{ name: 'commonName', value: 'Leitbild-Werkstatt' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(instant - EARLIER_DAYS * DAY_MS),
    notAfterDate: new Date(instant + VALID_DAYS * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 2, value: hostname() },
          ...['127.0.0.1', ...networkAddresses()].map((ip) => ({ type: 7 as const, ip })),
        ],
      },
    ],
  });
  const [certificate, key] = [made.cert.trim(), made.private.trim()];
  return { certificate, key, fingerprint: fingerprintOf(certificate) };
}

function fingerprintOf(certificate: string): Sha256 {
  return sha256(new X509Certificate(certificate).fingerprint256.replaceAll(':', '').toLowerCase());
}

function isValid({ certificate }: Certificate, now: string): boolean {
  const { validFrom, validTo } = new X509Certificate(certificate);
  const instant = Date.parse(now);
  return Date.parse(validFrom) <= instant && instant + DAY_MS < Date.parse(validTo);
}
