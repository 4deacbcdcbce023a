import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Doc } from 'yjs';
import {
  createSubmissionDesk,
  type RoomEditor,
  type SubmissionDesk,
} from '../../../../electron/host/contributions/submission-desk.ts';
import type { Workspace } from '../../../../electron/host/workspace/workspace.ts';
import { refusalsOf, submitContribution } from '../../../../shared/contributions/contributions-room.ts';
import type { Contribution } from '../../../../shared/contributions/contribution.ts';
import { listVoices } from '../../../../shared/contributions/voices-room.ts';
import type { AppError } from '../../../../shared/errors/errors.ts';
import { institutionId, roundId } from '../../../../shared/ids/ids.ts';
import { initialPhase, writePhase, writeRound } from '../../../../shared/rooms/phase-room.ts';
import { sharedTypes, type RoomName } from '../../../../shared/rooms/rooms.ts';
import { made, valueOf } from '../../../support/filled-workspace.ts';
import { liveWorkspace, type LiveWorkspace } from '../../../support/live-workspace.ts';

export const caritas: RoomName = 'contributions/caritas' as RoomName;
export const kirche: RoomName = 'contributions/kirche' as RoomName;
export const ofKirche = { institution: institutionId('kirche'), author: 'inv-kirche' };
const authors: Readonly<Record<string, string>> = { 'inv-caritas': 'caritas', 'inv-kirche': 'kirche' };

export const records = (doc: Doc) => listVoices(doc).map(({ record }) => record);
export const submittedMap = (doc: Doc) => doc.getMap<unknown>(sharedTypes.contributions.submitted);

/** What a test works on: made anew before each, while contributions are open. */
export interface OpenRound {
  folder: string;
  workspace: Workspace;
  live: LiveWorkspace;
  desk: SubmissionDesk;
  /** The host's clock. */
  now: string;
}

/** A round in which two institutions submit, with the desk that takes what they do; for all tests of a file. */
export function openRound() {
  const at = { now: '' } as OpenRound;

  function deskOn(editor: RoomEditor, failures: AppError[] = [], on = at.workspace): SubmissionDesk {
    return createSubmissionDesk({
      editor,
      workspace: on,
      clock: { now: () => at.now },
      institutionOf: (author) => {
        const institution = authors[author];
        return institution === undefined ? null : institutionId(institution);
      },
      onFailure: (_, error) => failures.push(error),
    });
  }

  beforeEach(() => {
    at.folder = mkdtempSync(join(tmpdir(), 'desk-'));
    at.workspace = made(join(at.folder, 'a.leitbild'));
    at.live = liveWorkspace(at.workspace);
    at.now = '2019-05-01T12:00:00Z';
    at.live.edit('process', (process) => {
      writePhase(process, { ...initialPhase, contributions: 'open' });
      writeRound(process, roundId('r1'));
    });
    at.desk = deskOn(at.live);
    at.live.onCommitted = (room, doc) => {
      at.desk.onCommitted(room, doc);
    };
  });

  afterEach(() => {
    at.desk.close();
    at.live.close();
    valueOf(at.workspace.close());
    rmSync(at.folder, { recursive: true });
  });
  const submit = (record: Contribution, room = caritas): void => {
    at.live.edit(room, (doc) => {
      submitContribution(doc, record);
    });
  };

  /** Writes what no client of ours writes. */
  const put = (id: string, value: unknown, room = caritas): void => {
    at.live.edit(room, (doc) => submittedMap(doc).set(id, value));
  };

  const voices = () => at.live.edit('voices', records);
  const voiceIds = () => voices().map(({ id }) => id);
  const refusals = (room = caritas) => Object.fromEntries(at.live.edit(room, refusalsOf));
  const refusedFor = (id: string, room = caritas) => refusals(room)[id]?.code;
  return { at, deskOn, submit, put, voices, voiceIds, refusals, refusedFor };
}
