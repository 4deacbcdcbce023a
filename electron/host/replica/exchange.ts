import { decodeStateVector, encodeStateVector, type Doc } from 'yjs';
import { applyStored } from '../../../shared/rooms/named-writes.ts';
import { InvalidMessage } from '../sync/byte-reader.ts';
import { judgeUpdate } from '../sync/judge-update.ts';
import { scanUpdate, type UpdateScan } from '../sync/scan-update.ts';
import { encodeClocks, proveStateVector } from '../sync/sync-messages.ts';
import { hasOwnNews } from './divergence.ts';
import type { ReplicaTimers } from './replica-timers.ts';
import { createUplink } from './uplink.ts';
import { askDurableMessage, readUpstreamMessage, step1Message } from './upstream-messages.ts';

/** One room over one connection to the other host: what is said, and what is heard. */
export interface Exchange {
  /** Whether both hosts have, on disk, all that the other has. */
  readonly isInStep: boolean;
  /** Whether the other host has refused a change, or may have. */
  readonly wasRefused: boolean;
  /** Throws `InvalidMessage`, `MessageTooLarge`, and `AppFailure` where our own file takes no writes. */
  receive(message: Uint8Array): void;
  /** What may be written has changed: sends what had to wait. Throws as `receive` does. */
  rightChanged(): void;
  /** Changes of the room are on our disk. */
  committed(doc: Doc): void;
  close(): void;
}

export interface ExchangeDeps {
  /** Works on the live document of our own host; what it changes is on disk when this returns. Throws `AppFailure`. */
  readonly edit: <T>(work: (doc: Doc) => T) => T;
  readonly send: (message: Uint8Array) => void;
  readonly mayWrite: () => boolean;
  /** Whether what may not be written now may be in another phase. */
  readonly mayWait: () => boolean;
  readonly timers: ReplicaTimers;
  /** Somebody here has changed the room; may be told before it is stored. */
  readonly onOwnChange: () => void;
  readonly onInStep: () => void;
  /** All that the other host has is here; own changes wait for another phase. */
  readonly onWaiting: () => void;
  /** The room holds what the other host will never take. */
  readonly onDiverged: () => void;
}

/** The other host is one of ours, and sends a whole room in one message; this only stops the absurd. */
const MAX_STRUCTS = 50_000_000;
/** How often in a row the other host may send what builds on something it has not sent. */
const MAX_GAPS = 8;

/** Begins at once. Throws `AppFailure` where the room cannot be read. */
export function createExchange(deps: ExchangeDeps): Exchange {
  const { edit, send } = deps;
  let attached: Doc | null = null;
  /** What the other host has, as far as it has told. */
  let clocks: Map<number, number> | null = null;
  let answered = false;
  /** Whether what the document holds was given to the uplink. */
  let offered = false;
  /** Whether own changes wait for another phase. */
  let waits = false;
  let diverged = false;
  let gaps = 0;
  let denied = false;
  let applying = false;

  const settle = (): void => {
    if (isInStep()) deps.onInStep();
    else if (waits && answered) deps.onWaiting();
  };
  const uplink = createUplink({
    send,
    mayWrite: deps.mayWrite,
    onRefused: () => keepBack(),
    onIdle: settle,
    timers: deps.timers,
  });
  const isAnswered = (): boolean => answered;
  const isInStep = (): boolean => answered && clocks !== null && !waits && !diverged && !uplink.isBusy;

  const keepBack = (): void => {
    if (!deps.mayWait()) {
      diverged = true;
      deps.onDiverged();
      return;
    }
    waits = true;
    offered = false;
    uplink.forget();
    settle();
  };
  const listen = (update: Uint8Array): void => {
    if (applying) return;
    uplink.note(update);
    deps.onOwnChange();
  };
  const detach = (): void => {
    attached?.off('update', listen);
    attached?.off('destroy', detach);
    attached = null;
    offered = false;
    uplink.forget();
  };
  /** A room that was read again from the file is compared as at the beginning: what was noted may never have been stored. */
  const attach = (doc: Doc): void => {
    if (doc === attached) return;
    detach();
    attached = doc;
    doc.on('update', listen);
    doc.on('destroy', detach);
    ask(doc);
    if (clocks !== null) answer(doc);
  };
  const ask = (doc: Doc): void => {
    answered = false;
    send(step1Message(encodeStateVector(doc)));
  };
  const answer = (doc: Doc): void => {
    if (clocks === null || !deps.mayWrite()) return;
    offered = true;
    waits = false;
    uplink.catchUp(doc, encodeClocks(clocks));
  };

  const take = (doc: Doc, update: Uint8Array): void => {
    const scan = scanUpdate(update, MAX_STRUCTS);
    if (judgeUpdate(scan, doc).hasGap) {
      gaps += 1;
      if (gaps > MAX_GAPS) throw new InvalidMessage('builds on what is never sent');
      ask(doc);
      return;
    }
    gaps = 0;
    applying = true;
    try {
      applyStored(doc, [update]);
    } finally {
      applying = false;
    }
    heard(scan);
  };
  const heard = ({ runs }: UpdateScan): void => {
    for (const { client, end } of runs) raise(client, end);
  };
  const raise = (client: number, clock: number): void => {
    if ((clocks?.get(client) ?? 0) < clock) clocks?.set(client, clock);
  };

  edit(attach);
  send(askDurableMessage);

  return {
    get isInStep() {
      return isInStep();
    },
    get wasRefused() {
      return denied || uplink.hasUnconfirmed;
    },
    receive(message) {
      const said = readUpstreamMessage(message);
      switch (said.kind) {
        case 'step-1':
          proveStateVector(said.stateVector, MAX_STRUCTS);
          clocks = decodeStateVector(said.stateVector);
          edit((doc) => {
            attach(doc);
            answer(doc);
          });
          return;
        case 'step-2': {
          const known = clocks;
          answered = true;
          edit((doc) => {
            attach(doc);
            if (!isAnswered()) return;
            take(doc, said.update);
            // What one may not write is not sent; but it must not stay here as if it counted.
            if (offered || !isAnswered() || known === null || !hasOwnNews(doc, known, said.update)) return;
            // The room may have been opened since the other host has asked.
            if (deps.mayWrite()) answer(doc);
            else keepBack();
          });
          settle();
          return;
        }
        case 'update':
          // What was relayed before the answer is in the answer.
          if (!answered) return;
          edit((doc) => {
            attach(doc);
            if (isAnswered()) take(doc, said.update);
          });
          settle();
          return;
        case 'durable':
          proveStateVector(said.stateVector, MAX_STRUCTS);
          for (const [client, clock] of decodeStateVector(said.stateVector)) raise(client, clock);
          uplink.confirmed(said.messages);
          return;
        case 'denied':
          denied = true;
          return;
        case 'ignored':
          return;
      }
    },
    rightChanged() {
      if (!waits || !deps.mayWrite()) return;
      edit((doc) => {
        attach(doc);
        answer(doc);
      });
    },
    committed(doc) {
      if (applying) return;
      if (doc === attached) uplink.stored();
      else {
        deps.onOwnChange();
        attach(doc);
      }
    },
    close() {
      uplink.close();
      detach();
    },
  };
}
