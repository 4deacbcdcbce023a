import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { Doc, encodeStateAsUpdate } from 'yjs';
import type { Workspace } from '../../../../electron/host/workspace/workspace.ts';
import { closeCodes, type CloseReason } from '../../../../shared/host/close-reasons.ts';
import { made } from '../../../support/filled-workspace.ts';
import { connectRaw, type RawClient } from './raw-client.ts';
import { startHost, type SyncHost } from './sync-host.ts';

/** What a test works on: made anew before each. */
export interface StrictHost {
  folder: string;
  workspace: Workspace;
  host: SyncHost;
  open: RawClient[];
}

/** A host with narrow limits, and bare sockets that are gone when a test is over; for all tests of a file. */
export function strictHost() {
  const at = { open: [] as RawClient[] } as StrictHost;
  beforeEach(async () => {
    at.folder = mkdtempSync(join(tmpdir(), 'sync-'));
    at.workspace = made(join(at.folder, 'a.leitbild'));
    at.host = await startHost(at.workspace, {
      limits: { maxPayload: 100_000, maxStructs: 5000, maxAwarenessBytes: 200, closeWithin: 200 },
    });
  });
  afterEach(async () => {
    for (const client of at.open) client.destroy();
    at.open = [];
    await at.host.close();
    at.workspace.close();
    rmSync(at.folder, { recursive: true, force: true });
  });

  async function raw(protocols: string | readonly string[], room = 'text'): Promise<RawClient> {
    const client = await connectRaw(at.host.url, room, protocols);
    at.open.push(client);
    return client;
  }

  const stored = (): string => at.workspace.rooms.load('text').getText('t').toJSON();
  return { at, raw, stored };
}

/** How a connection is closed for a reason. */
export const closing = (reason: CloseReason) => ({ code: closeCodes[reason], reason });

export function docWith(text: string): Doc {
  const doc = new Doc();
  doc.getText('t').insert(0, text);
  return doc;
}
export const stateWith = (text: string): Uint8Array => encodeStateAsUpdate(docWith(text));
