import { readEvent, type HostEvent } from '../../shared/api/events.ts';

/** The host's events, as long as the window is open. */
export interface Events {
  /** Whether the host can be heard at the moment. */
  readonly connected: boolean;
  subscribe(listener: (event: HostEvent) => void): () => void;
  /** Called when the connection comes or goes. */
  onConnection(listener: () => void): () => void;
  close(): void;
}

const FIRST_DELAY = 250;
const LONGEST_DELAY = 8_000;

/** Listens to `/events` and comes back after a break, until the host says that coming back is of no use. */
export function createEvents(base: string, token: string): Events {
  const listeners = new Set<(event: HostEvent) => void>();
  const watchers = new Set<() => void>();
  let socket: WebSocket | null = null;
  let delay = FIRST_DELAY;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let connected = false;
  let closed = false;

  const setConnected = (next: boolean): void => {
    if (connected === next) return;
    connected = next;
    for (const watcher of [...watchers]) watcher();
  };
  const open = (): void => {
    timer = null;
    const opened = new WebSocket(`${base.replace(/^http/, 'ws')}/events`, ['leitbild', token]);
    socket = opened;
    opened.addEventListener('open', () => {
      delay = FIRST_DELAY;
      setConnected(true);
    });
    opened.addEventListener('message', ({ data }) => {
      const event = typeof data === 'string' ? readEvent(parse(data)) : null;
      if (event !== null) for (const listener of [...listeners]) listener(event);
    });
    opened.addEventListener('close', ({ code }) => {
      setConnected(false);
      if (closed || (code >= 4400 && code <= 4499)) return;
      timer = setTimeout(open, delay);
      delay = Math.min(LONGEST_DELAY, delay * 2);
    });
  };
  open();

  return {
    get connected() {
      return connected;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onConnection(listener) {
      watchers.add(listener);
      return () => void watchers.delete(listener);
    },
    close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      socket?.close();
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
