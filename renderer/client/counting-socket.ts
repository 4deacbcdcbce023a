/** What a connection has sent that changes a room, and what of it the host has on its disk. */
export interface SendCount {
  sent: number;
  durable: number;
}

/** `messageType` and `syncStep` of `electron/host/sync/message-types.ts`: what is sent to a room. */
const SYNC = 0;
const STEP_2 = 1;
const UPDATE = 2;
/** Our extension of the protocol: the client asks to be told what is durable. */
export const DURABLE = 100;

/**
 * A WebSocket for the official provider that counts the sync messages with changes, as the host does, and asks to be
 * told what is durable. Counts begin anew with each connection.
 */
export function countingSocket(count: SendCount): typeof WebSocket {
  return class CountingSocket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      count.sent = 0;
      count.durable = 0;
      this.addEventListener('open', () => super.send(Uint8Array.of(DURABLE)));
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (data instanceof Uint8Array && data[0] === SYNC && (data[1] === STEP_2 || data[1] === UPDATE)) {
        count.sent += 1;
      }
      super.send(data);
    }
  };
}
