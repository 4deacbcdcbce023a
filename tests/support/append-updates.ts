import process from 'node:process';
import { openWorkspace } from '../../electron/host/workspace/open-workspace.ts';
import { fixedPorts, frozenEdition, valueOf } from './filled-workspace.ts';
import { importReport } from './import-report.ts';

/**
 * Child process of the tests that kill: writes without end into the workspace named on the command line and prints
 * one line for each thing that was confirmed (`update <seq>`, `edition <label>`, `import <id>`).
 */
const [path = ''] = process.argv.slice(2);
const workspace = valueOf(openWorkspace(path, { ports: fixedPorts() }));
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const doc = workspace.rooms.load('text');
let confirmed = '';
doc.on('update', (update: Uint8Array) => {
  confirmed = `update ${String(workspace.rooms.append('text', update))}`;
});
say('ready');
for (let round = 1; ; round += 1) {
  doc.getText('t').insert(doc.getText('t').length, `${String(round)} `);
  say(confirmed);
  if (round % 7 === 0) {
    const label = String(workspace.editions.list().length);
    valueOf(workspace.editions.insert(frozenEdition(label)));
    say(`edition ${label}`);
  }
  if (round % 11 === 0) {
    const state = new Uint8Array(20_000);
    const entry = { at: '2019-04-01T10:00:00Z', report: importReport('a.txt'), before: state, after: state };
    say(`import ${String(workspace.imports.record(entry))}`);
  }
  if (round % 13 === 0) workspace.rooms.compact('text');
  // Lets the lines out; the parent kills by what it has read.
  await new Promise((resolve) => setImmediate(resolve));
}
