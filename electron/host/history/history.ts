import { z } from 'zod';
import type { Doc } from 'yjs';
import type { ComparedText, MomentPage, TextComparison } from '../../../shared/api/history-calls.ts';
import { canonicalJson } from '../../../shared/editions/canonical-json.ts';
import type { DocumentHeader } from '../../../shared/editions/edition.ts';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import type { Moment, MomentAuthor, MomentCause, MomentText } from '../../../shared/history/moment.ts';
import type { InstitutionId } from '../../../shared/ids/ids.ts';
import type { Principal } from '../../../shared/rights/rights.ts';
import { readDocument, readHeader } from '../../../shared/rooms/text-room.ts';
import { plainName } from '../../../shared/text/visible-text.ts';
import type { LeitbildDocument } from '../../../shared/schema/document.ts';
import { compareTexts } from '../editions/compare-texts.ts';
import type { ReadRoom } from '../editions/draft.ts';
import type { HostPorts, Logger } from '../ports.ts';
import type { CommittedUpdate } from '../sync/sync-contract.ts';
import { codeOf } from '../trace-of.ts';
import { readStoredRoom } from '../workspace/edit-room.ts';
import { digestOf } from '../workspace/moment-store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { momentsToDrop } from './retention.ts';
import { createStretchRecorder, HOST, type Stretch, type StretchAuthor } from './stretch.ts';
import { toldDocument } from './tell-parts.ts';

/** The version history of the draft. */
export interface History {
  /** Told of every commit of the text room. */
  onCommitted(doc: Doc, updates: readonly CommittedUpdate[]): void;
  /** Ends a stretch that rests or has grown long. Called once a second. */
  look(): void;
  /**
   * Ends the stretch under way, if there is one, without a cause of its own: what comes next shall not be mixed with it.
   */
  settle(): void;
  /** Writes down a freeze, an import or a decision, by whom; also where the text is as before. */
  mark(cause: Exclude<MomentCause, 'edit' | 'close' | 'found'>, label: string, by: Principal): void;
  list(page: { readonly before?: number | undefined; readonly limit?: number | undefined }): MomentPage;
  /** Fails with `moment-unknown`. */
  at(moment: number): Result<MomentText>;
  /** Fails with `moment-unknown`, and with `document-invalid` where the draft of now is. */
  compare(moment: number, other: number | 'now'): Result<TextComparison>;
  /** Writes down what is under way, when all rooms are stored. */
  close(): void;
}

export interface HistoryLimits {
  /** Milliseconds without a change after which a stretch is over. */
  readonly quiet: number;
  /** Milliseconds that a stretch lasts at most. */
  readonly longest: number;
}

const historyLimits: HistoryLimits = { quiet: 2 * 60_000, longest: 5 * 60_000 };

export interface HistoryDeps {
  readonly workspace: Workspace;
  readonly ports: HostPorts;
  readonly now: () => number;
  readonly logger: Logger;
  readonly readRoom: ReadRoom;
  /** What those in the text room show of themselves. */
  readonly presence: () => readonly { readonly principal: Principal; readonly state: unknown }[];
  readonly institutionName: (id: InstitutionId) => string;
  readonly onRecorded: (moment: number) => void;
  readonly limits?: Partial<HistoryLimits>;
}

interface TextState {
  readonly header: DocumentHeader;
  readonly document: LeitbildDocument;
}

const PAGE = 50;
const shownUser = z.object({
  user: z.object({
    name: z.string().max(200).default('').transform(plainName),
    institution: z.string().max(300).default('').transform(plainName),
  }),
});

