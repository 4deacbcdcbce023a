import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot, runCli, temporaryFolder } from '../support/run-cli.ts';

it('another city’s four levels of goals need a profile, not code', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'haselhude.leitbild');
  const source = join(projectRoot, 'resources/sample/vier-ebenen.md');
  expect(await runCli(['import', source, '--into', file, '--profile', 'vier-ebenen'])).toMatchObject({
    code: 0,
  });
  const shown = JSON.parse((await runCli(['show', file, '--json'])).out) as Record<string, unknown>;
  for (const level of ['leitlinien', 'leitziele', 'teilziele', 'maßnahmen']) {
    expect(shown[level], level).toBeGreaterThan(0);
  }
  expect((await runCli(['freeze', file, '--edition', 'Erste Fassung'])).code).toBe(0);
  for (const format of ['pdf', 'workingcopy', 'docx', 'html', 'md']) {
    const target = join(folder, `x.${format}`);
    const run = await runCli([
      'export',
      file,
      '--edition',
      'Erste Fassung',
      '--format',
      format,
      '-o',
      target,
    ]);
    expect(run).toMatchObject({ code: 0, err: '' });
  }
  expect(readFileSync(join(folder, 'x.html'), 'utf8')).toContain('Themenfeld');
});
