import { readFile } from 'node:fs/promises';
import { appError } from '../../../../shared/errors/errors.ts';
import { fail, ok } from '../../../../shared/errors/result.ts';
import { selectSource } from '../../editions/select-source.ts';
import { exportFile } from '../../export/export-file.ts';
import { assetsOf } from '../../export/export-publishable.ts';
import { writeFileWhole } from '../../files/write-file.ts';
import { defaultPdfEngine } from '../../export/pdf/pdf-engine.ts';
import type { JobWork } from '../../jobs/jobs.ts';
import type { Handlers } from '../host-services.ts';

/** Editions and drafts as files, and the draft as it would be printed. */
export const exportHandlers = {
  'export.start': ({ source: wanted, format }, { principal, services: { workspace, ports, window } }) => {
    const { id, role } = principal;
    if (wanted.kind === 'draft' && role !== 'moderator') {
      return fail(appError('call-not-allowed', { call: 'export.start', role }));
    }
    const source =
      wanted.kind === 'draft' ? window.takeDraft() : selectSource(workspace, wanted.label, ports.clock.now());
    if (!source.ok) return source;
    const assets = assetsOf(source.value, workspace);
    if (!assets.ok) return assets;
    const job = { source: source.value, assets: assets.value, format };
    const work: JobWork = async (signal, onProgress) => {
      const written = await window.exporter.run(job, { signal, onProgress });
      if (!written.ok) return written;
      const file = exportFile(job.source, format);
      const download = await window.downloads.offer(id, { ...file, bytes: written.value });
      if (!download.ok) return download;
      const unproven = file.mediaType === 'application/pdf' && defaultPdfEngine() === 'wasm';
      return ok({ kind: 'file', download: download.value, ...file, bytes: written.value.length, unproven });
    };
    return window.jobs.start(id, work, role !== 'moderator');
  },
  'export.save': async ({ download, path }, { principal, services: { workspace, window } }) => {
    const opened = window.downloads.open(download, principal.id);
    if (!opened.ok) return opened;
    const written = await writeFileWhole(path, await readFile(opened.value.file.path), {
      inputs: [workspace.path],
    });
    return written.ok ? ok({ path }) : written;
  },
  'print.preview': ({ variant }, { principal, services: { window } }) =>
    window.previews.request(principal.id, variant),
} satisfies Partial<Handlers>;
