import { join } from 'node:path';
import { compareDocuments } from '../../shared/diff/compare-documents.ts';
import { editRoom } from '../../electron/host/workspace/edit-room.ts';
import { freezeDraft } from '../../electron/host/editions/freeze-draft.ts';
import { selectSource } from '../../electron/host/editions/select-source.ts';
import { summarize } from '../../electron/host/editions/summary.ts';
import { takeDraft } from '../../electron/host/editions/draft.ts';
import { applyImport, type ImportPlan } from '../../electron/host/import/import-source.ts';
import { writeDocument } from '../../shared/rooms/text-room.ts';
import { fixedPorts, made, opened, valueOf } from '../support/filled-workspace.ts';
import { shippedProfile } from '../support/standard-profile.ts';
import { repeatDocument, reviseDocument } from './bench-document.ts';
import { benchSource, planOf } from './bench-source.ts';
import { figureOf, timesOf, type Figure } from './measure.ts';
import { withFolder } from './with-folder.ts';

/** Work on a workspace with two editions, of which the second has every fifth goal reworded or moved. */
export function editionsBench(): Promise<readonly Figure[]> {
  return withFolder(async (folder) => {
    const source = await benchSource();
    const plan = await planOf(source.repeated(1), source.name);
    const figures: Figure[] = [];
    for (const times of [1, 16]) figures.push(...(await figuresOf(plan, times, folder)));
    return figures;
  });
}

async function figuresOf(plan: ImportPlan, times: number, folder: string): Promise<readonly Figure[]> {
  const path = join(folder, `${times}.leitbild`);
  const document = repeatDocument(plan.document, times);
  const ports = fixedPorts();
  const now = (): string => ports.clock.now();
  const header = { title: plan.header.title || 'Leitbild', adoption: null };
  const workspace = made(path);
  workspace.setProfile(shippedProfile());
  valueOf(applyImport(workspace, { ...plan, document }, ports));
  const first = valueOf(freezeDraft(workspace, { ...header, label: '2019' }, ports));
  const revised = reviseDocument(first.content.document);
  editRoom(workspace, 'text', (doc) => writeDocument(doc, revised));
  const second = valueOf(freezeDraft(workspace, { ...header, label: '2025' }, ports));
  workspace.close();

  const name = (work: string): string => `editions: ${work} ×${times}`;
  const figures: Figure[] = [];
  const measure = async (work: string, run: () => unknown): Promise<void> => {
    figures.push(figureOf(name(work), 'ms', await timesOf(run, { runs: 9, warmUp: 2 })));
  };
  await measure('open the file', () => opened(path).close());
  const again = opened(path);
  await measure('read the draft', () => valueOf(takeDraft(again, now())));
  await measure('show', () => summarize(again, valueOf(selectSource(again, '2025', now()))));
  await measure('compare', () => compareDocuments(first.content.document, second.content.document));
  await measure('verify', () => valueOf(again.verify()));
  let label = 0;
  await measure('freeze', () => valueOf(freezeDraft(again, { ...header, label: `b${++label}` }, ports)));
  again.close();
  return figures;
}
