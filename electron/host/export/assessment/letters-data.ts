import {
  contributionLines,
  decisionWords,
  newTextLines,
  placeNotes,
  textLines,
  type CellLine,
} from '../../../../shared/assessment/assessment-cells.ts';
import type { AssessmentLetter } from '../../../../shared/assessment/assessment-letters.ts';
import type { AssessmentRow } from '../../../../shared/assessment/assessment-row.ts';
import { printedDate } from '../../../../shared/publication/printed-date.ts';
import type { HasGlyph } from '../pdf/check-glyphs.ts';
import type { AssessmentFrame } from './assessment-file.ts';
import { createPrintableLines } from './printable-lines.ts';
import { frameData } from './table-data.ts';

/** What is written in a letter beside the rows. */
export interface LetterWords {
  /** Lines of the address of an institution. */
  readonly addressOf: (letter: AssessmentLetter) => readonly string[];
  /** Paragraphs, divided by blank lines. */
  readonly introduction: string;
}

/** A statement as a letter shows it, field by field. */
export interface LetterItem {
  readonly heading: string;
  readonly about: readonly CellLine[];
  readonly said: readonly CellLine[];
  readonly result: readonly CellLine[];
  readonly reason: readonly CellLine[];
  readonly newText: readonly CellLine[];
}

/** The fields of a statement. */
export function letterItem(
  { row, title }: AssessmentLetter['statements'][number],
  frame: AssessmentFrame,
): LetterItem {
  const { labels } = frame;
  const { decision, index, number } = row;
  const place = [number, title].filter((part) => part !== '').join(' ');
  const answer = decision?.answer ?? null;
  return {
    heading: [labels.row(index), place].filter((part) => part !== '').join(': '),
    about: [...textLines(row.about.words), ...placeNotes(row, labels)],
    said: contributionLines(row, frame),
    result: [
      { style: 'strong', runs: [{ type: 'same', text: decisionWords(row, labels) }] },
      ...(answer === null ? [] : [noteOf(labels.answered(labels.replies[answer.reply]))]),
      ...(decision?.workshop ? [noteOf(workshopWords(decision.workshop, frame))] : []),
    ],
    reason: decision ? textLines(decision.reason) : [],
    newText: decision ? newTextLines(decision, labels) : [],
  };
}

/** What a letter says of a position, an answer or a withdrawal. */
export function otherLines(row: AssessmentRow, frame: AssessmentFrame): readonly CellLine[] {
  const lines = contributionLines(row, frame);
  const about = [
    row.number,
    ...textLines(row.about.words)
      .slice(0, 1)
      .map(({ runs }) => runs.map(({ text }) => text).join('')),
  ];
  const words = about.filter((part) => part !== '').join(' ');
  return words === '' ? lines : [noteOf(words), ...lines];
}

/** Paragraphs of the introduction. */
export function paragraphsOf(introduction: string): readonly string[] {
  return introduction
    .split(/\n\s*\n/u)
    .map((words) => words.trim())
    .filter((words) => words !== '');
}

/** Whether something in the letter is still to be decided. */
export function isDraftLetter({ statements }: AssessmentLetter): boolean {
  return statements.some(({ row }) => row.isOpen);
}

/** The data of `resources/typst/assessment/letters.typ`. */
export function lettersData(
  letters: readonly AssessmentLetter[],
  frame: AssessmentFrame,
  words: LetterWords,
  hasGlyph: HasGlyph,
): object {
  const { labels, language, createdAt, title } = frame;
  const outer = createPrintableLines(hasGlyph);
  const shared = frameData(frame, outer) as { readonly labels: object; readonly municipality: string };
  return {
    ...shared,
    labels: {
      ...shared.labels,
      ...Object.fromEntries(Object.entries(labels.letter).map(([key, value]) => [`letter-${key}`, value])),
    },
    title: outer.text([labels.letter.subject, title].filter((part) => part !== '').join(' · '), ''),
    date: printedDate(createdAt, language),
    letters: letters.map((letter) => printedLetter(letter, frame, words, hasGlyph)),
  };
}

function printedLetter(
  letter: AssessmentLetter,
  frame: AssessmentFrame,
  words: LetterWords,
  hasGlyph: HasGlyph,
): object {
  const { labels } = frame;
  const printable = createPrintableLines(hasGlyph);
  const items = letter.statements.map((statement) => {
    const item = letterItem(statement, frame);
    const place = item.heading;
    return {
      heading: printable.text(place, place),
      about: printable.lines(item.about, place),
      said: printable.lines(item.said, place),
      result: printable.lines(item.result, place),
      reason: printable.lines(item.reason, place),
      newText: printable.lines(item.newText, place),
    };
  });
  const subject = `${labels.letter.subject}: ${letter.name}`;
  return {
    subject: printable.text(subject, labels.letter.subject),
    address: words.addressOf(letter).map((line) => printable.text(line, labels.letter.subject)),
    introduction: paragraphsOf(words.introduction).map((one) => printable.text(one, labels.letter.subject)),
    isDraft: isDraftLetter(letter),
    items,
    others: letter.others.map((row) => printable.lines(otherLines(row, frame), labels.row(row.index))),
    // Last, when all has been looked through.
    unprintable: printable.found,
  };
}

function noteOf(text: string): CellLine {
  return { style: 'note', runs: [{ type: 'same', text }] };
}

function workshopWords(
  { title, date }: { readonly title: string; readonly date: string },
  { labels, language }: AssessmentFrame,
): string {
  return labels.agreedIn(title, printedDate(date, language));
}
