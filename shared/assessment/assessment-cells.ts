import { diffWords, type WordChange } from '../diff/word-diff.ts';
import { printedDate } from '../publication/printed-date.ts';
import type { AssessmentColumn, AssessmentLabels } from './assessment-labels.ts';
import type { AssessmentRow, RowDecision, WordingChange } from './assessment-row.ts';

/** A line of a cell. `label` says what follows, `note` is said by the table and not by the institution. */
export interface CellLine {
  readonly style: 'plain' | 'strong' | 'label' | 'note';
  readonly runs: readonly WordChange[];
}

/** A row as it is printed, by column. */
export type AssessmentCells = Readonly<Record<AssessmentColumn, readonly CellLine[]>>;

/** What cells are made with. */
export interface CellWords {
  readonly labels: AssessmentLabels;
  readonly language: 'de' | 'en';
}

/** Puts a row into the columns (rules ASM2 and ASM3). */
export function assessmentCells(row: AssessmentRow, words: CellWords): AssessmentCells {
  const { labels, language } = words;
  const { decision } = row;
  const met = decision?.workshop ?? null;
  return {
    number: row.number === '' ? [] : [line('strong', row.number)],
    text: [...textLines(row.about.words), ...placeNotes(row, labels)],
    institution: [line('plain', row.institutionName)],
    contribution: contributionLines(row, words),
    decision: decisionLines(row, labels),
    reason: decision ? textLines(decision.reason) : [],
    newText: decision ? newTextLines(decision, labels) : [],
    workshop: met ? [line('plain', met.title), line('plain', printedDate(met.date, language))] : [],
    date: dateOf(row, language),
  };
}

/** The words of a decision for a row: what holds, what is proposed, or that nothing is decided. */
export function decisionWords(
  { content, decision, isOpen }: AssessmentRow,
  labels: AssessmentLabels,
): string {
  if (decision) {
    const outcome = labels.outcomes[decision.outcome];
    return decision.stage === 'proposed' ? labels.proposed(outcome) : outcome;
  }
  if (content.type !== 'statement') return '';
  return isOpen ? labels.open : labels.undecided;
}

/** What a record says, with what became of it and how it came. */
export function contributionLines(row: AssessmentRow, words: CellWords): readonly CellLine[] {
  return [...saidLines(row, words.labels), ...standingLines(row, words.labels), ...receiptLines(row, words)];
}

/** What changed in the text, word by word; of several changes each by itself. */
export function newTextLines({ changes }: RowDecision, labels: AssessmentLabels): readonly CellLine[] {
  return changes.flatMap((change) =>
    change.after.trim() === '' ? [line('label', labels.struck), ...changeLines(change)] : changeLines(change),
  );
}

/** Text as lines; blank ones are left out. */
export function textLines(text: string): readonly CellLine[] {
  return text
    .split('\n')
    .filter((one) => one.trim() !== '')
    .map((one) => line('plain', one));
}

/** What is to be said about the place of a row: nothing but words that stand as they were read goes without saying. */
export function placeNotes({ about }: AssessmentRow, labels: AssessmentLabels): readonly CellLine[] {
  switch (about.state) {
    case 'document':
      return [line('note', labels.wholeDocument)];
    case 'changed':
    case 'moved':
    case 'gone':
      return [line('note', labels[about.state])];
    default:
      return [];
  }
}

function line(style: CellLine['style'], text: string): CellLine {
  return { style, runs: [{ type: 'same', text }] };
}

function saidLines({ content }: AssessmentRow, labels: AssessmentLabels): readonly CellLine[] {
  const body = textLines(content.body);
  switch (content.type) {
    case 'position':
      return [line('strong', `${labels.position}: ${labels.stances[content.stance]}`), ...body];
    case 'answer':
      return [line('strong', `${labels.answer}: ${labels.replies[content.reply]}`), ...body];
    case 'withdrawal':
      return [line('strong', labels.withdrawal), ...body];
    case 'statement':
      return [line('strong', labels.kinds[content.kind]), ...body, ...wordingLines(content.wording, labels)];
  }
}

