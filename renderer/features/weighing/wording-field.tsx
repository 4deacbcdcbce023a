import { Button, Checkbox, Group, Text, Textarea } from '@mantine/core';
import { limits } from '../../../shared/contributions/limits.ts';
import { useWords } from '../../client/use-words.ts';
import { WordingDifference } from '../../ui/wording-difference.tsx';
import said from '../../ui/said.module.css';
import { carriedOver, type ChosenWording, type WordingDraft } from './decision-draft.ts';
import classes from './weighing.module.css';
import { WordConflicts } from './word-conflicts.tsx';

export interface WordingFieldProps {
  readonly wording: ChosenWording;
  readonly onChange: (draft: WordingDraft) => void;
}

/** Whether a place of the text changes with the decision, to what, and what that means word by word. */
export function WordingField({ wording, onChange }: WordingFieldProps) {
  const { weighing: words } = useWords();
  const say = words.wordings;
  const { placed, anchor, today, isOn, institutionName } = wording;
  const edit = (text: string, basedOn = today): void =>
    onChange({ isOn: true, edited: { words: text, basedOn } });
  const label = placed === null ? say.applyOwn(institutionName) : say.apply(institutionName);
  const rebased = placed?.rebased;
  return (
    <div className={classes['wordingField']}>
      <Checkbox
        size="sm"
        label={label}
        checked={isOn}
        disabled={anchor === null}
        onChange={({ currentTarget }) =>
          onChange({
            isOn: currentTarget.checked,
            edited:
              wording.words === wording.initial ? null : { words: wording.words, basedOn: wording.basedOn },
          })
        }
      />
      {rebased !== undefined && rebased.state !== 'unchanged' && (
        <p className={said['caution']} data-rebased={rebased.state}>
          {words.placed[rebased.state]}
        </p>
      )}
      {rebased?.state === 'conflict' && <WordConflicts conflicts={rebased.conflicts} />}
      {anchor === null && <Text size="sm">{say.cannot}</Text>}
      {isOn && (
        <>
          <Textarea
            label={say.words}
            description={say.hint}
            value={wording.words}
            maxLength={limits.wording}
            autosize
            minRows={3}
            maxRows={14}
            classNames={{ input: classes['serif'] ?? '' }}
            onChange={({ currentTarget }) => edit(currentTarget.value, wording.basedOn)}
          />
          {placed !== null && !('wording' in placed.rebased) && (
            <Group gap="xs">
              <Button size="compact-xs" variant="default" onClick={() => edit(today)}>
                {say.fromToday}
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => edit(placed.proposed)}>
                {say.fromProposal}
              </Button>
            </Group>
          )}
          {wording.isOutdated && (
            <div className={said['caution']} role="alert">
              <Text size="sm">{say.moved}</Text>
              <Button
                size="compact-xs"
                variant="default"
                mt={4}
                onClick={() => {
                  const carried = carriedOver(wording, today);
                  edit(carried.words);
                }}
              >
                {carriedOver(wording, today).isMerged ? say.carry : say.compare}
              </Button>
            </div>
          )}
          <div>
            <Text size="xs" c="dimmed" mb={2}>
              {say.preview}
            </Text>
            {wording.words === today ? (
              <Text size="sm">{say.same}</Text>
            ) : (
              <WordingDifference before={today} after={wording.words} />
            )}
          </div>
        </>
      )}
    </div>
  );
}
