import type { Doc } from 'yjs';
import {
  readSubmissions,
  watchSubmissions,
  writeAnswers,
  type Answer,
  type Entries,
} from '../../../shared/contributions/contributions-room.ts';
import { orderOfWriting } from '../../../shared/contributions/order-of-writing.ts';
import { acceptVoices, isTaken, type Voice } from '../../../shared/contributions/voices-room.ts';
import { limits } from '../../../shared/contributions/limits.ts';
import { AppFailure, type AppError } from '../../../shared/errors/errors.ts';
import { institutionId, type InstitutionId } from '../../../shared/ids/ids.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import type { Clock } from '../ports.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { examineSubmission } from './examine-submission.ts';
import { createExaminations, lazily } from './examinations.ts';
import { createOnBehalf, type OnBehalf } from './on-behalf.ts';
import { createRoundTerms } from './round-terms.ts';
import { createSubmissionLog } from './submission-log.ts';

/** The host's own way into rooms: what `work` writes is on disk when `edit` returns, or `edit` throws. */
export interface RoomEditor {
  edit<T>(room: RoomName, work: (doc: Doc) => T): T;
  /** Several rooms, and what `keep` writes into the file: all of it or nothing. */
  editTogether<T>(
    rooms: readonly RoomName[],
    work: (docOf: (room: RoomName) => Doc) => T,
    keep: (value: T) => void,
  ): T;
}

export interface SubmissionDeskDeps {
  readonly editor: RoomEditor;
  readonly workspace: Pick<Workspace, 'rooms' | 'audit' | 'roundBases' | 'transaction'>;
  readonly clock: Clock;
  /** The institution for which an invitation was made; `null` for none. Without it, authors are not checked. */
  readonly institutionOf?: (author: string) => InstitutionId | null;
  /** Told where a room could not be examined because the file failed; it is examined again at the next occasion. */
  readonly onFailure?: (room: RoomName, error: AppError) => void;
}

/** Takes what institutions submit into `voices` and tells them so, or why not; both goes into the audit log. */
export interface SubmissionDesk extends OnBehalf {
  /**
   * To be called after every commit, with the room and its document. Cheap where nothing was submitted. A change of
   * the phase, the round or whom and what it asks has everything that is not yet decided examined again.
   */
  onCommitted(room: RoomName, doc: Doc): void;
  /** Examines every room: at the start of the host, and when a file that had failed works again. */
  catchUp(): void;
  close(): void;
}

interface Decided {
  readonly answers: ReadonlyMap<string, Answer>;
  /** What goes out of the room again. */
  readonly surplus: ReadonlySet<string>;
}

type ContributionsRoom = `contributions/${InstitutionId}`;
/** `all`, or the ids that were touched since the last examination. */
type Touched = 'all' | Set<string>;

/** An id that no client of ours makes gets no refusal: the refusals would grow with it. */
const LONGEST_ID = 64;
/**
 * Records that an institution's room may hold. What is refused is not bounded otherwise, and everybody waits while it is
 * examined again; no client of ours comes near it.
 */
const MOST_SUBMITTED = 2 * limits.submittedPerInstitution;

/**
 * Keeps `voices` and the answers what they follow from: each submission is in `voices` as it was when it was taken and
 * has its receipt, or has a refusal, and examining it again changes nothing. The room of an institution is written by
 * its delegates, so nothing in it but the submissions themselves is believed, refusals and receipts neither.
 */
