import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { XmlElement, XmlText, type Doc } from 'yjs';
import { createLiveHost, type LiveHost } from '../../electron/host/live-host.ts';
import { applyImport, type ImportPlan } from '../../electron/host/import/import-source.ts';
import type { PrintPreview } from '../../shared/api/export-calls.ts';
import { sharedTypes } from '../../shared/rooms/rooms.ts';
import { fixedPorts, made, valueOf } from '../support/filled-workspace.ts';
import { shippedProfile } from '../support/standard-profile.ts';
import { repeatDocument } from './bench-document.ts';
import { benchSource, planOf } from './bench-source.ts';
import { figureOf, type Figure } from './measure.ts';
import { withFolder } from './with-folder.ts';

/** From an edit of the live room to the pages of it, by HTTP as a window asks for them. */
export function previewBench(): Promise<readonly Figure[]> {
  return withFolder(async (folder) => {
    const source = await benchSource();
    const plan = await planOf(source.repeated(1), source.name);
    const figures: Figure[] = [];
    for (const [times, rounds] of [
      [1, 15],
      [8, 5],
    ] as const) {
      figures.push(...(await figuresOf(plan, times, rounds, folder)));
    }
    return figures;
  });
}

async function figuresOf(
  plan: ImportPlan,
  times: number,
  rounds: number,
  folder: string,
): Promise<readonly Figure[]> {
  const path = join(folder, `${String(times)}.leitbild`);
  const ports = fixedPorts();
  const workspace = made(path);
  workspace.setProfile(shippedProfile());
  valueOf(applyImport(workspace, { ...plan, document: repeatDocument(plan.document, times) }, ports));
  workspace.close();
  const silent = (): void => undefined;
  const host = valueOf(
    await createLiveHost({
      ...{ path, ports, randomBytes, port: 0, publicOrigin: null, certificatePath: null },
      monotonic: () => performance.now(),
      logger: { info: silent, warn: silent, error: silent },
    }),
  );
  const [cold, altered, again, fetched]: number[][] = [[], [], [], []];
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const begun = performance.now();
      host.rooms.edit('text', (doc) => insertWord(doc, round));
      const ready = await preview(host);
      (round === 0 ? cold : altered)?.push(performance.now() - begun);
      const then = performance.now();
      await preview(host);
      if (round > 0) again?.push(performance.now() - then);
      const before = performance.now();
      await fetchPages(host, ready.download);
      if (round > 0) fetched?.push(performance.now() - before);
    }
  } finally {
    await host.close();
  }
  const name = (what: string): string => `preview: ${what} ×${String(times)}`;
  return [
    figureOf(name('the first, worker cold'), 'ms', cold ?? []),
    figureOf(name('a word altered'), 'ms', altered ?? [], 1_000),
    figureOf(name('nothing altered'), 'ms', again ?? []),
    figureOf(name('fetch the pages'), 'ms', fetched ?? []),
  ];
}

/** Writes a word into a paragraph, each time another one. */
function insertWord(doc: Doc, round: number): void {
  const texts: XmlText[] = [];
  const collect = (type: unknown): void => {
    if (type instanceof XmlText) texts.push(type);
    else if (type instanceof XmlElement) type.toArray().forEach(collect);
  };
  doc.getXmlFragment(sharedTypes.text.document).toArray().forEach(collect);
  texts[(round * 37 + 11) % texts.length]?.insert(0, `Wort ${String(round)} `);
}

async function preview(host: LiveHost): Promise<Extract<PrintPreview, { state: 'ready' }>> {
  const answer = await fetch(`${host.url}/api/print.preview`, {
    method: 'POST',
    headers: { authorization: `Bearer ${host.secret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ variant: 'pdf' }),
  });
  const { value } = (await answer.json()) as { value: PrintPreview };
  if (value.state !== 'ready') throw new Error('nobody else asked');
  return value;
}

async function fetchPages(host: LiveHost, download: string): Promise<void> {
  const headers = { authorization: `Bearer ${host.secret}` };
  await (await fetch(`${host.url}/downloads/${download}`, { headers })).arrayBuffer();
}
