import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyDelta, makeDelta } from '../../../../electron/host/workspace/moment-delta.ts';
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
});
