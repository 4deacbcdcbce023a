import { Item, ID, type GC } from 'yjs';

/** What an update brings; a garbage-collected run builds on nothing. */
export type Struct = Item | GC;

interface ClientQueue {
  readonly structs: readonly Struct[];
  next: number;
}

/**
 * The structs of one update so that each comes after everything in the update that it builds on. Every prefix can
 * then be applied by itself. Structs of one client must come in the order of their clocks, as Yjs writes them.
 */
export function* causalOrder(structs: readonly Struct[]): Generator<Struct> {
  const lists = new Map<number, Struct[]>();
  for (const struct of structs) {
    const list = lists.get(struct.id.client);
    if (list === undefined) lists.set(struct.id.client, [struct]);
    else list.push(struct);
  }
  const queues = new Map<number, ClientQueue>(
    Array.from(lists, ([client, list]) => [client, { structs: list, next: 0 }]),
  );
  for (const client of queues.keys()) yield* drain(client, queues);
}

/** Hands out what a client still has; what that builds on, of other clients, just before it. */
function* drain(first: number, queues: ReadonlyMap<number, ClientQueue>): Generator<Struct> {
  const stack = [{ client: first, until: Infinity }];
  const waiting = new Set([first]);
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const queue = queues.get(top.client);
    const struct = queue?.structs[queue.next];
    if (queue === undefined || struct === undefined || struct.id.clock > top.until) {
      stack.pop();
      waiting.delete(top.client);
      continue;
    }
    // One that waits for itself in a circle is nothing that Yjs has made; the other host judges it.
    const blocker = needs(struct).find(({ client, clock }) => {
      const other = queues.get(client);
      const head = other?.structs[other.next];
      return head !== undefined && head.id.clock <= clock && !waiting.has(client);
    });
    if (blocker === undefined) {
      queue.next += 1;
      yield struct;
    } else {
      stack.push({ client: blocker.client, until: blocker.clock });
      waiting.add(blocker.client);
    }
  }
}

function needs(struct: Struct): readonly ID[] {
  if (!(struct instanceof Item)) return [];
  const { origin, rightOrigin, parent } = struct;
  // A struct that was read and not applied names its parent by id.
  return [origin, rightOrigin, parent].filter((found): found is ID => found instanceof ID);
}
