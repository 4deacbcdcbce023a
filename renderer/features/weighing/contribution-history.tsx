import { changesBy } from '../../../shared/decisions/chain.ts';
import type { TextChange } from '../../../shared/decisions/decision.ts';
import type { WeighingRow } from '../../../shared/weighing/weighing-rows.ts';
import { useWords } from '../../client/use-words.ts';
import { dayAndTime, shortDay } from '../../ui/format-values.ts';
import { WordingDifference } from '../../ui/wording-difference.tsx';
import said from '../../ui/said.module.css';
import type { AppWords } from '../../words/app-words.ts';
import type { Weighing } from './use-weighing.ts';
import classes from './weighing.module.css';

interface Step {
  readonly key: string;
  readonly at: string;
  readonly title: string;
  readonly body: string;
  readonly note: string | null;
  readonly changes: readonly TextChange[];
}

/** The way of a contribution: taken, decided, answered, taken back, and what exactly each changed in the text. */
export function ContributionHistory({
  weighing,
  row,
}: {
  readonly weighing: Weighing;
  readonly row: WeighingRow;
}) {
  const texts = useWords();
  const { weighing: words, language } = texts;
  return (
    <ol className={classes['history']} aria-label={words.history.title}>
      {stepsOf(weighing, row, texts).map(({ key, at, title, body, note, changes }) => (
        <li key={key}>
          <p className={classes['stepTitle']}>{title}</p>
          <p className={classes['quiet']}>
            {dayAndTime(at, language)}
            {note !== null && ` · ${note}`}
          </p>
          {body !== '' && <p className={said['body']}>{body}</p>}
          {changes.map(({ node, before, after }) => (
            <div key={node}>
              <p className={classes['quiet']}>{words.history.change}</p>
              <WordingDifference before={before} after={after} />
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}

function stepsOf(weighing: Weighing, row: WeighingRow, texts: AppWords): readonly Step[] {
  const { weighing: words, contributions, language } = texts;
  const plain = { body: '', note: null, changes: [] };
  const history = weighing.decided.history(row.id);
  const decisions = new Set<string>(history.map(({ id }) => id));
  const steps: Step[] = [{ ...plain, key: row.id, at: row.receivedAt, title: words.history.received }];
  for (const { decision, changes } of changesBy(row.id, history)) {
    const { id: key, at, reason: body } = decision;
    if (decision.type === 'reopening') {
      steps.push({ key, at, body, changes, note: null, title: words.history.reopened });
      continue;
    }
    const outcome = contributions.outcomes[decision.outcome];
    const workshop = weighing.workshops.find(({ id }) => id === decision.workshop);
    const title =
      decision.stage === 'proposed' ? words.history.proposed(outcome) : words.history.decided(outcome);
    const note = workshop && words.history.workshop(workshop.title, shortDay(workshop.date, language));
    steps.push({ key, at, body, changes, title, note: note ?? null });
  }
  for (const { record, receipt } of weighing.voices) {
    if (record.institution !== row.institution) continue;
    const common = { ...plain, key: record.id, at: receipt.receivedAt };
    if (record.type === 'answer' && decisions.has(record.decision)) {
      const title = words.history.answered(contributions.replies[record.reply]);
      steps.push({ ...common, title, body: record.body });
    }
    if (record.type === 'withdrawal' && record.withdraws === row.id) {
      steps.push({ ...common, title: words.history.withdrawn, body: record.body });
    }
    if (record.type === 'statement' && record.replaces === row.id) {
      steps.push({ ...common, title: words.history.replaced });
    }
  }
  // Those of one second stay in the order above, which is that of their kinds.
  return steps.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}
