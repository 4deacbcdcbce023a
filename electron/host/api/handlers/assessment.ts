import { encodeStateAsUpdate } from 'yjs';
import { appError } from '../../../../shared/errors/errors.ts';
import { fail, ok } from '../../../../shared/errors/result.ts';
import { roundOf } from '../../../../shared/rounds/rounds-room.ts';
import { writeInWorker, type AssessmentJob } from '../../export/assessment/assessment-job.ts';
import { assessmentFileName } from '../../export/assessment/file-names.ts';
import { defaultPdfEngine } from '../../export/pdf/pdf-engine.ts';
import type { JobWork } from '../../jobs/jobs.ts';
import type { Handlers } from '../host-services.ts';

/** What was said and decided, as files. Rooms are copied when the job is asked for: later changes are not in it. */
export const assessmentHandlers = {
  'assessment.export': (wanted, { principal, services: { workspace, readRoom, window } }) => {
    const { round } = wanted;
    if (round !== null && readRoom('process', (doc) => roundOf(doc, round)) === undefined) {
      return fail(appError('round-unknown', { round }));
    }
    const draft = window.takeDraft();
    if (!draft.ok) return draft;
    const { title, subtitle, municipality, document, profile } = draft.value.content;
    const createdAt = draft.value.takenAt;
    const job: AssessmentJob = {
      wanted,
      rooms: {
        voices: readRoom('voices', encodeStateAsUpdate),
        decisions: readRoom('decisions', encodeStateAsUpdate),
        process: readRoom('process', encodeStateAsUpdate),
        contacts: readRoom('contacts', encodeStateAsUpdate),
      },
      header: { title, subtitle, municipality },
      ...{ document, profile, createdAt },
      bases: workspace.roundBases.list().flatMap(({ round: of }) => {
        const proven = workspace.roundBases.get(of);
        return proven ? [{ round: of, document: proven.base.document }] : [];
      }),
    };
    const work: JobWork = async (signal, onProgress) => {
      const written = await writeInWorker(job, { signal, onProgress });
      if (!written.ok) return written;
      const { bytes, files } = written.value;
      const file = assessmentFileName(wanted, title, createdAt, { language: profile.language, files });
      const download = await window.downloads.offer(principal.id, { ...file, bytes });
      if (!download.ok) return download;
      const unproven = wanted.format.startsWith('pdf') && defaultPdfEngine() === 'wasm';
      return ok({ kind: 'file', download: download.value, ...file, bytes: bytes.length, unproven });
    };
    return window.jobs.start(principal.id, work);
  },
} satisfies Partial<Handlers>;