export function createSubmissionDesk(deps: SubmissionDeskDeps): SubmissionDesk {
  const { editor, workspace } = deps;
  const watched = new Map<Doc, () => void>();
  const touched = new Map<ContributionsRoom, Touched>();
  const log = createSubmissionLog(workspace);
  const terms = createRoundTerms(workspace.roundBases);
  const examinations = createExaminations({ ...deps, terms });
  let conditions: string | null = null;

  const touch = (room: ContributionsRoom, ids: readonly string[] | 'all'): void => {
    const known = touched.get(room);
    if (ids === 'all' || known === 'all') touched.set(room, 'all');
    else if (known) for (const id of ids) known.add(id);
    else if (ids.length > 0) touched.set(room, new Set(ids));
  };

  const watch = (room: ContributionsRoom, doc: Doc): void => {
    if (watched.has(doc)) return;
    touch(room, 'all');
    const stop = watchSubmissions(doc, (ids) => touch(room, ids));
    watched.set(doc, stop);
    doc.once('destroy', () => {
      if (watched.delete(doc)) stop();
    });
  };

  const decide = (institution: InstitutionId, doc: Doc, ids: Touched): Decided => {
    const { submitted, refusals, receipts } = readSubmissions(doc);
    return editor.edit('voices', (voices) => {
      const accepted = new Map<string, Voice>();
      const context = examinations.begin({ institution, voices, accepted, provenance: null });
      const decided = new Map<string, Answer>();
      const waiting = lazily(() => waitingByTarget(submitted));
      const all = () =>
        new Set([
          ...submitted.keys(),
          ...examinations.takenOf(voices, institution),
          ...refusals.keys(),
          ...receipts.keys(),
        ]);
      const open = inTurn(doc, ids === 'all' ? all() : ids).toReversed();
      for (let id = open.pop(); id !== undefined; id = open.pop()) {
        const examined = examineSubmission(id, submitted.get(id), context);
        const { verdict } = examined;
        if (verdict === 'accept') accepted.set(id, examined.voice);
        const voice = context.voiceOf(id);
        const at = context.now;
        decided.set(id, {
          refusal: verdict === 'refuse' ? { code: examined.code, place: examined.place, at } : null,
          receipt: voice?.record.institution === institution ? voice.receipt : null,
        });
        if (verdict !== 'accept') continue;
        for (const other of waiting().get(id) ?? []) open.push(other);
      }
      acceptVoices(voices, [...accepted.values()]);
      const surplus = surplusOf(submitted, decided);
      return { answers: new Map([...decided].filter(([id]) => id.length <= LONGEST_ID)), surplus };
    });
  };

  const examine = (room: ContributionsRoom, doc: Doc): void => {
    const ids = touched.get(room);
    if (!ids) return;
    touched.delete(room);
    try {
      const institution = institutionId(room.slice(PREFIX.length));
      const { answers, surplus } = decide(institution, doc, ids);
      log.note(institution, answers);
      editor.edit(room, (live) => {
        writeAnswers(live, answers, surplus);
      });
    } catch (error) {
      touch(room, ids === 'all' ? ids : [...ids]);
      throw error;
    }
  };

  const unlessFileFails = (room: RoomName, work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof AppFailure)) throw error;
      deps.onFailure?.(room, error.error);
    }
  };

  const examineAll = (idsIn: (doc: Doc) => readonly string[] | 'all'): void => {
    for (const room of workspace.rooms.list().filter(isContributionsRoom)) {
      unlessFileFails(room, () => {
        const doc = workspace.rooms.load(room);
        touch(room, idsIn(doc));
        examine(room, doc);
        doc.destroy();
      });
    }
  };
  /** What was taken does not depend on what has changed since; with ten thousand records that is nearly all. */
  const undecidedIn = (doc: Doc): readonly string[] =>
    editor.edit('voices', (voices) =>
      [...readSubmissions(doc).submitted.keys()].filter((id) => !isTaken(voices, id)),
    );

  return {
    ...createOnBehalf({ editor, examinations, log, audit: workspace.audit }),
    onCommitted(room, doc) {
      if (room === 'process') {
        const now = terms.conditions(doc).key;
        if (now !== conditions) examineAll(undecidedIn);
        conditions = now;
      }
      if (!isContributionsRoom(room)) return;
      watch(room, doc);
      unlessFileFails(room, () => {
        examine(room, doc);
      });
    },
    catchUp: () => examineAll(() => 'all'),
    close() {
      for (const stop of watched.values()) stop();
      watched.clear();
    },
  };
}

const PREFIX = 'contributions/';

function isContributionsRoom(room: RoomName): room is ContributionsRoom {
  return room.startsWith(PREFIX);
}

/** What was written first is examined first, because it is to be taken first. */
function inTurn(doc: Doc, ids: ReadonlySet<string>): readonly string[] {
  if (ids.size < 2) return [...ids];
  return [...new Set([...orderOfWriting(doc).filter((id) => ids.has(id)), ...ids])];
}

/** What was refused now and is more than the room may hold. */
function surplusOf(submitted: Entries, decided: ReadonlyMap<string, Answer>): ReadonlySet<string> {
  const refused = [...decided].flatMap(([id, { refusal, receipt }]) =>
    refusal !== null && receipt === null ? [id] : [],
  );
  if (refused.length === 0) return new Set();
  const over = [...submitted.keys()].length - MOST_SUBMITTED;
  return new Set(over > 0 ? refused.slice(0, over) : []);
}

/** The submissions that replace or withdraw another, by that other: they may have come before it. */
function waitingByTarget(submitted: Entries): ReadonlyMap<string, readonly string[]> {
  const waiting = new Map<string, string[]>();
  for (const [id, stored] of submitted.entries()) {
    if (typeof stored !== 'object' || stored === null) continue;
    const { replaces, withdraws } = stored as { readonly replaces?: unknown; readonly withdraws?: unknown };
    const target = replaces ?? withdraws;
    if (typeof target !== 'string') continue;
    const others = waiting.get(target);
    if (others) others.push(id);
    else waiting.set(target, [id]);
  }
  return waiting;
}
