import { Alert, Anchor, Button, Popover, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { ImportView } from '../../../shared/import/import-view.ts';
import { countKeyOf, type Profile } from '../../../shared/schema/profile.ts';
import { useWords } from '../../client/use-words.ts';
import { wholeNumber } from '../../ui/format-values.ts';
import { describeWarning, wordsIn } from '../../words/language.ts';
import { changeLines } from './change-lines.ts';
import type { PresentChanges } from './present-changes.ts';
import classes from './import.module.css';

export interface ImportSummaryProps {
  readonly view: ImportView;
  /** Null until the present text is known. */
  readonly changes: PresentChanges | null;
  readonly profile: Profile;
  readonly onShowLine: (line: number) => void;
}

/** What was found, what has no place, what to look at, and what it would change. */
export function ImportSummary({ view: { report }, changes, profile, onShowLine }: ImportSummaryProps) {
  const { import: say, language } = useWords();
  const { words, unplaced, warnings, source } = report;
  const number = (count: number): string => wholeNumber(count, language);
  const goalNames = profile.goalKinds.map(
    (kind) => [countKeyOf(kind), [kind.singular, kind.plural]] as const,
  );
  const names = Object.entries(say.counts);
  // In the order of a text: what holds goals, the goals, what they hold.
  const counts = [...names.slice(0, 3), ...goalNames, ...names.slice(3)].flatMap(
    ([key, [one = '', many = '']]) => {
      const count = Number(report[key] ?? 0);
      return count === 0 ? [] : [`${number(count)} ${count === 1 ? one : many}`];
    },
  );
  const [firstUnplaced] = unplaced;
  return (
    <div className={classes['summary']}>
      <p className={classes['counts']}>
        {counts.length === 0 ? (
          say.nothingFound
        ) : (
          <>
            <strong>{say.found}:</strong> {counts.join(' · ')}
          </>
        )}
      </p>
      <div className={classes['notes']}>
        {words.unplaced === 0 ? (
          <span className={classes['fine']}>
            <IconCircleCheck size={18} aria-hidden /> {say.allPlaced(words.total, number(words.total))}
          </span>
        ) : (
          <span className={classes['hint']}>
            <IconAlertTriangle size={18} aria-hidden />{' '}
            {say.unplaced(words.unplaced, number(words.unplaced), number(words.total))}{' '}
            {firstUnplaced !== undefined && (
              <Anchor component="button" type="button" onClick={() => onShowLine(firstUnplaced.line)}>
                {say.showUnplaced}
              </Anchor>
            )}
          </span>
        )}
        {warnings.length === 0 ? (
          <Text component="span" c="dimmed">
            {say.noWarnings}
          </Text>
        ) : (
          <Popover position="bottom-start" width={460} withArrow trapFocus>
            <Popover.Target>
              <Button size="compact-sm" variant="light" color="orange">
                {say.warnings(warnings.length)}
              </Button>
            </Popover.Target>
            <Popover.Dropdown aria-label={say.warningsTitle}>
              <ul className={classes['warnings']}>
                {warnings.map((warning, index) => (
                  <li key={index}>
                    {warning.line > 0 && (
                      <Anchor
                        component="button"
                        type="button"
                        size="sm"
                        onClick={() => onShowLine(warning.line)}
                      >
                        {source.format === 'docx'
                          ? say.paragraphNumber(warning.line)
                          : say.line(warning.line)}
                      </Anchor>
                    )}{' '}
                    {describeWarning(warning, source.format, wordsIn(language))}
                  </li>
                ))}
              </ul>
            </Popover.Dropdown>
          </Popover>
        )}
      </div>
      {!report.isLeitbild && (
        <Alert color="orange" variant="light" className={classes['noLeitbild'] ?? ''}>
          {say.noLeitbild}
        </Alert>
      )}
      {changes?.hasText === true && (
        <p className={classes['against']}>
          <strong>{say.against}:</strong> {changes.isSame ? say.same : changeLines(changes, say).join(', ')}
        </p>
      )}
    </div>
  );
}
