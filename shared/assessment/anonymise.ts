import type { InstitutionId } from '../ids/ids.ts';
import type { Institution } from '../register/institution.ts';
import {
  type AssessmentRow,
  type AssessmentTable,
  type RowContent,
  type RowDecision,
} from './assessment-row.ts';
import type { AssessmentLabels } from './assessment-labels.ts';

/** Who must not be told by an anonymised table. */
export interface KnownNames {
  readonly institutions: readonly Pick<Institution, 'id' | 'name' | 'formerNames'>[];
  /** Names, addresses and numbers of persons in the register. */
  readonly persons: readonly string[];
  /** Text of the Leitbild: a word that stands in it tells nobody, though it may be part of a name. */
  readonly ordinary: string;
}

/**
 * A table that does not tell who said what (rules ASM5 to ASM7): institutions are numbered in the order of their
 * first appearance, also where free text names them, by a name of today, a former one, without its legal form, or by the
 * short form that stands in brackets, or by a word that no other name and no line of the Leitbild has ("Caritas"); persons of the register and all e-mail addresses go; how and when a record came is
 * left out. A name that no register knows stays: whoever publishes the file has to read it.
 */
export function anonymise(
  table: AssessmentTable,
  known: KnownNames,
  labels: AssessmentLabels,
): AssessmentTable {
  const numbers = new Map<string, number>();
  const numbered = (institution: string): string => {
    const number = numbers.get(institution) ?? numbers.size + 1;
    numbers.set(institution, number);
    return labels.institutionNumber(number);
  };
  // Rows come first, so that those who contributed have the first numbers.
  const names = new Map<InstitutionId, string>();
  for (const { institution } of [...table.groups.flatMap(({ rows }) => rows), ...table.others]) {
    names.set(institution, numbered(institution));
  }
  const clean = replacer(known, numbered, labels);
  const row = (one: AssessmentRow): AssessmentRow => ({
    ...one,
    institutionName: names.get(one.institution) ?? numbered(one.institution),
    about: { ...one.about, words: clean(one.about.words) },
    content: cleanContent(one.content, clean),
    decision: one.decision && cleanDecision(one.decision, clean),
    receivedAt: null,
    via: null,
  });
  return {
    ...table,
    groups: table.groups.map((group) => ({ ...group, title: clean(group.title), rows: group.rows.map(row) })),
    others: table.others.map(row),
    isAnonymised: true,
  };
}

type Clean = (text: string) => string;

function cleanContent(content: RowContent, clean: Clean): RowContent {
  const said = { ...content, body: clean(content.body) };
  if (said.type !== 'statement') return said;
  const { wording } = said;
  return {
    ...said,
    wording: wording && { before: clean(wording.before), after: clean(wording.after) },
    withdrawals: said.withdrawals.map(clean),
  };
}

function cleanDecision(decision: RowDecision, clean: Clean): RowDecision {
  const { workshop, answer } = decision;
  return {
    ...decision,
    reason: clean(decision.reason),
    changes: decision.changes.map(({ before, after }) => ({ before: clean(before), after: clean(after) })),
    workshop: workshop && { ...workshop, title: clean(workshop.title) },
    answer: answer && { ...answer, body: clean(answer.body) },
  };
}

/** Up to this many letters a name counts only as it is written, or in capitals: "in" is no "IN". */
const SHORT = 3;
const LEGAL =
  /[\s,]*(?:\be\.\s?V\.|\b(?:eV|gGmbH|GmbH|gAG|AG|KG|eG)\b|\bi\.\s?G\.|\(e\.\s?V\.\))(?=$|[\s,;)])/gu;
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** What shows nothing and would keep a name from being found. */
const UNSEEN = /[\u00ad\u200b\u2060]/gu;
/** German words are found in each of their cases: a name of several words bends in each. */
const ENDING = /(?:e[rnms]?|s)$/u;
const ENDINGS = '(?:e[rnms]?|s)?';
/** Names are written with hyphens or without. */
const BETWEEN = /[\s\u2010-\u2014-]+/u;
const GAP = '[\\s\\u2010-\\u2014-]+';
/** A word keeps at least so many letters before its ending. */
const STEM = 4;