function wordingLines(wording: WordingChange | null, labels: AssessmentLabels): readonly CellLine[] {
  if (wording === null) return [];
  if (wording.after.trim() === '') return [line('label', labels.proposesToStrike)];
  return [line('label', `${labels.proposedWording}:`), ...changeLines(wording)];
}

/** Of a text of some lines this part has to stay for marks to help a reader. */
const LEAST_KEPT = 0.2;
const SOME_LINES = 200;

/** Words with their marks; where it is all another text, what is gone would be no help to a reader. */
function changeLines({ before, after }: WordingChange): readonly CellLine[] {
  const changes = diffWords(before, after);
  const kept = changes.reduce((sum, { type, text }) => sum + (type === 'same' ? text.trim().length : 0), 0);
  const isOther = after.length > SOME_LINES && kept < LEAST_KEPT * Math.min(before.length, after.length);
  if (isOther || before === '') return textLines(after);
  const lines: WordChange[][] = [[]];
  for (const { type, text } of withGaps(changes)) {
    text.split('\n').forEach((part, at) => {
      if (at > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ type, text: part });
    });
  }
  return lines
    .filter((runs) => runs.some(({ text }) => text.trim() !== ''))
    .map((runs) => ({ style: 'plain', runs }));
}

/** A word that is gone does not touch the one in its place. */
function withGaps(changes: readonly WordChange[]): readonly WordChange[] {
  return changes.map(({ type, text }, at) =>
    type === 'deleted' && changes[at + 1]?.type === 'inserted' && !/\s$/u.test(text)
      ? { type, text: `${text} ` }
      : { type, text },
  );
}

function standingLines({ content }: AssessmentRow, labels: AssessmentLabels): readonly CellLine[] {
  switch (content.type) {
    case 'position':
    case 'answer':
      return content.isLatest ? [] : [line('note', labels.notLatest)];
    case 'withdrawal':
      return content.withdraws === null ? [] : [line('note', labels.withdraws(content.withdraws))];
    case 'statement': {
      const { standing, withdrawals, replacedBy, replaces } = content;
      const became =
        standing === 'withdrawn'
          ? [labels.withdrawn]
          : standing === 'replaced'
            ? [replacedBy === null ? labels.replaced : labels.replacedBy(replacedBy)]
            : [];
      return [
        ...[...became, ...(replaces === null ? [] : [labels.replaces(replaces)])].map((one) =>
          line('note', one),
        ),
        ...withdrawals.flatMap(textLines),
      ];
    }
  }
}

function receiptLines(
  { receivedAt, via }: AssessmentRow,
  { labels, language }: CellWords,
): readonly CellLine[] {
  const entered =
    via?.by === 'moderation'
      ? [labels.entered(labels.sources[via.source], printedDate(via.dated, language), via.reference)]
      : [];
  if (receivedAt === null) return entered.map((one) => line('note', one));
  const ways = via?.by === 'package' ? [labels.byPackage, ...(via.late ? [labels.late] : [])] : [];
  const received = [labels.received(printedDate(receivedAt, language)), ...ways].join(', ');
  return [received, ...entered].map((one) => line('note', one));
}

function decisionLines(row: AssessmentRow, labels: AssessmentLabels): readonly CellLine[] {
  const words = decisionWords(row, labels);
  const answer = row.decision?.answer ?? null;
  return [
    ...(words === '' ? [] : [line('strong', words)]),
    ...(answer === null
      ? []
      : [line('note', labels.answered(labels.replies[answer.reply])), ...textLines(answer.body)]),
  ];
}

/** The day of the decision; of what is nothing to decide about, the day on which it came. */
function dateOf(
  { decision, content, receivedAt }: AssessmentRow,
  language: 'de' | 'en',
): readonly CellLine[] {
  const day = decision?.decidedAt ?? (content.type === 'statement' ? null : receivedAt);
  return day === null ? [] : [line('plain', printedDate(day, language))];
}
