import { connect, type Socket } from 'node:net';
import process from 'node:process';
import { clearInterval, clearTimeout, setInterval, setTimeout } from 'node:timers';

/** How many connects are tried in how many milliseconds, once. */
export interface ConnectsJob {
  readonly port: number;
  readonly count: number;
  readonly withinMs: number;
}

/** What became of them. */
export interface ConnectsResult {
  /** Answered with 101. */
  readonly admitted: number;
  /** Answered with 429. */
  readonly turnedAway: number;
  /** Hung up on, or not answered within `LONGEST_MS`. */
  readonly unanswered: number;
  /** Until the last one was tried, and until the last one was answered, in milliseconds. */
  readonly triedAfter: number;
  readonly answeredAfter: number;
}

const LONGEST_MS = 20_000;
const REQUEST = [
  'GET /rooms/text HTTP/1.1',
  'Host: 127.0.0.1',
  'Upgrade: websocket',
  'Connection: Upgrade',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Protocol: leitbild, moderator',
  '\r\n',
].join('\r\n');

/** Child process of the bench: is told a job, tries, and answers with what became of it. */
process.once('message', (job: ConnectsJob) => {
  const begun = performance.now();
  const counts = { admitted: 0, turnedAway: 0, unanswered: 0 };
  const sockets = new Set<Socket>();
  let tried = 0;
  let triedAfter = 0;
  const end = (): void => {
    const answered = counts.admitted + counts.turnedAway + counts.unanswered;
    const result: ConnectsResult = {
      ...counts,
      unanswered: counts.unanswered + job.count - answered,
      triedAfter,
      answeredAfter: performance.now() - begun,
    };
    for (const socket of sockets) socket.destroy();
    process.send?.(result, () => process.exit());
  };
  const deadline = setTimeout(end, LONGEST_MS);
  const count = (kind: keyof typeof counts): void => {
    counts[kind] += 1;
    if (counts.admitted + counts.turnedAway + counts.unanswered < job.count) return;
    clearTimeout(deadline);
    end();
  };
  const tryOne = (): void => {
    const socket = connect(job.port, '127.0.0.1');
    sockets.add(socket);
    let isAnswered = false;
    socket.on('data', (chunk: Buffer) => {
      if (isAnswered) return;
      isAnswered = true;
      // Whoever was let in stays, as a guest would.
      count(chunk.toString('latin1', 9, 12) === '101' ? 'admitted' : 'turnedAway');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      if (!isAnswered) count('unanswered');
      isAnswered = true;
    });
    socket.write(REQUEST);
  };
  const timer = setInterval(() => {
    const due = Math.min(job.count, Math.ceil(((performance.now() - begun) / job.withinMs) * job.count));
    for (; tried < due; tried += 1) tryOne();
    if (tried < job.count) return;
    clearInterval(timer);
    triedAfter = performance.now() - begun;
  }, 1);
});
