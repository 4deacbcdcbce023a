import fc from 'fast-check';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openWorkspace } from '../../../../electron/host/workspace/open-workspace.ts';
import { fixedPorts, made, opened } from '../../../support/filled-workspace.ts';

const SEED = 20080101;
const support = new URL('../../../support/', import.meta.url).pathname;
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kill-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a child, kills it after that many lines, and hands back every line it had printed by then. */
async function killAfter(script: string, argument: string, lines: number, onLine?: (count: number) => void) {
  const child = spawn(process.execPath, [join(support, script), argument], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const seen: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    seen.push(line);
    onLine?.(seen.length);
    if (seen.length === lines) child.kill('SIGKILL');
  }
  await ended;
  expect(child.signalCode).toBe('SIGKILL');
  return seen;
}

it('WSP19: whatever was confirmed before a kill -9 is there afterwards, and the file opens at once', async () => {
  const path = join(folder, 'a.leitbild');
  made(path).close();
  const moments = fc.sample(fc.integer({ min: 1, max: 120 }), { seed: SEED, numRuns: 12 });
  const labels = new Set<string>();
  let imports = 0;
  let written = '';
  for (const moment of moments) {
    const lines = await killAfter('append-updates.ts', path, moment, (count) => {
      if (count !== 1) return;
      expect(openWorkspace(path, { ports: fixedPorts() })).toMatchObject({
        error: { code: 'workspace-in-use' },
      });
    });
    const workspace = opened(path);
    expect(workspace.verify(), `seed ${String(SEED)}, kill after ${String(moment)}`).toMatchObject({
      ok: true,
    });
    const text = workspace.rooms.load('text').getText('t').toJSON();
    const updates = lines.filter((line) => line.startsWith('update')).length;
    const expected = Array.from({ length: updates }, (_, index) => `${String(index + 1)} `).join('');
    expect(text.startsWith(written + expected)).toBe(true);
    written = text;
    for (const line of lines) if (line.startsWith('edition ')) labels.add(line.slice(8));
    imports += lines.filter((line) => line.startsWith('import')).length;
    const stored = new Set(workspace.editions.list().map(({ label }) => label));
    for (const label of labels) expect(stored).toContain(label);
    expect(workspace.imports.list().length).toBeGreaterThanOrEqual(imports);
    workspace.close();
    expect(readdirSync(folder)).toEqual(['a.leitbild']);
  }
  expect(labels.size).toBeGreaterThan(10);
});

it('WSP2: a killed creation leaves no file under the name, or a whole one', async () => {
  const moments = fc.sample(fc.integer({ min: 1, max: 40 }), { seed: SEED, numRuns: 8 });
  for (const moment of moments) {
    const place = mkdtempSync(join(folder, 'x-'));
    const lines = await killAfter('create-workspaces.ts', place, moment);
    for (const line of lines) expect(existsSync(line)).toBe(true);
    for (const name of readdirSync(place)) {
      if (!name.endsWith('.leitbild')) continue;
      const workspace = opened(join(place, name));
      expect(workspace.audit.list()).toHaveLength(1);
      workspace.close();
    }
  }
});
