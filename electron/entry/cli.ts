import process from 'node:process';

const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort());
// A reader that has seen enough (`| head`) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
// npm runs scripts in the project's folder; relative paths mean the folder in which the user called it.
const calledIn = process.env['INIT_CWD'];
if (calledIn !== undefined) process.chdir(calledIn);

// Loaded only now, so that an interruption while modules load is noticed too.
const { runProgram } = await import('./program.ts');
process.exitCode = await runProgram(process.argv.slice(2), process, interrupt.signal);