/** A name as it is looked for; `whose` is null for a person. */
interface Meant {
  readonly whose: InstitutionId | null;
  readonly written: string;
}

/** Replaces what is known, the longest name first, so that no part of one is left over by another. */
function replacer(
  { institutions, persons, ordinary }: KnownNames,
  numbered: (institution: string) => string,
  labels: AssessmentLabels,
): Clean {
  const meant = new Map<string, Meant>();
  const note = (written: string, whose: InstitutionId | null): void => {
    const key = keyOf(written);
    if (key.length > 1 && !meant.has(key)) meant.set(key, { whose, written: written.trim() });
  };
  for (const { id, name, formerNames } of institutions) {
    const all = [name, ...(formerNames ?? []).map((former) => former.name)];
    for (const form of all.flatMap(formsOf)) note(form, id);
  }
  for (const person of persons) note(person, null);
  for (const [word, whose] of tellingWords(institutions, ordinary)) note(word, whose);
  const patterns = [...meant.keys()].sort((one, other) => other.length - one.length).map(patternOf);
  const names =
    patterns.length === 0
      ? null
      : new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?:['’]s?)?(?![\\p{L}\\p{N}])`, 'giu');
  return (text) => {
    const plain = text.normalize('NFC').replaceAll(UNSEEN, '').replaceAll(EMAIL, labels.emailOmitted);
    if (names === null) return plain;
    return plain.replaceAll(names, (found) => {
      const one = meant.get(keyOf(found));
      if (one === undefined) return labels.nameOmitted;
      const isOther = found.length <= SHORT && found !== one.written && found !== found.toUpperCase();
      if (isOther) return found;
      return one.whose === null ? labels.nameOmitted : numbered(one.whose);
    });
  };
}

/** Shorter words are no names by themselves. */
const TELLING = 5;
const KIND_OF_HOUSE = /(?:verband|verein|werk|stiftung|bund|haus)(?:e[rnms]?|s)?$/u;

/** Words by which one institution alone is called, and with what kind of house it is left out. */
function tellingWords(
  institutions: KnownNames['institutions'],
  ordinary: string,
): ReadonlyMap<string, InstitutionId> {
  const common = new Set(
    keyOf(ordinary)
      .split(/[^\p{L}\p{N}]+/u)
      .map(stemOf),
  );
  const users = new Map<string, Set<InstitutionId>>();
  for (const { id, name, formerNames } of institutions) {
    for (const one of [name, ...(formerNames ?? []).map((former) => former.name)]) {
      for (const word of one.match(/\p{Lu}[\p{L}\p{N}]+/gu) ?? []) {
        for (const form of [word, word.replace(KIND_OF_HOUSE, '')]) {
          if (form.length < TELLING || common.has(keyOf(form))) continue;
          users.set(form, (users.get(form) ?? new Set()).add(id));
        }
      }
    }
  }
  return new Map(
    [...users].flatMap(([word, ids]) => {
      const [only] = ids;
      return ids.size === 1 && only !== undefined ? [[word, only] as const] : [];
    }),
  );
}

/** A name, without its legal form, without its short form in brackets, and that short form. */
function formsOf(name: string): readonly string[] {
  const plain = name.normalize('NFC').replaceAll(LEGAL, '');
  const short = [...plain.matchAll(/\(([^()]+)\)/gu)].map(([, inner = '']) => inner);
  const long = plain.replaceAll(/\s*\([^()]*\)/gu, '');
  return [name, plain, long, ...short.filter((inner) => /\p{Lu}/u.test(inner))];
}

function stemOf(word: string): string {
  for (let stem = word; ;) {
    const shorter = stem.replace(ENDING, '');
    if (shorter === stem || shorter.length < STEM) return stem;
    stem = shorter;
  }
}

/** A name as its words compare: in one case, without endings. */
function keyOf(name: string): string {
  const words = name
    .normalize('NFC')
    .replaceAll(UNSEEN, '')
    .replaceAll(/['’]s?$/gu, '');
  return words.toLowerCase().trim().split(BETWEEN).map(stemOf).join(' ');
}

function patternOf(key: string): string {
  const words = key.split(' ').map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&'));
  return words.map((word) => word + ENDINGS).join(GAP);
}
