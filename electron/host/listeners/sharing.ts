import type { SharingStatus } from '../../../shared/api/contract.ts';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { Sha256 } from '../../../shared/ids/ids.ts';
import { hostCertificate, type Certificate } from './certificate.ts';
import type { Listener } from './http-listener.ts';
import { networkAddresses } from './network-addresses.ts';
import { listenerUrl } from './network-url.ts';

/** The listener on the network: off until somebody starts it, and off again when they stop it. */
export interface Sharing {
  readonly listener: Listener | null;
  status(): SharingStatus;
  /** Fails with `sharing-already`, `listener-failed`, those of the certificate, and those of `onStarted`. */
  start(options: { readonly port: number; readonly tls: boolean }): Promise<Result<SharingStatus>>;
  /** Ends the listener and all that came in by it; where nothing was shared, it does nothing. */
  stop(): Promise<Result<SharingStatus>>;
  joinBase(): { readonly base: string; readonly fingerprint: Sha256 | null } | null;
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
  readonly now: () => string;
  /** Told of a start before it is confirmed; where it fails, nothing is shared. */
  readonly onStarted: (url: string, fingerprint: Sha256 | null) => Result<void>;
  readonly onStopped: () => Result<void>;
}

/** Makes the sharing of a host, off. Starts and stops take effect one after the other. */
export function createSharing(deps: SharingDeps): Sharing {
  let listener: Listener | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let inMemory: Certificate | null = null;

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  };
  const urlsOf = ({ certificate, port }: Listener): readonly string[] => {
    const scheme = certificate === null ? 'http' : 'https';
    const addresses = networkAddresses();
    return (addresses.length > 0 ? addresses : ['127.0.0.1']).map((address) =>
      listenerUrl(scheme, address, port),
    );
  };
  const status = (): SharingStatus =>
    listener === null
      ? { state: 'off' }
      : { state: 'on', urls: urlsOf(listener), fingerprint: listener.certificate?.fingerprint ?? null };

  const certificateFor = async (tls: boolean): Promise<Result<Certificate | null>> => {
    if (!tls) return ok(null);
    if (deps.certificatePath !== null) return hostCertificate(deps.certificatePath, deps.now());
    if (inMemory !== null) return ok(inMemory);
    const made = await hostCertificate(null, deps.now());
    if (made.ok) inMemory = made.value;
    return made;
  };

  return {
    get listener() {
      return listener;
    },
    status,
    start: ({ port, tls }) =>
      inTurn(async () => {
        if (listener !== null) {
          return fail(appError('sharing-already', { url: urlsOf(listener)[0] ?? '' }));
        }
        const certificate = await certificateFor(tls);
        if (!certificate.ok) return certificate;
        const opened = await deps.open(port, certificate.value);
        if (!opened.ok) return opened;
        const told = deps.onStarted(urlsOf(opened.value)[0] ?? '', certificate.value?.fingerprint ?? null);
        if (!told.ok) {
          await opened.value.close();
          return told;
        }
        listener = opened.value;
        return ok(status());
      }),
    stop: () =>
      inTurn(async () => {
        if (listener === null) return ok(status());
        const ending = listener;
        listener = null;
        ending.stopAccepting();
        const told = deps.onStopped();
        await ending.close();
        return told.ok ? ok(status()) : told;
      }),
    joinBase() {
      if (deps.publicOrigin !== null) return { base: deps.publicOrigin, fingerprint: null };
      const current = status();
      const base = current.state === 'on' ? current.urls[0] : undefined;
      return base === undefined || current.state === 'off'
        ? null
        : { base, fingerprint: current.fingerprint };
    },
    stopAccepting: () => listener?.stopAccepting(),
    close: () =>
      inTurn(async () => {
        await listener?.close();
        listener = null;
      }),
  };
}
