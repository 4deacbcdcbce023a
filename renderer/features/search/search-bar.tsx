import { ActionIcon, Button, CloseButton, Text, TextInput, Tooltip } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconChevronRight,
  IconLetterCase,
  IconLetterW,
} from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import { useWords } from '../../client/use-words.ts';
import type { TextSearch } from '../../editor/index.ts';
import classes from './search.module.css';

export interface SearchBarProps {
  readonly search: TextSearch;
  /** Words that were selected in the text when the search was opened. */
  readonly initial: string;
  readonly withReplace: boolean;
  readonly mayWrite: boolean;
  readonly onReplace: (shown: boolean) => void;
  readonly onClose: () => void;
  readonly announce: (message: string) => void;
}

/** Finds words in the text, and replaces them one by one or all at once. */
export function SearchBar(props: SearchBarProps) {
  const { search, initial, mayWrite, onReplace, onClose, announce } = props;
  const { search: words } = useWords();
  const [text, setText] = useState(initial);
  const [replacement, setReplacement] = useState('');
  const [matchCase, setMatchCase] = useState(false);
  const [wholeWords, setWholeWords] = useState(false);
  const field = useRef<HTMLInputElement | null>(null);
  const subscribe = useCallback((listener: () => void) => search.onChange(listener), [search]);
  const count = useSyncExternalStore(subscribe, () => search.count);
  const current = useSyncExternalStore(subscribe, () => search.current);
  const withReplace = props.withReplace && mayWrite;

  useEffect(() => {
    search.set(text === '' ? null : { text, matchCase, wholeWords });
  }, [search, text, matchCase, wholeWords]);
  useEffect(() => () => search.set(null), [search]);
  useEffect(() => field.current?.select(), [props.withReplace]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  const found = text === '' ? '' : count === 0 ? words.none : words.count(current, count);
  return (
    <div className={classes['bar']} role="search" aria-label={words.title} onKeyDown={onKeyDown}>
      <div className={classes['line']}>
        {mayWrite && (
          <Tooltip label={withReplace ? words.hideReplace : words.showReplace}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={withReplace ? words.hideReplace : words.showReplace}
              aria-expanded={withReplace}
              onClick={() => onReplace(!withReplace)}
            >
              {withReplace ? <IconChevronDown size={18} /> : <IconChevronRight size={18} />}
            </ActionIcon>
          </Tooltip>
        )}
        <TextInput
          ref={field}
          className={classes['field'] ?? ''}
          size="sm"
          aria-label={words.find}
          placeholder={words.find}
          value={text}
          autoFocus
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            if (event.shiftKey) search.previous();
            else search.next();
          }}
          rightSectionWidth={64}
          rightSection={
            <>
              <Choice label={words.matchCase} isOn={matchCase} onToggle={setMatchCase}>
                <IconLetterCase size={16} />
              </Choice>
              <Choice label={words.wholeWords} isOn={wholeWords} onToggle={setWholeWords}>
                <IconLetterW size={16} />
              </Choice>
            </>
          }
        />
        <Text className={classes['count'] ?? ''} size="sm" c="dimmed" role="status">
          {found}
        </Text>
        <Tooltip label={words.previous}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={words.previous}
            disabled={count === 0}
            onClick={() => search.previous()}
          >
            <IconArrowUp size={18} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={words.next}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={words.next}
            disabled={count === 0}
            onClick={() => search.next()}
          >
            <IconArrowDown size={18} />
          </ActionIcon>
        </Tooltip>
        <CloseButton aria-label={words.close} onClick={onClose} />
      </div>
      {withReplace && (
        <div className={classes['line']} data-second>
          <TextInput
            className={classes['field'] ?? ''}
            size="sm"
            aria-label={words.replace}
            placeholder={words.replace}
            value={replacement}
            onChange={(event) => setReplacement(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              if (!search.replace(replacement)) search.next();
            }}
          />
          <Button
            size="compact-md"
            variant="default"
            disabled={count === 0}
            onClick={() => {
              if (!search.replace(replacement)) search.next();
            }}
          >
            {words.replaceOne}
          </Button>
          <Button
            size="compact-md"
            variant="default"
            disabled={count === 0}
            onClick={() => {
              announce(words.replaced(search.replaceAll(replacement)));
              field.current?.focus();
            }}
          >
            {words.replaceAll}
          </Button>
        </div>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onToggle: (isOn: boolean) => void;
  readonly children: React.ReactNode;
}

function Choice({ label, isOn, onToggle, children }: ChoiceProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        size={26}
        variant={isOn ? 'light' : 'subtle'}
        color={isOn ? 'petrol' : 'gray'}
        aria-label={label}
        aria-pressed={isOn}
        onClick={() => onToggle(!isOn)}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
