import { Doc } from 'yjs';
import { WebsocketProvider } from 'y-websocket';
import { WebSocket } from 'ws';

/** An unchanged official provider with its document, and how its connections ended. */
export interface OfficialClient {
  readonly doc: Doc;
  readonly provider: WebsocketProvider;
  /** Code and reason of every close that the host sent. */
  readonly closes: readonly { readonly code: number; readonly reason: string }[];
  readonly text: string;
  write(text: string): void;
  synced(): Promise<void>;
  /** The final close, after which the provider does not come back. */
  ended(): Promise<{ readonly code: number; readonly reason: string }>;
  destroy(): void;
}

export function connectOfficial(
  url: string,
  room: string,
  token: string,
  options: { readonly doc?: Doc; readonly connect?: boolean } = {},
): OfficialClient {
  const doc = options.doc ?? new Doc();
  const closes: { code: number; reason: string }[] = [];
  const provider = new WebsocketProvider(url, room, doc, {
    protocols: ['leitbild', token],
    // @ts-expect-error: `ws` lacks only what browsers add to a WebSocket.
    WebSocketPolyfill: WebSocket,
    disableBc: true,
    maxBackoffTime: 100,
    connect: options.connect ?? true,
  });
  provider.on('connection-close', (event) => {
    if (event !== null) closes.push({ code: event.code, reason: event.reason });
  });
  const final = new Promise<{ code: number; reason: string }>((resolve) => {
    provider.once('closed', ({ code, reason }) => resolve({ code, reason }));
  });
  return {
    doc,
    provider,
    closes,
    get text() {
      return doc.getText('t').toJSON();
    },
    write: (text) => doc.getText('t').insert(doc.getText('t').length, text),
    synced: () =>
      provider.synced
        ? Promise.resolve()
        : new Promise((resolve) => {
            provider.on('sync', (is) => {
              if (is) resolve();
            });
          }),
    ended: () => final,
    destroy() {
      provider.destroy();
      doc.destroy();
    },
  };
}
