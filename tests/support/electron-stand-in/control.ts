import process from 'node:process';

/** What the shell's process tells the test, as it happens. */
export type StandInEvent =
  | {
      readonly type: 'window-opened' | 'window-closed' | 'window-focused' | 'window-shown';
      readonly window: number;
    }
  | { readonly type: 'dialog'; readonly kind: 'open' | 'save' | 'message'; readonly options: unknown }
  | { readonly type: 'notification'; readonly title: string; readonly body: string }
  | { readonly type: 'external' | 'in-folder'; readonly target: string }
  | { readonly type: 'menu' }
  | { readonly type: 'popup-menu'; readonly labels: readonly string[] }
  | { readonly type: 'blocked'; readonly url: string; readonly why: 'request' | 'navigation' | 'window' }
  | { readonly type: 'forked'; readonly pid: number }
  | { readonly type: 'exited'; readonly pid: number };

/** The event of a type; several types may share their shape. */
export type EventOf<Type extends StandInEvent['type'], Event = StandInEvent> = Event extends {
  readonly type: infer Known;
}
  ? Type extends Known
    ? Event
    : never
  : never;

/** Something that the test asks for by name. */
export type Order = (argument: never) => unknown;

const orders = new Map<string, Order>();

/** Lets the test ask for something. */
export function onOrder(name: string, order: Order): void {
  orders.set(name, order);
}

export function tell(event: StandInEvent): void {
  if (process.connected) process.send?.({ event });
}

process.on('message', (message: { readonly id: number; readonly name: string; readonly argument: never }) => {
  void (async () => {
    try {
      const order = orders.get(message.name);
      if (order === undefined) throw new Error(`no such order: ${message.name}`);
      process.send?.({ id: message.id, value: (await order(message.argument)) ?? null });
    } catch (error) {
      process.send?.({ id: message.id, error: error instanceof Error ? error.message : String(error) });
    }
  })();
});
