import process from 'node:process';
import { contentsOf, fill, followSomebody, made } from './filled-workspace.ts';
import { writeFileSync } from 'node:fs';

/**
 * Makes the golden file of the current version: `node tests/support/make-golden-workspace.ts
 * tests/golden/workspaces/v7.leitbild`. Run once per released version; the file is never made again, because its
 * point is that later programs open what this one wrote. Beside it lies what must be read from it.
 */
const [path = ''] = process.argv.slice(2);
const workspace = made(path);
fill(workspace);
followSomebody(workspace);
workspace.refusedCopies.dismiss(1, '2019-04-08T10:00:00Z');
writeFileSync(path.replace(/\.leitbild$/, '.json'), `${contentsOf(workspace)}\n`);
workspace.close();
