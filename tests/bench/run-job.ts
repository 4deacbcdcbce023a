import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a process of its own needed for one job. */
export interface JobRun {
  /** From starting the process to its end. */
  readonly ms: number;
  /** The most memory it held, in MiB. */
  readonly peakMiB: number;
}

/** Runs one job of `job.ts` in a process of its own; throws where it fails. */
export function runJob(job: 'import' | 'pdf' | 'assessment' | 'nothing', path = ''): Promise<JobRun> {
  const script = fileURLToPath(new URL('./job.ts', import.meta.url));
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, job, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve({ ms: performance.now() - begun, peakMiB: Number(out) });
      else reject(new Error(`the job ${job} ended with ${String(code)}`));
    });
  });
}
