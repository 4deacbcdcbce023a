import { Modal, Text, Title } from '@mantine/core';
import { Fragment } from 'react';
import { useSession } from '../../client/session-context.tsx';
import { useWords } from '../../client/use-words.ts';
import { Keys } from '../../ui/keys.tsx';
import type { ViewProps } from '../frame/view-props.ts';
import type { CommandSection } from './command.ts';
import { useCommandList } from './command-context.tsx';
import classes from './palette.module.css';

const sections: readonly CommandSection[] = ['file', 'edit', 'text', 'view', 'participation', 'help'];

/** All keys that do something, and what. */
export function ShortcutsDialog({ onClose }: ViewProps) {
  const words = useWords();
  const { palette } = words;
  const isModerator = useSession().overview.role === 'moderator';
  const commands = useCommandList();
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={palette.shortcuts}
      closeButtonProps={{ 'aria-label': words.frame.close }}
    >
      <Text c="dimmed" mb="lg">
        {palette.shortcutsIntro}
      </Text>
      <div className={classes['list']}>
        {sections.map((section) => {
          const shown = commands.flatMap(({ id, section: of, keys, label }) =>
            of === section && keys !== null ? [{ id, keys: [keys], label }] : [],
          );
          return <KeyList key={section} title={palette.sections[section]} lines={shown} />;
        })}
        <KeyList title={palette.elsewhere.outline} lines={parsed(palette.outlineKeys)} />
        <KeyList title={palette.elsewhere.text} lines={parsed(palette.textKeys)} />
        {isModerator && <KeyList title={palette.elsewhere.weighing} lines={parsed(palette.weighingKeys)} />}
        <KeyList title={palette.elsewhere.projector} lines={parsed(palette.projectorKeys)} />
      </div>
    </Modal>
  );
}

interface KeyLine {
  readonly id: string;
  /** Each does the same, or the like. */
  readonly keys: readonly string[];
  readonly label: string;
}

function KeyList({ title, lines }: { readonly title: string; readonly lines: readonly KeyLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section aria-label={title}>
      <Title order={3} size="h6" mb={4}>
        {title}
      </Title>
      {lines.map(({ id, keys, label }) => (
        <div key={id} className={classes['line']}>
          <span>{label}</span>
          <span>
            {keys.map((key, index) => (
              <Fragment key={key}>
                {index > 0 && <span className={classes['either']} />}
                <Keys keys={key} />
              </Fragment>
            ))}
          </span>
        </div>
      ))}
    </section>
  );
}

function parsed(lines: readonly (readonly string[])[]): readonly KeyLine[] {
  return lines.map(([keys = '', label = '']) => ({ id: label, keys: keys.split(' '), label }));
}
