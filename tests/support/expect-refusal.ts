import { join } from 'node:path';
import { expect } from 'vitest';
import { projectRoot, runCli } from './run-cli.ts';

/** A whole text to import. */
export const sample = join(projectRoot, 'resources/sample/2008.md');

/** A workspace with one text and one edition, 2008. */
export async function madeWorkspace(folder: string): Promise<string> {
  const file = join(folder, 'stadt.leitbild');
  expect((await runCli(['import', sample, '--into', file])).code).toBe(0);
  expect((await runCli(['freeze', file, '--edition', '2008'])).code).toBe(0);
  return file;
}

/** Runs a command that must be refused: exit code 1, nothing on standard output, these messages, no stack. */
export async function expectRefusal(
  args: readonly string[],
  ...messages: readonly (string | RegExp)[]
): Promise<void> {
  const { code, err, out } = await runCli(args);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  for (const message of messages) expect(err).toMatch(message);
  expect(err).not.toMatch(/\bat .*\.ts:\d+/);
}
