import { describe, expect, it } from 'vitest';
import { createTerminal } from '../../../electron/entry/terminal.ts';
import { wordsIn } from '../../../renderer/words/language.ts';

/** Two streams that keep what is written to them, and a clock that is set by hand. */
function streams(isTTY: boolean) {
  const written = { out: '', err: '' };
  const stream = (key: 'out' | 'err') => ({ isTTY, write: (text: string) => (written[key] += text) });
  return { written, stdout: stream('out'), stderr: stream('err') };
}

describe('createTerminal', () => {
  it('shows progress on a terminal once work has taken more than a second, and takes it away', () => {
    let now = 0;
    const { written, ...process } = streams(true);
    const terminal = createTerminal(process, wordsIn('de'), () => now);
    terminal.progress({ phase: 'typesetting', done: 1, total: 4 });
    expect(written.err).toBe('');
    now = 1_001;
    terminal.progress({ phase: 'typesetting', done: 2, total: 4 });
    expect(written.err).toContain('Seiten setzen 50 %');
    terminal.out('fertig');
    expect(written.err.endsWith('\r\u001b[2K')).toBe(true);
    expect(written.out).toBe('fertig\n');
  });

  it('shows none in a file or pipe', () => {
    const { written, ...process } = streams(false);
    let now = 0;
    const terminal = createTerminal(process, wordsIn('de'), () => now);
    now = 10_000;
    terminal.progress({ phase: 'typesetting', done: 2, total: 0 });
    expect(written).toEqual({ out: '', err: '' });
  });
});
