import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { readAppFiles } from '../../../electron/host/app/app-files.ts';
import type { LiveHost } from '../../../electron/host/live-host.ts';
import { builtRenderer } from '../../support/app/built-renderer.ts';
import { launchChromium } from '../../support/chromium.ts';
import { bundle } from '../../support/editor/editor-page.ts';
import { valueOf } from '../../support/filled-workspace.ts';
import { figureOf, type Figure } from '../measure.ts';
import { withTextHost } from '../text-host.ts';
import { newcomer, startOf, type WindowStart } from './first-paint.ts';

const RUNS = 5;
/** Goals that the project set itself: nobody should notice waiting, and a guest's mobile network carry it at once. */
const EDITABLE_MS = 1_000;
const CODE_KIB = 512;

/** A text of which a person can write in any part: the last chapter is there, too. */
const EDITABLE = '.leitbild-text[contenteditable="true"] > section ~ section p';

/** From opening the address to a text that can be written in, on a real host; and what a window loads for it. */
export async function startBench(): Promise<readonly Figure[]> {
  const browser = await launchChromium();
  try {
    const figures: Figure[] = [];
    for (const times of [1, 8]) {
      figures.push(
        ...(await withTextHost(times, (host, opening) =>
          windowFigures(browser, host, opening, `×${String(times)}`),
        )),
      );
    }
    const bare = await bundle(fileURLToPath(new URL('bare-editor.ts', import.meta.url)));
    figures.push(
      ...(await deskFigures(browser)),
      figureOf('size: bare Tiptap with Yjs, code', 'KiB', [gzipSync(bare.script).length / 1024]),
    );
    return figures;
  } finally {
    await browser.close();
  }
}

async function windowFigures(
  browser: Browser,
  host: LiveHost,
  opening: number,
  size: string,
): Promise<readonly Figure[]> {
  const url = `${host.url}/#secret=${host.secret}`;
  const first: WindowStart[] = [];
  const again: WindowStart[] = [];
  for (let run = -1; run < RUNS; run += 1) {
    const context = await newcomer(browser);
    const [one, other] = [await startOf(context, url, EDITABLE), await startOf(context, url, EDITABLE)];
    await context.close();
    // The first run of all finds the host and the browser cold and does not count.
    if (run < 0) continue;
    first.push(one);
    again.push(other);
  }
  const editable = (starts: readonly WindowStart[]): number[] => starts.map((start) => start.editable);
  const time = `start ${size}: address to editable paint`;
  return [
    figureOf(`start ${size}: host opens the file`, 'ms', [opening]),
    figureOf(`${time}, first time`, 'ms', editable(first), EDITABLE_MS),
    figureOf(`${time}, again`, 'ms', editable(again), EDITABLE_MS),
    ...(size === '×1' ? sizeFigures('window on a text', first) : []),
  ];
}

/** The start screen by itself; its calls are not answered, since only what it loads is looked at. */
async function deskFigures(browser: Browser): Promise<readonly Figure[]> {
  const files = valueOf(readAppFiles(builtRenderer(), 'desk'));
  const server = createServer((request, response) => {
    if (!files.answer(request, response)) response.writeHead(404).end();
  });
  await listening(server);
  try {
    const { port } = server.address() as AddressInfo;
    const context = await newcomer(browser);
    const start = await startOf(context, `http://127.0.0.1:${String(port)}/#secret=none`, 'main');
    await context.close();
    return sizeFigures('start screen', [start]);
  } finally {
    server.close();
  }
}

function listening(server: Server): Promise<void> {
  return new Promise((done) => server.listen(0, '127.0.0.1', done));
}

function sizeFigures(name: string, starts: readonly WindowStart[]): readonly Figure[] {
  return [
    figureOf(
      `size: ${name}, code`,
      'KiB',
      starts.map(({ code }) => code),
      CODE_KIB,
    ),
    figureOf(
      `size: ${name}, fonts`,
      'KiB',
      starts.map(({ fonts }) => fonts),
    ),
  ];
}
