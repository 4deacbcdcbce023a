import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDecisionDesk, type DecideInput } from '../../../../electron/host/decisions/decision-desk.ts';
import { readStoredRoom } from '../../../../electron/host/workspace/edit-room.ts';
import type { AuditLog } from '../../../../electron/host/workspace/workspace.ts';
import { listDecisions } from '../../../../shared/decisions/decisions-room.ts';
import { appError, AppFailure } from '../../../../shared/errors/errors.ts';
import { contributionId, createCountingIds } from '../../../../shared/ids/ids.ts';
import { readDocument } from '../../../../shared/rooms/text-room.ts';
import { hostWithProposals, recordsOf, wordsOf } from '../../../support/decided-host.ts';
import { flowOf } from '../../../support/decisions.ts';
import { opened, valueOf } from '../../../support/filled-workspace.ts';
import type { TestHost } from '../../../support/live-host.ts';

const moderator = { id: 'local', role: 'moderator', institution: null } as const;
const adoptionOnDesk: DecideInput = {
  ...{ outcome: 'adopted', reason: '', stage: 'final', workshop: null },
  contributions: [{ id: contributionId('c1'), expected: null }],
  wordings: [{ contribution: contributionId('c1'), wording: 'Runde eins' }],
};

/** A desk on the rooms of a host, with another audit log. */
function deskOn(host: TestHost, append: AuditLog['append']) {
  const { upstreams, audit } = host.workspace;
  return createDecisionDesk({
    workspace: { path: host.path, upstreams, audit: { append, list: () => audit.list() } },
    ports: { clock: { now: () => host.clock.instant }, createId: createCountingIds('y') },
    rooms: host.rooms,
    history: { settle: () => undefined, mark: () => undefined },
  });
}

/** What a host would find that starts on what the disk holds now. */
function inFile(path: string): { readonly records: readonly string[]; readonly text: string } {
  const folder = mkdtempSync(join(tmpdir(), 'power-'));
  const copy = join(folder, 'a.leitbild');
  for (const end of ['', '-wal']) if (existsSync(`${path}${end}`)) cpSync(`${path}${end}`, `${copy}${end}`);
  const workspace = opened(copy);
  const records = readStoredRoom(workspace, 'decisions', listDecisions).map(({ id }) => id);
  const document = readStoredRoom(workspace, 'text', (doc) => readDocument(doc));
  valueOf(workspace.close());
  rmSync(folder, { recursive: true });
  return { records, text: flowOf(valueOf(document)).text };
}

describe('deciding while storing fails', () => {
  it('DEC7: leaves nothing half done where storing fails', async () => {
    const { host, text } = await hostWithProposals();
    const failing = deskOn(host, () => {
      throw new AppFailure(appError('disk-full', { path: host.path }));
    });
    expect(failing.decide(adoptionOnDesk, moderator)).toMatchObject({
      ok: false,
      error: { code: 'disk-full' },
    });
    expect([recordsOf(host), wordsOf(host)]).toEqual([[], flowOf(text).text]);
    expect(inFile(host.path)).toEqual({ records: [], text: flowOf(text).text });
  });

  it('DEC7: is in the file as a whole or not at all, wherever the power goes', async () => {
    const { host, text } = await hostWithProposals();
    const seen: unknown[] = [];
    const desk = deskOn(host, (entry) => {
      seen.push(inFile(host.path));
      host.workspace.audit.append(entry);
      seen.push(inFile(host.path));
    });
    const made = valueOf(desk.decide(adoptionOnDesk, moderator));
    const before = { records: [], text: flowOf(text).text };
    expect(seen).toEqual([before, before]);
    expect(inFile(host.path)).toEqual({ records: [made.id], text: wordsOf(host) });
  });
});
