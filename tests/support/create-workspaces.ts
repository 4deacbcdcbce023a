import process from 'node:process';
import { generatorProfile } from './arbitrary-document.ts';
import { createWorkspace } from '../../electron/host/workspace/open-workspace.ts';
import { fixedPorts, valueOf } from './filled-workspace.ts';

/** Child process of the tests that kill: creates `<folder>/0.leitbild`, `1.leitbild` … and prints each when it is there. */
const [folder = ''] = process.argv.slice(2);
for (let index = 0; ; index += 1) {
  const path = `${folder}/${String(index)}.leitbild`;
  const made = createWorkspace(path, { profile: generatorProfile, ports: fixedPorts() });
  valueOf(valueOf(made).close());
  process.stdout.write(`${path}\n`);
  await new Promise((resolve) => setImmediate(resolve));
}
