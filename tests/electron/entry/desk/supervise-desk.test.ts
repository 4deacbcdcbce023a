import { expect, test, vi } from 'vitest';
import type { DeskCommand, DeskReport } from '../../../../electron/entry/desk/desk-messages.ts';
import { superviseDesk, type DeskChild } from '../../../../electron/entry/desk/supervise-desk.ts';

/** A process that does what the test says; real ones run in `tests/e2e/electron`. */
function makeChild() {
  const told: DeskCommand[] = [];
  let listener: (message: unknown) => void = () => undefined;
  let die: () => void = () => undefined;
  const child: DeskChild = {
    send: (command) => void told.push(command),
    onMessage: (next) => (listener = next),
    ended: new Promise((resolve) => (die = resolve)),
    kill: () => die(),
  };
  return { child, told, report: (report: DeskReport) => listener(report), die: () => die() };
}

function supervised(now: () => number = () => 0) {
  const children: ReturnType<typeof makeChild>[] = [];
  const states: string[] = [];
  const desk = superviseDesk({
    fork() {
      const made = makeChild();
      children.push(made);
      return made.child;
    },
    door: null,
    start: {
      ...{ nativeDialogs: true, settingsFolder: '/s', appFolder: '/a', dictionaryFolder: '/d' },
      folders: { home: '/', documents: '/', desktop: null },
    },
    now,
    onState: (state) => states.push(state),
    onFailed: (code) => states.push(code),
    onOpened: () => undefined,
    onClosed: () => undefined,
  });
  const last = () => {
    const child = children.at(-1);
    if (child === undefined) throw new Error('no child');
    return child;
  };
  const nextChild = (count: number) => vi.waitFor(() => expect(children).toHaveLength(count));
  return { desk, children, states, last, nextChild };
}

const ready = { type: 'ready', url: 'http://127.0.0.1:4000', secret: 's' } as const;
const file = { url: 'http://127.0.0.1:4001', secret: 'w', path: '/a.leitbild', name: 'a' };

test('DSK5: after a crash it starts under the same address, with the files that were open under theirs', async () => {
  const { desk, states, last, nextChild } = supervised();
  last().report(ready);
  last().report({ type: 'opened', workspace: file });
  last().report({ type: 'opened', workspace: { ...file, path: '/b.leitbild' } });
  last().report({ type: 'closed', path: '/b.leitbild' });
  expect(await desk.started).toBe('running');
  last().die();
  await nextChild(2);
  expect(last().told[0]).toMatchObject({
    type: 'start',
    door: { port: 4000, secret: 's' },
    reopen: [{ path: '/a.leitbild', door: { port: 4001, secret: 'w' } }],
  });
  last().report(ready);
  expect(states).toEqual(['running', 'restarting', 'running']);
  expect(desk.workspaces()).toEqual([file]);
});

test('NET17: what was shared is told to the desk that comes back, and to no other', async () => {
  const { last, nextChild } = supervised();
  const sharing = { port: 4711, fingerprint: null };
  last().report(ready);
  expect(last().told[0]).toMatchObject({ reopen: [] });
  for (const path of ['/a.leitbild', '/b.leitbild', '/c.leitbild']) {
    last().report({ type: 'opened', workspace: { ...file, path } });
    last().report({ type: 'shared', path, sharing });
  }
  last().report({ type: 'shared', path: '/b.leitbild', sharing: null });
  last().report({ type: 'closed', path: '/c.leitbild' });
  last().report({ type: 'opened', workspace: { ...file, path: '/c.leitbild' } });
  last().die();
  await nextChild(2);
  expect(last().told[0]).toMatchObject({
    reopen: [
      { path: '/a.leitbild', sharing },
      { path: '/b.leitbild', sharing: null },
      { path: '/c.leitbild', sharing: null },
    ],
  });
  const fresh = supervised();
  expect(fresh.last().told[0]).toMatchObject({ reopen: [] });
});

test('DSK5: four crashes within a minute are too many, four in a day are not; a retry begins anew', async () => {
  let time = 0;
  const { desk, states, last, nextChild } = supervised(() => time);
  last().report(ready);
  for (let crash = 1; crash <= 4; crash += 1) {
    time += 61_000;
    last().die();
    await nextChild(crash + 1);
    last().report(ready);
  }
  for (let crash = 1; crash <= 3; crash += 1) {
    last().die();
    if (crash < 3) {
      await nextChild(5 + crash);
      last().report(ready);
    }
  }
  await desk.givenUp;
  expect(desk.state).toBe('failed');
  desk.retry();
  await nextChild(8);
  last().report(ready);
  expect(states.at(-1)).toBe('running');
});

test('DSK5: what never ran is not tried again, and says why', async () => {
  const { desk, children, states, last } = supervised();
  last().report({ type: 'failed', code: 'listener-failed' });
  last().die();
  expect(await desk.started).toBe('failed');
  expect(states).toEqual(['listener-failed', 'failed']);
  expect(children).toHaveLength(1);
});

test('stopping waits for the end, and starts nothing again', async () => {
  const { desk, children, last } = supervised();
  last().report(ready);
  const stopped = desk.stop();
  expect(last().told.at(-1)).toEqual({ type: 'stop' });
  last().die();
  await stopped;
  expect(children).toHaveLength(1);
});
