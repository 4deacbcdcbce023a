import process from 'node:process';
import { clearInterval, setInterval } from 'node:timers';
import { openWorkspace } from '../../../../electron/host/workspace/open-workspace.ts';
import { fixedPorts } from '../../../support/filled-workspace.ts';

/** Opens a file for reading, says so, and has it open until it is killed. */
const opened = openWorkspace(process.argv[2] ?? '', { ports: fixedPorts(), readOnly: true });
if (!opened.ok) throw new Error(opened.error.code);
const waiting = setInterval(() => undefined, 60_000);
process.once('disconnect', () => clearInterval(waiting));
process.send?.('open');
