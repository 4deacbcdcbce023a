import type { GoalKind, Profile } from '../../../../shared/schema/profile.ts';
import { normalizeTitle } from './line-shapes.ts';

/** What the words of a profile say about a heading or an opening line. */
export interface ProfileWords {
  /** The goal kind that a heading begins with, and how many of its words name it ("Teilziele Arbeit": 1). */
  goalLabel(words: readonly string[]): { readonly kind: GoalKind; readonly words: number } | undefined;
  /** Whether a line is the salutation that opens a foreword. */
  isForewordOpening(text: string): boolean;
  isForewordHeading(text: string): boolean;
  /** Whether a heading announces the participating institutions. */
  isParticipantHeading(text: string): boolean;
  /** Whether a word stands before the number or title of a part ("Kapitel", "Handlungsfeld"). */
  isPartLabel(word: string): boolean;
}

/** Prepares a profile's words for comparison; case and final punctuation do not count. */
export function createProfileWords(profile: Profile): ProfileWords {
  const names = profile.goalKinds
    .flatMap((kind) =>
      [kind.plural, kind.singular, ...kind.aliases].map((name) => ({
        kind,
        words: normalizeTitle(name).split(' '),
      })),
    )
    .sort((a, b) => b.words.length - a.words.length);
  const { labels, importing } = profile;
  const openings = importing.forewordOpenings.map(normalizeTitle);
  const forewords = [labels.foreword, ...importing.forewordHeadings].map(normalizeTitle);
  const participants = [labels.participants, ...importing.participantHeadings].map(normalizeTitle);
  const parts = new Set([labels.chapter, labels.section, labels.actionField].map(normalizeTitle));
  parts.add('kap').add('abschn');
  const startsWithWords = (text: string, start: string): boolean =>
    text === start || text.startsWith(`${start} `);

  return {
    goalLabel(words) {
      const found = names.find((name) =>
        name.words.every((part, place) => normalizeTitle(words[place] ?? '') === part),
      );
      return found && { kind: found.kind, words: found.words.length };
    },
    isForewordOpening: (text) => openings.some((opening) => normalizeTitle(text).startsWith(opening)),
    isForewordHeading: (text) => forewords.some((heading) => startsWithWords(normalizeTitle(text), heading)),
    isParticipantHeading(text) {
      const title = normalizeTitle(text);
      return participants.some(
        (heading) => title === heading || (heading.includes(' ') && ` ${title} `.includes(` ${heading} `)),
      );
    },
    isPartLabel: (word) => parts.has(normalizeTitle(word)),
  };
}
