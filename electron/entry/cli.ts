import { runProgram } from './program.ts';

const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort());
process.exitCode = await runProgram(process.argv.slice(2), process, interrupt.signal);
