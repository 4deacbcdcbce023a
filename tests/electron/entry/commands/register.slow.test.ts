import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openWorkspace } from '../../../../electron/host/workspace/open-workspace.ts';
import { readRegister } from '../../../../electron/host/register/register-import.ts';
import { valueOf } from '../../../../shared/errors/value-of.ts';
import { fixedPorts } from '../../../support/filled-workspace.ts';
import { madeWorkspace } from '../../../support/expect-refusal.ts';
import { runCli, temporaryFolder } from '../../../support/run-cli.ts';

it('asks about rows that are like an institution, and takes what was answered', async () => {
  const folder = temporaryFolder();
  const file = await madeWorkspace(folder);
  const table = join(folder, 'liste.csv');
  const run = (...options: string[]) => runCli(['register', 'import', file, table, ...options]);
  const stored = () => {
    const workspace = valueOf(openWorkspace(file, { ports: fixedPorts(), readOnly: true }));
    const register = readRegister(workspace).map(({ institution: { id, name, seats } }) => [id, name, seats]);
    workspace.close();
    return register;
  };
  writeFileSync(table, 'Name;Kennung\nGGUA;ggua\n');
  expect((await run()).code).toBe(0);
  const before = stored();

  writeFileSync(table, 'Name;Sitze\nGGUA Flüchtlingshilfe;4\n');
  const asked = await run();
  expect(asked.code).toBe(1);
  expect(asked.out).toContain('2=ggua  GGUA');
  expect(asked.err).toMatch(/ähnelt eine Zeile/);
  expect(stored()).toEqual(before);
  expect((await run('--same-as', 'ggua')).code).toBe(2);

  expect((await run('--skip-row', '2', '--remove-missing')).code).toBe(0);
  expect(stored()).toContainEqual(['ggua', 'GGUA', 1]);
  expect((await run('--same-as', '2=ggua')).code).toBe(0);
  expect(stored()).toContainEqual(['ggua', 'GGUA', 4]);
  expect((await run('--as-new', '2')).code).toBe(0);
  expect(stored().map(([, name]) => name)).toContain('GGUA Flüchtlingshilfe');
});
