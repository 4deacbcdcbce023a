import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkspace } from '../../../../electron/host/workspace/open-workspace.ts';
import { AppFailure } from '../../../../shared/errors/errors.ts';
import { contentsOf, fill, fixedPorts, made } from '../../../support/filled-workspace.ts';

const SEED = 20190705;
let folder = '';
let path = '';
let whole = Buffer.alloc(0);
let contents = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'damage-'));
  path = join(folder, 'a.leitbild');
  const workspace = made(path);
  fill(workspace);
  contents = contentsOf(workspace);
  workspace.close();
  whole = readFileSync(path);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Outcome = 'identical' | 'refused' | 'told by reading' | 'told by verify' | 'other content';

/** What becomes of these bytes as a workspace; an error that is none of ours comes through. */
function outcomeOf(bytes: Uint8Array, readOnly: boolean): Outcome {
  const copy = join(folder, 'b.leitbild');
  for (const part of ['-wal', '-journal']) rmSync(copy + part, { force: true });
  writeFileSync(copy, bytes);
  const opened = openWorkspace(copy, { ports: fixedPorts(), readOnly });
  if (!opened.ok) return 'refused';
  try {
    const sound = opened.value.verify().ok;
    const found = contentsOf(opened.value);
    if (found === contents) return 'identical';
    return sound ? 'other content' : 'told by verify';
  } catch (error) {
    // `contentsOf` throws a plain error with the code in it for a `Result` that failed.
    if (error instanceof AppFailure || (error instanceof Error && error.message.startsWith('{"code"'))) {
      return 'told by reading';
    }
    throw error;
  } finally {
    opened.value.close();
  }
}

it('WSP10: a flipped byte anywhere leaves the content identical or is told, never other content', () => {
  const outcomes = new Map<Outcome, number>();
  const flip = fc.record({
    offset: fc.oneof(fc.nat(whole.length - 1), fc.nat(99)),
    mask: fc.integer({ min: 1, max: 255 }),
    readOnly: fc.boolean(),
  });
  fc.assert(
    fc.property(flip, ({ offset, mask, readOnly }) => {
      const bytes = Buffer.from(whole);
      bytes.writeUInt8(bytes.readUInt8(offset) ^ mask, offset);
      const outcome = outcomeOf(bytes, readOnly);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      // Even without `verify`, reading never hands out other content.
      return outcome !== 'other content' && outcome !== 'told by verify';
    }),
    { seed: SEED, numRuns: 400 },
  );
  expect(outcomes.get('told by reading') ?? 0).toBeGreaterThan(20);
});

it('WSP10: a page that was lost, doubled or swapped is told', () => {
  const pages = whole.length / 4096;
  const page = (index: number) => whole.subarray(index * 4096, (index + 1) * 4096);
  for (let index = 1; index < pages; index += 1) {
    const zeroed = Buffer.from(whole);
    zeroed.fill(0, index * 4096, (index + 1) * 4096);
    const doubled = Buffer.from(whole);
    page((index + 7) % pages).copy(doubled, index * 4096);
    for (const bytes of [zeroed, doubled])
      expect(outcomeOf(bytes, false), `page ${String(index)}`).not.toBe('other content');
  }
});
