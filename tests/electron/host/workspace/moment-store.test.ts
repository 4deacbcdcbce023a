import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyDelta, makeDelta } from '../../../../electron/host/workspace/moment-delta.ts';
import { attemptValue } from '../../../../electron/host/workspace/attempt.ts';
import type { Workspace } from '../../../../electron/host/workspace/workspace.ts';
import { canonicalJson } from '../../../../shared/editions/canonical-json.ts';
import { arbitraryDocument } from '../../../support/arbitrary-document.ts';
import { made, opened, smallDocument } from '../../../support/filled-workspace.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'moments-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bare = { cause: 'edit', label: '', authors: [], removed: [] } as const;
const add = (workspace: Workspace, at: string, text: string): number =>
  workspace.moments.add({ ...bare, from: at, to: at, text });
const textWith = (paragraphs: number, word = 'Wort'): string =>
  canonicalJson(smallDocument(paragraphs, word));

describe('the difference of two states', () => {
  it('HIS3: put back on its base it gives the state again, for any two documents', () => {
    fc.assert(
      fc.property(arbitraryDocument(), arbitraryDocument(), (left, right) => {
        const [base, text] = [canonicalJson(left), canonicalJson(right)];
        expect(applyDelta(base, makeDelta(base, text))).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('HIS3: one paragraph more in a long text is told in a few words', () => {
    const [base, text] = [textWith(500), textWith(501)];
    expect(makeDelta(base, text).length).toBeLessThan(400);
  });
});

describe('moments in the file', () => {
  it('HIS3: states are shared where nothing changed, told by difference within a day, and all proven', () => {
    const path = join(folder, 'a.leitbild');
    const workspace = made(path);
    const texts = [textWith(200), textWith(200), textWith(201), textWith(199, 'Satz'), textWith(200)];
    const ids = texts.map((text, index) =>
      add(workspace, `2024-05-0${String(1 + (index >> 1))}T10:00:00Z`, text),
    );
    expect(ids).toEqual([1, 2, 3, 4, 5]);
    expect(ids.map((id) => workspace.moments.text(id))).toEqual(texts);
    expect(workspace.moments.list({ limit: 2 }).map(({ id }) => id)).toEqual([5, 4]);
    expect(workspace.moments.list({ limit: 9, before: 3 }).map(({ id }) => id)).toEqual([2, 1]);
    workspace.close();
    const again = opened(path);
    expect(ids.map((id) => again.moments.text(id))).toEqual(texts);
    expect(again.verify()).toMatchObject({ ok: true });
    again.close();
  });

  it('HIS4: what is taken out takes its state along, unless another moment needs it', () => {
    const workspace = made(join(folder, 'b.leitbild'));
    const texts = [textWith(100), textWith(101), textWith(102), textWith(103)];
    texts.forEach((text) => add(workspace, '2024-05-01T10:00:00Z', text));
    workspace.moments.remove([1, 3]);
    expect(workspace.moments.text(1)).toBe(undefined);
    expect([2, 4].map((id) => workspace.moments.text(id))).toEqual([texts[1], texts[3]]);
    expect(workspace.verify()).toMatchObject({ ok: true });
    expect(() => workspace.moments.remove([1])).toThrow(RangeError);
    expect(add(workspace, '2024-05-02T10:00:00Z', textWith(50))).toBe(5);
    workspace.moments.remove([2, 4]);
    expect(workspace.moments.list({ limit: 9 }).map(({ id }) => id)).toEqual([5]);
    expect(workspace.verify()).toMatchObject({ ok: true });
    workspace.close();
  });

  it('HIS3: what was changed or taken out behind our back is told as damage', () => {
    const path = join(folder, 'c.leitbild');
    const workspace = made(path);
    for (let count = 0; count < 3; count += 1) add(workspace, '2024-05-01T10:00:00Z', textWith(50 + count));
    workspace.close();
    const whole = readFileSync(path);
    const damaged = (sql: string): unknown => {
      writeFileSync(path, whole);
      const raw = new Database(path);
      expect(() => raw.exec("UPDATE moments SET cause = 'freeze'")).toThrow('rows never change');
      expect(() => raw.exec('UPDATE moment_states SET base = NULL')).toThrow('rows never change');
      const triggers = raw
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name LIKE 'moment%'")
        .all() as readonly { readonly name: string; readonly sql: string }[];
      for (const { name } of triggers) raw.exec(`DROP TRIGGER ${name}`);
      raw.exec(sql);
      for (const trigger of triggers) raw.exec(trigger.sql);
      raw.close();
      const again = opened(path);
      const told = attemptValue(() => [again.moments.list({ limit: 9 }), again.moments.text(2)]);
      const verified = again.verify();
      again.close();
      return [told.ok ? 'sound' : told.error.code, verified.ok ? 'sound' : verified.error.code];
    };
    expect(damaged('SELECT 1')).toEqual(['sound', 'sound']);
    const both = ['workspace-damaged', 'workspace-damaged'];
    expect(damaged("UPDATE moments SET label = 'x' WHERE position = 2")).toEqual(both);
    expect(damaged('DELETE FROM moments WHERE position = 2')).toEqual(both);
    expect(damaged("UPDATE moment_states SET data = x'0300' WHERE position = 1")).toEqual(both);
    expect(damaged("UPDATE moment_states SET data = x'0300' WHERE position = 3")).toEqual([
      'sound',
      'workspace-damaged',
    ]);
  });
});
