import { Doc } from 'yjs';
import type { RestoredChange } from '../../../shared/api/replica-calls.ts';
import { parseContribution } from '../../../shared/contributions/contribution.ts';
import { readSubmissions } from '../../../shared/contributions/contributions-room.ts';
import { draftOf, listDrafts, startDraft, type DraftStart } from '../../../shared/contributions/drafts.ts';
import { canonicalJson } from '../../../shared/editions/canonical-json.ts';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { contributionId } from '../../../shared/ids/ids.ts';
import { rightOf, type Principal } from '../../../shared/rights/rights.ts';
import { applyStored } from '../../../shared/rooms/named-writes.ts';
import { readPhase } from '../../../shared/rooms/phase-room.ts';
import type { RoomName } from '../../../shared/rooms/rooms.ts';
import { readDocument, readHeader } from '../../../shared/rooms/text-room.ts';
import type { HostPorts } from '../ports.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What bringing back needs of a host. */
export interface RestoreDeps {
  readonly workspace: Workspace;
  readonly ports: HostPorts;
  readonly readRoom: <T>(room: RoomName, work: (doc: Doc) => T) => T;
  readonly editRoom: <T>(room: RoomName, work: (doc: Doc) => T) => T;
}

/**
 * Brings back what was refused, as far as that makes sense; see `RestoredChange`. Contributions come back as drafts under
 * new ids, submitted ones too, because nobody signs off a second time without looking. Doing it twice adds nothing. Fails
 * with `refusal-unknown`, `contributions-closed` (where the caller may not write them now) and `document-invalid`.
 */
export function restoreRefusal(
  refusal: number,
  principal: Principal,
  { workspace, ports, readRoom, editRoom }: RestoreDeps,
): Result<RestoredChange> {
  const summary = workspace.refusedCopies.list().find(({ id }) => id === refusal);
  const state = workspace.refusedCopies.state(refusal);
  if (summary === undefined || state === undefined) return fail(appError('refusal-unknown', { refusal }));
  const { room } = summary;
  const copy = new Doc();
  try {
    applyStored(copy, [state]);
    if (room === 'text') {
      const document = readDocument(copy, workspace.path);
      return document.ok
        ? ok({ kind: 'text', header: readHeader(copy), document: document.value })
        : document;
    }
    if (!room.startsWith('contributions/')) return ok({ kind: 'nothing' });
    if (rightOf(principal, room, readRoom('process', readPhase)) !== 'write') {
      return fail(appError('contributions-closed', {}));
    }
    const drafts = editRoom(room, (live) =>
      missingIn(live, copy).map((start) => {
        const id = contributionId(ports.createId());
        startDraft(live, { ...start, id });
        return id;
      }),
    );
    return ok({ kind: 'drafts', drafts });
  } finally {
    copy.destroy();
  }
}

/** Drafts and statements of the copy that say something which nothing in the live room says. */
function missingIn(live: Doc, copy: Doc): readonly DraftStart[] {
  const said = new Set([...draftStarts(live), ...statements(live)].map(wordsOf));
  const missing = new Map<string, DraftStart>();
  for (const start of [...draftStarts(copy), ...statements(copy)]) {
    if (!said.has(wordsOf(start))) missing.set(wordsOf(start), start);
  }
  return [...missing.values()];
}

function draftStarts(doc: Doc): readonly DraftStart[] {
  return listDrafts(doc).flatMap(({ id }) => {
    const draft = draftOf(doc, id);
    if (draft === undefined) return [];
    const { kind, anchor, replaces, body, wording } = draft;
    return [{ id, kind, anchor, replaces, body: body.toJSON(), wording: wording?.toJSON() ?? null }];
  });
}

function statements(doc: Doc): readonly DraftStart[] {
  return [...readSubmissions(doc).submitted.entries()].flatMap(([, stored]) => {
    const parsed = parseContribution(stored);
    if (!parsed.ok || parsed.value.type !== 'statement') return [];
    const { id, kind, anchor, replaces, body, wording } = parsed.value;
    return [{ id, kind, anchor, replaces, body, wording }];
  });
}

function wordsOf({ kind, anchor, replaces, body, wording }: DraftStart): string {
  return canonicalJson({ kind, anchor, replaces, body: body ?? '', wording: wording ?? null });
}