/** Begins to record, and writes down what nobody has. Throws `AppFailure` where the file cannot be read. */
export function createHistory(deps: HistoryDeps): History {
  const { workspace, ports, now, logger, readRoom, presence } = deps;
  const limits = { ...historyLimits, ...deps.limits };
  const { moments } = workspace;
  const recorder = createStretchRecorder(now, () => ports.clock.now());
  const shown = new Map<string, { readonly name: string; readonly institution: string }>();
  const asked = new Set<string>();
  let thinnedOn = '';

  const stateOf = (doc: Doc): TextState | null => {
    const document = readDocument(doc, workspace.path);
    return document.ok ? { header: readHeader(doc), document: document.value } : null;
  };
  const stateAt = (id: number): TextState | null => {
    const text = moments.text(id);
    return text === undefined ? null : (JSON.parse(text) as TextState);
  };

  const noteNames = (active: readonly Principal[]): void => {
    if (active.length === 0) return;
    for (const { principal, state } of presence()) {
      const parsed = shownUser.safeParse(state);
      if (parsed.success && parsed.data.user.name !== '') shown.set(principal.id, parsed.data.user);
    }
  };

  const authorOf = (
    { principal, parts, header }: StretchAuthor,
    told: ReturnType<typeof toldDocument>,
  ): MomentAuthor => {
    const id = principal?.id ?? HOST;
    const user = shown.get(id);
    const institution = principal?.institution ?? null;
    const registered = institution === null ? '' : deps.institutionName(institution);
    return {
      principal: id,
      name: user?.name ?? '',
      institution,
      institutionName: registered || (user?.institution ?? ''),
      touched: told.tell(parts),
      header,
    };
  };

  const begin = (): void => {
    recorder.end();
    shown.clear();
    asked.clear();
  };

  /** Writes a moment, unless it would tell nothing. Throws `AppFailure`. */
  const write = (
    facts: Pick<Moment, 'cause' | 'label' | 'from' | 'to'>,
    authors: readonly StretchAuthor[],
    state: TextState,
  ): void => {
    const text = canonicalJson({ header: state.header, document: state.document });
    const last = moments.newest();
    const isSame = last?.digest === digestOf(text).toString('hex');
    if (isSame && (facts.cause === 'edit' || facts.cause === 'close' || facts.cause === 'found')) return;
    const told = toldDocument(state.document, workspace.profile);
    const before = last === null || isSame ? null : stateAt(last.moment.id);
    const id = moments.add({
      ...facts,
      authors: authors.map((author) => authorOf(author, told)),
      removed: before === null ? [] : toldDocument(before.document, workspace.profile).missingIn(told),
      text,
      seq: workspace.rooms.size('text').lastSeq,
    });
    thin();
    deps.onRecorded(id);
  };

  /** Once a day is enough: what is to go grows by a day at a time. */
  const thin = (): void => {
    const at = ports.clock.now();
    if (at.slice(0, 10) === thinnedOn) return;
    thinnedOn = at.slice(0, 10);
    const all = [...moments.list({ limit: Number.MAX_SAFE_INTEGER })].reverse();
    const drop = momentsToDrop(all, at);
    if (drop.length === 0) return;
    moments.remove(drop);
    logger.info({ moments: drop.length }, 'version history thinned');
  };

  /** False where nothing could be written; the stretch then goes on. */
  const attempt = (work: () => void): boolean => {
    try {
      work();
      return true;
    } catch (error) {
      logger.error({ code: codeOf(error) }, 'a moment of the version history could not be written down');
      return false;
    }
  };

  const finish = (cause: MomentCause, read: ReadRoom): void => {
    noteNames(recorder.digest());
    const stretch: Stretch | null = recorder.current();
    if (stretch === null) return;
    const state = read('text', stateOf);
    // Merged edits can contradict the schema for a while; the editors of all mend that.
    if (state === null) return;
    const { from, to, authors } = stretch;
    const written = attempt(() => write({ cause, label: '', from, to }, [...authors.values()], state));
    if (!written) return;
    begin();
  };

  const catchUp = (): void => {
    // Building a room with a long history takes a while, and somebody waits for the host.
    if (moments.newest()?.seq === workspace.rooms.size('text').lastSeq) return;
    const state = readRoom('text', stateOf);
    const at = ports.clock.now();
    const isEmpty = state?.document.content === undefined && moments.newest() === null;
    if (state === null || isEmpty) return;
    attempt(() => write({ cause: 'found', label: '', from: at, to: at }, [], state));
  };
  if (!workspace.readOnly) catchUp();

  const comparedAt = (id: number): Result<ComparedText> => {
    const state = stateAt(id);
    if (state === null) return fail(appError('moment-unknown', { moment: id }));
    return ok({ ...state, profile: workspace.profile });
  };
  const comparedNow = (): Result<ComparedText> =>
    readRoom('text', (doc) => {
      const document = readDocument(doc, workspace.path);
      if (!document.ok) return document;
      return ok({ header: readHeader(doc), document: document.value, profile: workspace.profile });
    });

  return {
    onCommitted(doc, updates) {
      for (const { update, principal } of updates) {
        recorder.note(doc, update, principal);
        // Once for everybody at once: who leaves within the second would have no name.
        if (principal === null || asked.has(principal.id)) continue;
        asked.add(principal.id);
        noteNames([principal]);
      }
    },
    look() {
      noteNames(recorder.digest());
      const stretch = recorder.current();
      if (stretch === null) return;
      const at = now();
      if (at - stretch.lastAt >= limits.quiet || at - stretch.begunAt >= limits.longest) {
        finish('edit', readRoom);
      }
    },
    settle: () => finish('edit', readRoom),
    mark(cause, label, by) {
      noteNames([by, ...recorder.digest()]);
      const at = ports.clock.now();
      const stretch = recorder.current();
      const state = readRoom('text', stateOf);
      if (state === null) return;
      const authors = new Map(stretch?.authors);
      const own = authors.get(by.id) ?? { principal: by, parts: new Set(), header: false };
      // What the host wrote meanwhile, it wrote for the one who asked it to.
      const done = authors.get(HOST);
      authors.delete(HOST);
      authors.set(by.id, {
        principal: by,
        parts: new Set([...own.parts, ...(done?.parts ?? [])]),
        header: own.header || done?.header === true,
      });
      const facts = { cause, label, from: stretch?.from ?? at, to: at };
      if (!attempt(() => write(facts, [...authors.values()], state))) return;
      begin();
    },
    list({ before, limit = PAGE }) {
      const found = moments.list({ before, limit: limit + 1 });
      const page = found.slice(0, limit);
      const next = found.length > limit ? String(page.at(-1)?.id ?? 0) : null;
      return { moments: page, next };
    },
    at: (id) => comparedAt(id),
    compare(id, other) {
      const before = comparedAt(id);
      if (!before.ok) return before;
      const after = other === 'now' ? comparedNow() : comparedAt(other);
      return after.ok ? ok(compareTexts(before.value, after.value)) : after;
    },
    close() {
      finish('close', (room, work) => readStoredRoom(workspace, room, work));
    },
  };
}
