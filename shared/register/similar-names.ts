/** Why two names may mean one institution. */
export type Likeness =
  /** The same words but for legal form, city, spelling of umlauts, or their order. */
  | 'form'
  /** The one is made of the initials of the other. */
  | 'initials'
  /** The one says more than the other. */
  | 'part'
  /** Nearly the same letters or words. */
  | 'spelling';

/** Of fewer names the counts say little, so they are weighed as if there were so many. */
const FEW = 60;

/** Words that tell no institution from another: forms, articles, and what a city adds. */
const EMPTY_WORDS = new Set(
  (
    'ev e v eg gem ggmbh gmbh gug ug ag kg kdoer koer mbh stiftung ' +
    'der die das des dem den und in im am an fuer von vom zu zur zum auf bei mit u f d i stadt kreis ' +
    'kreisfreie gemeinde region sitz haftungsbeschraenkt eingetragener verein verband geschaeftsstelle'
  ).split(' '),
);

/** A part of a larger body that speaks for itself: "Integrationsagentur …", "Jugendmigrationsdienst …". */
const UNIT =
  /(agentur|dienst|dienste|stelle|stellen|amt|referat|abteilung|fachbereich|dezernat|beratung|kita|kindergarten|jugend|institut|fakultaet|seminar|bibliothek|foerderverein|stiftungsrat|fraktion|akademie|werkstatt|zentrum|projekt|buero|rat|beirat)$/;

/** What is usually shortened, as one word each. */
const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\barbeiterwohlfahrt\b/g, 'awo'],
  [/\bdeutsches rotes kreuz\b/g, 'drk'],
  [/\bvolkshochschule\b/g, 'vhs'],
  [/\bindustrie und handelskammer\b/g, 'ihk'],
  [/\bhandwerkskammer\b/g, 'hwk'],
  [/\bdeutscher gewerkschaftsbund\b/g, 'dgb'],
  [/\bsozialdienst katholischer frauen\b/g, 'skf'],
  [/\bsozialdienst katholischer maenner\b/g, 'skm'],
  [/\bkindertages(?:staette|einrichtung)\b/g, 'kita'],
  [/\bsankt\b/g, 'st'],
  [/\bevangelische[rsn]?\b/g, 'evangelisch'],
  [/\bev\.? (?=kirch|gemeinde|jugend)/g, 'evangelisch '],
  [/\bkatholische[rsn]?\b|\bkath\b/g, 'katholisch'],
];

/** A name as it is compared. */
interface ReadName {
  /** Words that tell it apart, in their order. */
  readonly words: readonly string[];
  readonly joined: string;
  /** The same in the order of the alphabet. */
  readonly key: string;
  /** The words with a digit, and those that name a part of a larger body, in the same way. */
  readonly numbers: string;
  readonly units: string;
  /** The only word of the name, where that is written in capitals; else null. */
  readonly capitals: string | null;
  /** First letters of all words, and of those that tell it apart. */
  readonly initials: readonly string[];
}

/** How often words occur; a word of many names tells none of them apart. */
export interface NameWords {
  read(name: string): ReadName;
  /** 0 (in most names) to 1 (in one). */
  weightOf(word: string): number;
}

/** Counts the words of all names that are compared with each other, so that the city's name weighs little. */
export function countNameWords(names: readonly string[]): NameWords {
  const known = new Map<string, ReadName>();
  const read = (name: string): ReadName => {
    const found = known.get(name) ?? readName(name);
    known.set(name, found);
    return found;
  };
  const counts = new Map<string, number>();
  for (const name of new Set(names)) {
    for (const word of new Set(read(name).words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const total = Math.max(FEW, names.length);
  return {
    read,
    weightOf: (word) => Math.max(0, 1 - Math.log(counts.get(word) ?? 1) / Math.log(total / 2)),
  };
}

/**
 * Whether two names may mean one institution, and why; null where they are two. It never says that they are one: that
 * is for a person to say. A part that speaks for itself ("Integrationsagentur …") is another institution than the body
 * that it belongs to, and numbers tell apart ("Grundschule 1", "Grundschule 2").
 */
export function likenessOf(left: string, right: string, words: NameWords): Likeness | null {
  const [a, b] = [words.read(left), words.read(right)];
  if (a.key === '' || b.key === '' || a.numbers !== b.numbers) return null;
  if (a.key === b.key) return 'form';
  if (isInitials(a, b) || isInitials(b, a)) return 'initials';
  if (areClose(a.joined, b.joined)) return 'spelling';
  return a.units === b.units ? overlap(a.words, b.words, words) : null;
}

function readName(name: string): ReadName {
  const capitals = new Set((name.match(/\b\p{Lu}[\p{Lu}\d]+\b/gu) ?? []).map(folded));
  let text = ` ${folded(name)} `
    .replaceAll(/\be\.? ?v\b\.?/g, ' ')
    .replaceAll(/\b(?:fuer die|der|in der|in) (?:stadt|gemeinde|kreis|region) \p{L}+/gu, ' ')
    .replaceAll(/[^\p{L}\p{N}.]+/gu, ' ');
  for (const [long, short] of SHORT_FORMS) text = text.replaceAll(long, short);
  const all = text.split(/[\s.]+/).filter((word) => word !== '');
  const telling = all.filter((word) => !EMPTY_WORDS.has(word));
  const words = telling.length > 0 ? telling : all;
  const [first] = words;
  const isAlone = words.length === 1 && first !== undefined && first.length >= 3 && capitals.has(first);
  return {
    words,
    joined: words.join(''),
    key: sorted(words),
    numbers: sorted(all.filter((word) => /\d/.test(word))),
    units: sorted(words.filter((word) => UNIT.test(word))),
    capitals: isAlone ? first : null,
    initials: all.length < 3 ? [] : [initialsOf(all), initialsOf(words)],
  };
}

/** Small letters without accents; umlauts as they are written where there are none. */
function folded(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('de')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '');
}

const sorted = (words: readonly string[]): string => [...words].sort().join(' ');
const initialsOf = (words: readonly string[]): string => words.map((word) => word.charAt(0)).join('');

/** Whether the one is a word in capitals that the words of the other begin with. */
function isInitials({ capitals }: ReadName, { initials }: ReadName): boolean {
  return capitals !== null && initials.includes(capitals);
}

/** How much of the weight of both names is in words that they share, and how much of the shorter one's. */
function overlap(left: readonly string[], right: readonly string[], words: NameWords): Likeness | null {
  const rest = [...right];
  let shared = 0;
  for (const word of left) {
    const at = rest.findIndex((other) => other === word || areClose(other, word));
    if (at < 0) continue;
    shared += words.weightOf(word);
    rest.splice(at, 1);
  }
  const weight = (list: readonly string[]): number =>
    list.reduce((sum, word) => sum + words.weightOf(word), 0);
  const [all, least] = [weight(left) + weight(right) - shared, Math.min(weight(left), weight(right))];
  if (shared < 0.5 || all === 0) return null;
  if (shared / all >= 0.6) return 'spelling';
  return shared / least >= 0.99 ? 'part' : null;
}

/** Whether two words differ by a slip: one letter in ten, none in short words. */
function areClose(left: string, right: string): boolean {
  const allowed = Math.floor(Math.max(left.length, right.length) / 8);
  if (left === right) return true;
  return allowed > 0 && Math.abs(left.length - right.length) <= allowed && distance(left, right) <= allowed;
}

/** Levenshtein's distance, by the rows of Wagner and Fischer. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
