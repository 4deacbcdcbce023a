import { visibleText } from '../../shared/text/visible-text.ts';
import type { ReportProgress } from '../host/ports.ts';
import type { Words } from '../../renderer/words/words.ts';

/** Where the command line writes: results to `out`, everything else to `err`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly progress: ReportProgress;
  /** Takes the progress line away. */
  readonly clearProgress: () => void;
}

/** What is used of a process's standard streams. */
export interface OutputStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** How long work goes on before its progress is shown, in milliseconds. */
const PATIENCE = 1_000;

/**
 * The terminal of a process. Progress is shown on standard error, in one line, where that is a terminal and the
 * work has taken more than a second; a file or pipe receives none of it. What is written cannot steer the terminal:
 * control characters are told by their code.
 */
export function createTerminal(
  streams: { readonly stdout: OutputStream; readonly stderr: OutputStream },
  words: Words,
  now: () => number,
): Terminal {
  const begun = now();
  let shown = false;
  const clearProgress = (): void => {
    if (shown) streams.stderr.write('\r\u001b[2K');
    shown = false;
  };
  const write = (stream: OutputStream) => (text: string) => {
    clearProgress();
    stream.write(`${visibleText(text)}\n`);
  };
  return {
    out: write(streams.stdout),
    err: write(streams.stderr),
    clearProgress,
    progress: ({ phase, done, total }) => {
      if (!streams.stderr.isTTY || now() - begun < PATIENCE) return;
      const share = total > 0 ? ` ${String(Math.round((100 * done) / total))} %` : ' …';
      streams.stderr.write(`\r\u001b[2K${words.commands.phases[phase] ?? phase}${share}`);
      shown = true;
    },
  };
}
