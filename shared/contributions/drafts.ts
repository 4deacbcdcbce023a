import { Map as SharedMap, Text, type Doc } from 'yjs';
import { fail, ok, type Result } from '../errors/result.ts';
import type { ContributionId, InstitutionId, RoundId } from '../ids/ids.ts';
import { performWrite } from '../rooms/named-writes.ts';
import { sharedTypes } from '../rooms/rooms.ts';
import { anchorSchema, type Anchor } from './anchor.ts';
import {
  contributionKinds,
  parseContribution,
  type Contribution,
  type ContributionFault,
  type ContributionKind,
} from './contribution.ts';

/** A contribution that is being written, by one delegate or several at once. */
export interface Draft {
  readonly id: ContributionId;
  readonly kind: ContributionKind;
  readonly anchor: Anchor;
  readonly replaces: ContributionId | null;
  /** Bound to editors as they are; `wording` is `null` where no wording is proposed. */
  readonly body: Text;
  readonly wording: Text | null;
}

export type DraftStart = Pick<Draft, 'id' | 'kind' | 'anchor' | 'replaces'> & {
  readonly body?: string;
  readonly wording?: string | null;
};

/** Begins a draft. Throws where the id is in use. */
export function startDraft(doc: Doc, { id, kind, anchor, replaces, body, wording }: DraftStart): void {
  const drafts = draftsOf(doc);
  if (drafts.has(id)) throw new Error(`already a draft: ${id}`);
  performWrite(doc, 'contribution.draft', () => {
    const draft = new SharedMap<unknown>();
    drafts.set(id, draft);
    draft.set('kind', kind);
    draft.set('anchor', anchor);
    draft.set('replaces', replaces);
    draft.set('body', new Text(body ?? ''));
    if (typeof wording === 'string') draft.set('wording', new Text(wording));
  });
}

/**
 * Changes what a draft is or points at, or begins its wording with these words where it has none yet. A wording stays
 * where the kind proposes none, so that to change one's mind twice loses nothing. False where there is no such draft.
 */
export function changeDraft(
  doc: Doc,
  id: ContributionId,
  change: { readonly kind?: ContributionKind; readonly anchor?: Anchor; readonly wording?: string },
): boolean {
  const draft = draftsOf(doc).get(id);
  if (!(draft instanceof SharedMap)) return false;
  performWrite(doc, 'contribution.draft', () => {
    if (change.kind) draft.set('kind', change.kind);
    if (change.anchor) draft.set('anchor', change.anchor);
    if (change.wording !== undefined && !(draft.get('wording') instanceof Text))
      draft.set('wording', new Text(change.wording));
  });
  return true;
}

/** Throws a draft away. False where there is none. */
export function removeDraft(doc: Doc, id: ContributionId): boolean {
  const drafts = draftsOf(doc);
  if (!drafts.has(id)) return false;
  performWrite(doc, 'contribution.draft', () => drafts.delete(id));
  return true;
}

/** A draft as it stands; `undefined` where there is none that can be read. */
export function draftOf(doc: Doc, id: ContributionId): Draft | undefined {
  const draft = draftsOf(doc).get(id);
  if (!(draft instanceof SharedMap)) return undefined;
  const part = (key: string): unknown => draft.get(key);
  const kind = contributionKinds.find((known) => known === part('kind'));
  const anchor = anchorSchema.safeParse(part('anchor'));
  const body = part('body');
  const wording = part('wording');
  if (!kind || !anchor.success || !(body instanceof Text)) return undefined;
  const replaces = part('replaces') as ContributionId | null;
  return { id, kind, anchor: anchor.data, replaces, body, wording: wording instanceof Text ? wording : null };
}

/** All drafts that can be read, by id. */
export function listDrafts(doc: Doc): readonly Draft[] {
  return [...draftsOf(doc).keys()].sort().flatMap((id) => draftOf(doc, id as ContributionId) ?? []);
}

/** The record that submitting a draft would make; fails with what has to be mended first. */
export function recordOfDraft(
  draft: Draft,
  signature: {
    readonly institution: InstitutionId;
    readonly round: RoundId;
    readonly author: string;
    readonly submittedAt: string;
  },
): Result<Contribution, ContributionFault> {
  const { id, kind, anchor, replaces, body, wording } = draft;
  const parsed = parseContribution({
    type: 'statement',
    ...{ id, kind, anchor, replaces },
    ...signature,
    body: body.toJSON(),
    wording: kind === 'proposal' ? (wording?.toJSON() ?? null) : null,
  });
  return parsed.ok ? ok(parsed.value) : fail(parsed.error);
}

function draftsOf(doc: Doc): SharedMap<unknown> {
  return doc.getMap<unknown>(sharedTypes.contributions.drafts);
}
