import { createContext, useContext, useMemo } from 'react';
import type { Doc } from 'yjs';
import type { Anchor } from '../../../shared/contributions/anchor.ts';
import type { AnchorProblem } from '../../../shared/contributions/make-anchor.ts';
import type { Result } from '../../../shared/errors/result.ts';
import type { Contribution } from '../../../shared/contributions/contribution.ts';
import type { DecisionRecord } from '../../../shared/decisions/decision.ts';
import { decidedBy, type DecidedContributions } from '../../../shared/decisions/decisions-room.ts';
import type { InstitutionId, NodeId } from '../../../shared/ids/ids.ts';
import type { Phase } from '../../../shared/rights/rights.ts';
import { isOpenPlace, parentsInFlow } from '../../../shared/rounds/open-places.ts';
import type { Round } from '../../../shared/rounds/round.ts';
import type { TextFlow } from '../../../shared/text/text-flow.ts';
import { useReading } from '../../client/use-reading.ts';
import type { AppWords } from '../../words/app-words.ts';
import { ownContributions, type OwnContributions } from './own-contributions.ts';

/** What taking part needs, wherever it happens: in the app, or in the page that went out by mail. */
export interface ContributionsAccess {
  /** The room of the own institution. */
  readonly doc: Doc;
  readonly institution: InstitutionId;
  readonly author: string;
  /** That the institution takes no part any more, and what it became part of; null where it takes part. */
  readonly absence: { readonly successor: string | null } | null;
  /** The round that is asked about now. */
  readonly round: Round | null;
  readonly takes: Phase['contributions'];
  readonly decisions: readonly DecisionRecord[];
  /** What is submitted goes into a file that is sent by hand, and can be taken back before. */
  readonly byFile: boolean;
  /** The words of the text as it is now; null until it is there. */
  flow(): TextFlow | null;
  /** The words that the round asked about, where that is another text and is known. */
  readonly base: TextFlow | null;
  /** The words that are selected in the text, or why they cannot be pointed at. */
  selection(): Result<Anchor, AnchorProblem>;
  /** The goal or part of the outline in which a place stands today; null where it is gone, and for the whole document. */
  lineOf(anchor: Anchor): NodeId | null;
  /** What a place is called: "6.3 Sprache, Teilziel T2". */
  nameOf(anchor: Anchor): string;
  /** Shows a place in the text. */
  goTo(anchor: Anchor): void;
  /** Now, by this machine's clock: ISO 8601, UTC, to the second. */
  now(): string;
}

const AccessContext = createContext<ContributionsAccess | null>(null);

export const ContributionsProvider = AccessContext.Provider;

/** What taking part needs; null for those who speak for no institution. */
export function useContributionsAccess(): ContributionsAccess | null {
  return useContext(AccessContext);
}

/** All that the own institution has written, followed. */
export function useOwnContributions({ doc }: ContributionsAccess): OwnContributions {
  return useReading(doc, ownContributions);
}

export function useDecided({ decisions }: ContributionsAccess): DecidedContributions {
  return useMemo(() => decidedBy(decisions), [decisions]);
}

/** Whether the round that runs asks this institution. */
export function isInvited({ round, institution, absence }: ContributionsAccess): boolean {
  if (round === null || absence !== null) return false;
  return round.invited === 'all' || round.invited.includes(institution);
}

/** Why the round that runs does not ask this institution. */
export function whyNotInvited({ absence }: ContributionsAccess, words: AppWords['contributions']): string {
  if (absence === null) return words.notInvited;
  return absence.successor === null ? words.takesNoPart : words.merged(absence.successor);
}

/** Whether something in the list may be written now. */
export function mayContribute(access: ContributionsAccess): boolean {
  return access.takes === 'open' && isInvited(access);
}

/** Whether the round asks about this node, as the host judges it: by the text that was asked about, and by today's. */
export function isAskedAbout(access: ContributionsAccess, node: NodeId): boolean {
  const { round, base } = access;
  const today = access.flow();
  if (round === null || today === null) return true;
  const texts = base === null ? [today] : [base, today];
  return isOpenPlace(
    round.places,
    { on: 'node', nodeId: node },
    texts.map((text) => () => parentsInFlow(text)),
  );
}

/** Whether something new may be said to a place now; see `isAskedAbout`. */
export function mayContributeTo(access: ContributionsAccess, anchor: Anchor): boolean {
  if (!mayContribute(access)) return false;
  return anchor.on === 'document' ? access.round?.places === 'all' : isAskedAbout(access, anchor.nodeId);
}

export function mayAnswer({ round, takes }: ContributionsAccess): boolean {
  return round !== null && takes !== 'closed';
}

/** What is said once positions were submitted. */
export function sentMessage(
  { byFile }: ContributionsAccess,
  count: number,
  words: AppWords['contributions'],
): string {
  return byFile ? words.sentIntoAnswer : words.stancesSent(count);
}

/** By whom, for which round and when a record is signed off. Throws where no round is asked about. */
export function signatureOf(
  access: ContributionsAccess,
): Pick<Contribution, 'institution' | 'round' | 'author' | 'submittedAt'> {
  const { institution, author, round } = access;
  if (round === null) throw new Error('there is no round to contribute to');
  return { institution, author, round: round.id, submittedAt: access.now() };
}
