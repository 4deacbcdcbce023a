import { existsSync } from 'node:fs';
import type { SharingStatus } from '../../../shared/api/contract.ts';
import { appError, type ErrorCode } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { Sha256 } from '../../../shared/ids/ids.ts';
import { hostCertificate, writeCertificate, type Certificate } from './certificate.ts';
import type { Listener } from './http-listener.ts';
import type { SharedAt } from './last-sharing.ts';
import { listenerUrl } from './network-url.ts';

/** Where a host was shared, for the one that takes its place to come back to its guests. */
export interface SharingDoor {
  readonly port: number;
  /** Of the certificate that guests have seen; null without TLS. */
  readonly fingerprint: string | null;
}

/** The listener on the network: off until somebody starts it, and off again when they stop it. */
export interface Sharing {
  readonly listener: Listener | null;
  /** Where it is shared, or would be if it could; null where nobody wants it shared. */
  readonly door: SharingDoor | null;
  status(): SharingStatus;
  /**
   * Opens the listener: with null where it was last, or at any free port where that is taken. Fails with
   * `sharing-already`, `listener-failed`, those of the certificate, and those of `onStarted`.
   */
  start(options: { readonly port: number | null; readonly tls: boolean }): Promise<Result<SharingStatus>>;
  /**
   * Goes on, after a crash or in another file, at exactly the address and with the certificate that guests have; where that cannot be,
   * nothing is shared and the status says `lost`.
   */
  resume(door: SharingDoor): Promise<void>;
  /** Ends the listener and all that came in by it, or the wait of what was lost; where nothing was shared, it does nothing. */
  stop(): Promise<Result<SharingStatus>>;
  /**
   * Lays the certificate that guests have seen where the host of another file looks for its own, so that it can go on
   * there. Nothing where there is none, and nothing is overwritten. Where it cannot be written, that host says `lost`.
   */
  keepCertificateAt(path: string): void;
  joinBase(): { readonly base: string; readonly fingerprint: Sha256 | null } | null;
  /** Looks whether links given out still lead here: the machine may have another address by now. Called once a second. */
  look(): void;
  stopAccepting(): void;
  /** Ends the listener without telling anybody. */
  close(): Promise<void>;
}

export interface SharingDeps {
  readonly open: (port: number, certificate: Certificate | null) => Promise<Result<Listener>>;
  /** Where the certificate is kept; null for one that lasts as long as the process. */
  readonly certificatePath: string | null;
  /** Address that a reverse proxy offers, for links; null without one. */
  readonly publicOrigin: string | null;
  /** Under which other machines reach this one, the one for links first; none without a network. */
  readonly addresses: () => readonly string[];
  readonly now: () => string;
  /** Where the file was last shared. */
  readonly lastSharing: () => SharedAt | null;
  /** Told of a start before it is confirmed; where it fails, nothing is shared. */
  readonly onStarted: (url: string, at: SharedAt, fingerprint: Sha256 | null) => Result<void>;
  /** Told where it is from now on, under an address that no link given out says. */
  readonly onMoved: (url: string, at: SharedAt) => void;
  readonly onStopped: () => Result<void>;
  /** Told why sharing cannot go on after a crash or in another file. */
  readonly onLost: (code: ErrorCode) => void;
}

/** In links where there is no network. */
const LOOPBACK = '127.0.0.1';

