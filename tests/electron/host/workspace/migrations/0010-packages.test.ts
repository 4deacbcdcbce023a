import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { institutionId, invitationId, roundId, sha256 } from '../../../../../shared/ids/ids.ts';
import { publicKeyOf, secretKeyOf } from '../../../../../shared/packages/envelope.ts';
import { opened } from '../../../../support/filled-workspace.ts';
import { writeOlderWorkspace } from '../../../../support/older-workspace.ts';

it('WSP18: a file of version 9 has sent no packages yet, and takes the first with its key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'migration-'));
  const path = join(folder, 'a.leitbild');
  writeOlderWorkspace(path, 9);
  const workspace = opened(path);
  const { packages } = workspace;
  expect(workspace.migrated).toMatchObject({ from: 9 });
  expect([packages.sent(), packages.fileKey(), packages.openedFrom()]).toEqual([[], null, null]);
  const key = secretKeyOf(new Uint8Array(32).fill(3));
  const sent = {
    ...{ hash: sha256('c'.repeat(64)), round: roundId('r1'), institution: institutionId('i1') },
    ...{ invitation: invitationId('anna'), key: publicKeyOf(key), at: '2019-04-05T10:00:00Z' },
  };
  packages.keepFileKey(key);
  packages.noteSent([sent]);
  packages.keepOpened('{}');
  expect(() => packages.keepFileKey(key)).toThrow(RangeError);
  expect(() => packages.noteSent([{ ...sent, hash: sha256('d'.repeat(64)) }, sent])).toThrow(RangeError);
  expect(() => packages.keepOpened('{}')).toThrow(RangeError);
  expect([packages.sent(), packages.fileKey(), packages.openedFrom()]).toEqual([[sent], key, '{}']);
  expect(workspace.verify()).toMatchObject({ ok: true });
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});
