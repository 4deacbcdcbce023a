import { Spotlight, type SpotlightActionGroupData, type SpotlightStore } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import type { NodeId } from '../../../shared/ids/ids.ts';
import { useWords } from '../../client/use-words.ts';
import { Keys } from '../../ui/keys.tsx';
import { nameOf, plain, type OutlineLine } from '../outline/outline-lines.ts';
import type { Command, CommandSection } from './command.ts';
import classes from './palette.module.css';

const MOST_GOALS = 12;
const sections: readonly CommandSection[] = ['file', 'edit', 'text', 'view', 'participation', 'help'];

export interface PaletteProps {
  readonly store: SpotlightStore;
  readonly commands: readonly Command[];
  readonly lines: readonly OutlineLine[];
  readonly onGoTo: (id: NodeId) => void;
}

/**
 * All commands and all places of the text, by typing. A number or words lead to a goal. What was chosen is done once
 * the palette has gone and the keyboard is back where it was, so that it may take the keyboard itself.
 */
export function Palette({ store, commands, lines, onGoTo }: PaletteProps) {
  const words = useWords().palette;
  const [query, setQuery] = useState('');
  const before = useRef<Element | null>(null);
  const chosen = useRef<(() => void) | null>(null);

  const actions = useMemo<SpotlightActionGroupData[]>(() => {
    const asked = plain(query)
      .split(/\s+/)
      .filter((word) => word !== '');
    const goals = asked.length === 0 ? [] : findLines(lines, asked).slice(0, MOST_GOALS);
    const places: SpotlightActionGroupData = {
      group: words.goTo,
      actions: goals.map((line) => ({
        id: `go-${line.id}`,
        label: nameOf(line),
        ...(line.title !== '' && line.fullNumber !== '' && { description: line.title }),
        onClick: () => (chosen.current = () => onGoTo(line.id)),
      })),
    };
    const groups = sections.map((section) => ({
      group: words.sections[section],
      actions: commands
        .filter((command) => command.section === section)
        .filter(({ label }) => asked.every((word) => plain(label).includes(word)))
        .map(({ id, label, keys, run }) => ({
          id,
          label,
          onClick: () => (chosen.current = run),
          ...(keys !== null && { rightSection: <Keys keys={keys} /> }),
        })),
    }));
    // A number is a place before it is anything else.
    const all = /\d/.test(query) ? [places, ...groups] : [...groups, places];
    return all.filter(({ actions: found }) => found.length > 0);
  }, [commands, lines, onGoTo, query, words]);

  const onExited = (): void => {
    const run = chosen.current;
    chosen.current = null;
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
    run?.();
  };

  return (
    <Spotlight
      store={store}
      onSpotlightOpen={() => (before.current = document.activeElement)}
      returnFocus={false}
      transitionProps={{ transition: 'pop', duration: 120, onExited }}
      // Names the dialog; the field itself is all that is to be seen.
      title={words.label}
      actions={actions}
      filter={(_query, all) => all}
      query={query}
      onQueryChange={setQuery}
      nothingFound={words.nothing}
      shortcut={null}
      scrollable
      maxHeight="min(60vh, 32rem)"
      size="lg"
      highlightQuery
      classNames={{
        header: classes['header'] ?? '',
        action: classes['action'] ?? '',
        actionDescription: classes['description'] ?? '',
        actionsGroup: classes['group'] ?? '',
      }}
      overlayProps={{ blur: 0 }}
      searchProps={{
        placeholder: words.placeholder,
        'aria-label': words.label,
        leftSection: <IconSearch size={18} />,
      }}
    />
  );
}

/** Lines of which the number begins with what is asked come first, the nearest to it at the top. */
function findLines(lines: readonly OutlineLine[], asked: readonly string[]): readonly OutlineLine[] {
  const [first = ''] = asked;
  const rank = (line: OutlineLine): number => {
    const number = plain(line.fullNumber);
    if (number === first || plain(line.number) === first) return 0;
    if (number.startsWith(first)) return 1;
    return 2;
  };
  return lines
    .filter((line) => {
      const text = plain(`${line.fullNumber} ${line.number} ${line.label} ${line.title}`);
      return asked.every((word) => text.includes(word));
    })
    .map((line, index) => ({ line, index, rank: rank(line) }))
    .sort((left, right) => left.rank - right.rank || left.index - right.index)
    .map(({ line }) => line);
}
