/**
 * Numbers of the y-websocket protocol (y-protocols: `PROTOCOL.md`; y-websocket: `src/y-websocket.js`). Every message
 * begins with its type, a sync message goes on with its step.
 */
export const messageType = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /**
   * Our extension. Client: `[100]` asks to be told what is durable. Host: `[100, messages, state vector]`, see
   * `durableFrame`. Only who has asked gets it, because the official provider does not know it.
   */
  durable: 100,
} as const;

export const syncStep = { step1: 0, step2: 1, update: 2 } as const;