/** Makes the sharing of a host, off. Starts and stops take effect one after the other. */
export function createSharing(deps: SharingDeps): Sharing {
  let listener: Listener | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let inMemory: Certificate | null = null;
  /** The address that links say. */
  let linked = LOOPBACK;
  let moved = false;
  /** Where it was to go on, and could not. */
  let lost: SharingDoor | null = null;

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  };
  const urlOf = ({ certificate, port }: Listener, address: string): string =>
    listenerUrl(certificate === null ? 'http' : 'https', address, port);
  const urlsOf = (of: Listener): readonly string[] => {
    const addresses = deps.addresses();
    return (addresses.length > 0 ? addresses : [LOOPBACK]).map((address) => urlOf(of, address));
  };
  /** Without a network nobody is told of a change: mostly it comes back as it was. */
  const isElsewhere = (address: string): boolean => {
    const addresses = deps.addresses();
    return deps.publicOrigin === null && addresses.length > 0 && !addresses.includes(address);
  };
  const isSameDoor = (last: SharedAt, { port, certificate }: Listener): boolean =>
    last.port === port && last.tls === (certificate !== null);
  const lastDoor = (): { readonly port: number; readonly tls: boolean } | null => {
    const last = deps.lastSharing();
    return last && { port: last.port, tls: last.tls };
  };
  const status = (): SharingStatus =>
    listener === null
      ? { state: 'off', last: lastDoor(), lost: lost !== null }
      : {
          ...{ state: 'on', urls: urlsOf(listener), moved },
          fingerprint: listener.certificate?.fingerprint ?? null,
        };

  const certificateFor = async (tls: boolean): Promise<Result<Certificate | null>> => {
    if (!tls) return ok(null);
    if (deps.certificatePath !== null) return hostCertificate(deps.certificatePath, deps.now());
    if (inMemory !== null) return ok(inMemory);
    const made = await hostCertificate(null, deps.now());
    if (made.ok) inMemory = made.value;
    return made;
  };

  /** Opens at the port, or where `instead` says so at any free one. */
  const openAt = async (
    port: number,
    certificate: Certificate | null,
    instead: boolean,
  ): Promise<Result<Listener>> => {
    const opened = await deps.open(port, certificate);
    return opened.ok || !instead || port === 0 ? opened : deps.open(0, certificate);
  };
  const begin = async (opened: Listener): Promise<Result<void>> => {
    const last = deps.lastSharing();
    const [address = LOOPBACK] = deps.addresses();
    const { fingerprint = null } = opened.certificate ?? {};
    const told = deps.onStarted(urlOf(opened, address), sharedAt(opened, address), fingerprint);
    if (!told.ok) {
      await opened.close();
      return told;
    }
    listener = opened;
    lost = null;
    linked = address;
    const isSame = last === null || isSameDoor(last, opened);
    const hasLeft = typeof last?.address === 'string' && isElsewhere(last.address);
    moved = deps.publicOrigin === null && (!isSame || hasLeft);
    return told;
  };

  return {
    get listener() {
      return listener;
    },
    get door() {
      return listener === null ? lost : doorOf(listener);
    },
    status,
    start: ({ port, tls }) =>
      inTurn(async () => {
        if (listener !== null) {
          return fail(appError('sharing-already', { url: urlsOf(listener)[0] ?? '' }));
        }
        const certificate = await certificateFor(tls);
        if (!certificate.ok) return certificate;
        const last = deps.lastSharing();
        const opened = await openAt(port ?? last?.port ?? 0, certificate.value, port === null);
        if (!opened.ok) return opened;
        const begun = await begin(opened.value);
        return begun.ok ? ok(status()) : begun;
      }),
    resume: (door) =>
      inTurn(async () => {
        const { port, fingerprint } = door;
        const certificate = await certificateFor(fingerprint !== null);
        const opened: Result<Listener> = !certificate.ok
          ? certificate
          : (certificate.value?.fingerprint ?? null) === fingerprint
            ? await deps.open(port, certificate.value)
            : fail(appError('file-missing', { path: deps.certificatePath ?? '' }));
        const begun = opened.ok ? await begin(opened.value) : opened;
        if (begun.ok) return;
        lost = door;
        deps.onLost(begun.error.code);
      }),
    stop: () =>
      inTurn(async () => {
        if (listener === null && lost === null) return ok(status());
        const ending = listener;
        listener = null;
        lost = null;
        ending?.stopAccepting();
        const told = deps.onStopped();
        await ending?.close();
        return told.ok ? ok(status()) : told;
      }),
    keepCertificateAt(path) {
      const certificate = listener?.certificate ?? null;
      if (certificate === null || deps.certificatePath === null || existsSync(path)) return;
      const kept = writeCertificate(path, certificate);
      if (!kept.ok) deps.onLost(kept.error.code);
    },
    joinBase() {
      if (deps.publicOrigin !== null) return { base: deps.publicOrigin, fingerprint: null };
      const current = status();
      const base = current.state === 'on' ? current.urls[0] : undefined;
      return base === undefined || current.state === 'off'
        ? null
        : { base, fingerprint: current.fingerprint };
    },
    look() {
      if (listener === null || !isElsewhere(linked)) return;
      const [address = LOOPBACK] = deps.addresses();
      linked = address;
      moved = true;
      deps.onMoved(urlOf(listener, address), sharedAt(listener, address));
    },
    stopAccepting: () => listener?.stopAccepting(),
    close: () =>
      inTurn(async () => {
        await listener?.close();
        listener = null;
      }),
  };
}

function sharedAt({ port, certificate }: Listener, address: string): SharedAt {
  return { port, tls: certificate !== null, address };
}

function doorOf({ port, certificate }: Listener): SharingDoor {
  return { port, fingerprint: certificate?.fingerprint ?? null };
}
