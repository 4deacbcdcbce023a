import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AppFailure } from '../../../../shared/errors/errors.ts';
import { roundId, sha256 } from '../../../../shared/ids/ids.ts';
import { made, opened, sampleRoundBase, valueOf } from '../../../support/filled-workspace.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bases-'));
  path = join(folder, 'a.leitbild');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('RND2: a base comes back with its hash, and a round gets one only', () => {
  const workspace = made(path);
  const [first, second] = [sampleRoundBase(), sampleRoundBase('r2020', 5)];
  workspace.roundBases.insert(first);
  workspace.roundBases.insert(second);
  expect(() => workspace.roundBases.insert(sampleRoundBase('r2019', 7))).toThrow(RangeError);
  expect(() =>
    workspace.roundBases.insert({ ...sampleRoundBase('r2021'), hash: sha256('0'.repeat(64)) }),
  ).toThrow(TypeError);
  expect(workspace.roundBases.list().map(({ round, hash }) => [round, hash])).toEqual([
    ['r2019', first.hash],
    ['r2020', second.hash],
  ]);
  valueOf(workspace.close());
  const again = opened(path);
  expect(again.roundBases.get(roundId('r2020'))).toEqual({ base: second.base, hash: second.hash });
  valueOf(again.close());
});

it('RND2: a base can be neither changed nor deleted, and one that was changed behind the back is not handed out', () => {
  const workspace = made(path);
  workspace.roundBases.insert(sampleRoundBase());
  valueOf(workspace.close());
  const connection = new Database(path);
  const change = "UPDATE round_bases SET content = CAST(replace(content, 'Gefragt', 'Erfragt') AS BLOB)";
  expect(() => connection.exec(change)).toThrow('only ever added');
  expect(() => connection.exec('DELETE FROM round_bases')).toThrow('only ever added');
  const trigger = connection
    .prepare("SELECT sql FROM sqlite_schema WHERE name = 'round_bases_no_update'")
    .pluck()
    .get() as string;
  connection.exec(`DROP TRIGGER round_bases_no_update; ${change}; ${trigger}`);
  connection.close();
  const damaged = opened(path);
  expect(() => damaged.roundBases.get(roundId('r2019'))).toThrow(AppFailure);
  expect(damaged.verify()).toMatchObject({ ok: false, error: { code: 'workspace-damaged' } });
  damaged.close();
});
