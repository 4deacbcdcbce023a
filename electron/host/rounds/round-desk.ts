import type { Doc } from 'yjs';
import { appError, type AppError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { RoundId, Sha256 } from '../../../shared/ids/ids.ts';
import { performWrite } from '../../../shared/rooms/named-writes.ts';
import { readPhase, readRound, writePhase, writeRound } from '../../../shared/rooms/phase-room.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import { readDocument, readHeader } from '../../../shared/rooms/text-room.ts';
import { makeRoundBase, type ProvenRoundBase } from '../../../shared/rounds/round-base.ts';
import { changeRound } from '../../../shared/rounds/change-round.ts';
import { voicesFor, type Round } from '../../../shared/rounds/round.ts';
import { removeRound, roundOf, writeRoundEntry } from '../../../shared/rounds/rounds-room.ts';
import type { RoomEditor } from '../contributions/submission-desk.ts';
import type { Clock } from '../ports.ts';
import { attemptValue } from '../workspace/attempt.ts';
import type { AuditAction, Workspace } from '../workspace/workspace.ts';

export interface RoundDeskDeps {
  readonly editor: RoomEditor;
  readonly workspace: Workspace;
  readonly clock: Clock;
  /** Told once where a round whose time is over could not be closed; it is tried again at every look. */
  readonly onFailure: (error: AppError) => void;
}

/**
 * Plans, opens and closes rounds: each step is one change of the process room, on disk together with the base and the
 * audit log, or not at all. `by` is the principal who asks. All throw `AppFailure` where the file takes no writes.
 */
export interface RoundDesk {
  /**
   * Adds a round or changes one, which `expected` is the version of (`versionOfRound`): `round-changed` where somebody
   * has changed it meanwhile, `round-unknown` where it is gone. One that was opened once keeps its places, its
   * beginning and whom it has invited: `round-begun`. `argument-invalid` where it would end before it begins.
   */
  save(planned: Omit<Round, 'base'>, by: string, expected?: Sha256 | null): Result<Round>;
  /** Takes a planned round away: `round-unknown`, `round-begun`. */
  remove(round: RoundId, by: string): Result<RoundId>;
  /**
   * Opens a round for contributions, for the first time or again; the base is taken the first time, and stays. Fails
   * with `round-unknown`, `round-open` (another one has not been closed), `argument-invalid` (nobody or nothing is
   * asked, or its time is over), and as reading the text fails.
   */
  open(round: RoundId, by: string): Result<Round>;
  /**
   * Lets institutions only answer and withdraw; where the round was over, who may read voices goes by it again.
   * `round-unknown`, `round-open`, `argument-invalid` before it began.
   */
  answers(round: RoundId, by: string): Result<Round>;
  /** Ends a round, for everybody at once; where it is not open, nothing happens. `round-unknown`. */
  close(round: RoundId, by: string): Result<Round>;
  /** What a round asked about, with its proof: `round-unknown` where it was never opened. */
  base(round: RoundId): Result<ProvenRoundBase>;
  /** To be called after every commit, before submissions are examined: closes the round whose time is over. */
  onCommitted(room: RoomName, doc: Doc): void;
  /** Closes the round whose time is over. To be called once a second. */
  look(): void;
}

/** Who closes a round whose time is over, in the audit log. */
const BY_HOST = 'host';

/** Makes the desk of the host on which a Leitbild is kept. Throws `AppFailure` where the process room cannot be read. */
export function createRoundDesk({ editor, workspace, clock, onFailure }: RoundDeskDeps): RoundDesk {
  let due: { readonly round: RoundId; readonly at: string } | null = null;
  let hasFailed = false;

  const note = (action: AuditAction, round: RoundId, by: string): void =>
    workspace.audit.append({ at: clock.now(), action, subject: `${round} ${by}` });

  /** A round as it stands, with the base that the file proves, whatever a client has written about it. */
  const known = (process: Doc, id: RoundId): Round | undefined => {
    const round = roundOf(process, id);
    const proven = workspace.roundBases.list().find((base) => base.round === id);
    return round && { ...round, base: proven ? { hash: proven.hash, takenAt: proven.takenAt } : null };
  };

  /** One change of the process room, noted where it changed anything. */
  const change = <T>(
    action: AuditAction,
    id: RoundId,
    by: string,
    work: (process: Doc) => Result<T>,
  ): Result<T> =>
    editor.editTogether(
      ['process'],
      (docOf) => performWrite(docOf('process'), 'round.write', () => work(docOf('process'))),
      () => note(action, id, by),
    );

  const readDue = (process: Doc): void => {
    const current = readRound(process);
    const closesAt =
      current !== null && readPhase(process).contributions === 'open'
        ? roundOf(process, current)?.closesAt
        : null;
    due =
      current !== null && closesAt !== null && closesAt !== undefined
        ? { round: current, at: closesAt }
        : null;
  };

  const close = (id: RoundId, by: string): Result<Round> =>
    change('round-closed', id, by, (process) => {
      const round = known(process, id);
      if (round === undefined) return unknown(id);
      if (readRound(process) === id) writePhase(process, { ...readPhase(process), contributions: 'closed' });
      return ok(round);
    });

  const look = (): void => {
    if (due === null || clock.now() < due.at) return;
    const { round } = due;
    const closed = attemptValue(() => close(round, BY_HOST));
    if (!closed.ok && !hasFailed) onFailure(closed.error);
    hasFailed = !closed.ok;
  };

  editor.edit('process', readDue);

  return {
    save: (planned, by, expected = null) =>
      change('round-saved', planned.id, by, (process) => {
        const before = known(process, planned.id);
        const changed = changeRound(before, planned, expected);
        if (!changed.ok) return changed;
        if (changed.value !== before) writeRoundEntry(process, changed.value);
        const phase = readPhase(process);
        const runs = phase.contributions !== 'closed' && readRound(process) === planned.id;
        if (runs && before?.visibility !== planned.visibility) {
          writePhase(process, { ...phase, voices: voicesFor(changed.value) });
        }
        return changed;
      }),
    remove: (id, by) =>
      change('round-removed', id, by, (process) => {
        const round = known(process, id);
        if (round === undefined) return unknown(id);
        const isCurrent = readRound(process) === id;
        if (round.base !== null || (isCurrent && readPhase(process).contributions !== 'closed')) {
          return fail(appError('round-begun', { round: id }));
        }
        if (isCurrent) writeRound(process, null);
        removeRound(process, id);
        return ok(id);
      }),
    open(id, by) {
      let taken: ProvenRoundBase | null = null;
      return editor.editTogether(
        ['process', 'text'],
        (docOf): Result<Round> => {
          const process = docOf('process');
          const round = known(process, id);
          if (round === undefined) return unknown(id);
          const fault = otherOpen(process, id) ?? faultAtOpening(round, clock.now());
          if (fault !== null) return fail(fault);
          let opened = round;
          if (round.base === null) {
            const base = takeBase(docOf('text'), round.id);
            if (!base.ok) return base;
            taken = base.value;
            opened = { ...round, base: { hash: taken.hash, takenAt: taken.base.takenAt } };
          }
          performWrite(process, 'round.write', () => {
            // Moderation may have written over the base that stands there.
            if (roundOf(process, id)?.base?.hash !== opened.base?.hash) writeRoundEntry(process, opened);
            writeRound(process, id);
            writePhase(process, {
              ...readPhase(process),
              ...{ contributions: 'open', voices: voicesFor(round) },
            });
          });
          return ok(opened);
        },
        () => {
          if (taken) workspace.roundBases.insert(taken);
          note('round-opened', id, by);
        },
      );
    },
    answers: (id, by) =>
      change('round-answers', id, by, (process) => {
        const round = known(process, id);
        if (round === undefined) return unknown(id);
        if (round.base === null) {
          return fail(appError('argument-invalid', { argument: 'base', reason: 'missing' }));
        }
        const other = otherOpen(process, id);
        if (other !== null) return fail(other);
        const phase = readPhase(process);
        const runs = phase.contributions !== 'closed' && readRound(process) === id;
        writeRound(process, id);
        writePhase(process, {
          ...phase,
          ...{ contributions: 'answers', voices: runs ? phase.voices : voicesFor(round) },
        });
        return ok(round);
      }),
    close,
    base(id) {
      const found = workspace.roundBases.get(id);
      return found === undefined ? unknown(id) : ok(found);
    },
    onCommitted(room, doc) {
      if (room === 'process') readDue(doc);
      look();
    },
    look,
  };

  /** The text as it stands now. */
  function takeBase(text: Doc, round: RoundId): Result<ProvenRoundBase> {
    const { path, profile } = workspace;
    const document = readDocument(text, path);
    if (!document.ok) return document;
    if (!document.value.content?.length) return fail(appError('text-empty', { path }));
    const takenAt = clock.now();
    return ok(makeRoundBase({ ...readHeader(text), document: document.value, profile, round, takenAt }));
  }
}

function unknown(round: RoundId): { readonly ok: false; readonly error: AppError } {
  return fail(appError('round-unknown', { round }));
}

/** The refusal where another round takes contributions or answers. */
function otherOpen(process: Doc, id: RoundId): AppError | null {
  const current = readRound(process);
  const isOpen = readPhase(process).contributions !== 'closed';
  return isOpen && current !== null && current !== id ? appError('round-open', { round: current }) : null;
}

function faultAtOpening({ invited, places, closesAt }: Round, now: string): AppError | null {
  if (invited.length === 0) return appError('argument-invalid', { argument: 'invited', reason: 'empty' });
  if (places.length === 0) return appError('argument-invalid', { argument: 'places', reason: 'empty' });
  if (closesAt !== null && closesAt <= now) {
    return appError('argument-invalid', { argument: 'closesAt', reason: 'past' });
  }
  return null;
}
