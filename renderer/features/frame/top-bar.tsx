import { ActionIcon, Button, Text, Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconArrowLeft,
  IconBookmarks,
  IconFileExport,
  IconLayoutSidebar,
  IconLayoutSidebarRight,
  IconPencil,
  IconPrinter,
  IconSearch,
  IconShare2,
  type Icon,
} from '@tabler/icons-react';
import { useWords } from '../../client/use-words.ts';
import { Keys } from '../../ui/keys.tsx';
import type { CommandId } from '../palette/command.ts';
import { useCommand } from '../palette/command-context.tsx';
import { useFrame } from './frame-context.tsx';
import classes from './frame.module.css';
import { MoreMenu } from './more-menu.tsx';
import { ParticipationMenu } from './participation-menu.tsx';
import { PeerAvatars } from './peer-avatars.tsx';
import { useHeader } from './use-header.ts';

export interface TopBarProps {
  readonly outlineShown: boolean;
  readonly panelShown: boolean;
  /** Whether there is room for words beside the signs. */
  readonly isWide: boolean;
}

/** Title and city, the one field for everything, who is here, and the few things done often. */
export function TopBar({ outlineShown, panelShown, isWide }: TopBarProps) {
  const words = useWords().frame;
  const { room } = useFrame();
  const header = useHeader(room.doc);
  const edit = useCommand('edit.header');
  const search = useCommand('view.palette');
  const title = header.title === '' ? words.untitled : header.title;
  const name = (
    <span className={classes['name']}>
      <Text component="span" className={classes['title'] ?? ''} fw={600}>
        {title}
      </Text>
      <Text component="span" className={classes['town'] ?? ''} size="xs" c="dimmed">
        {header.municipality}
      </Text>
    </span>
  );
  return (
    <header className={classes['bar']} aria-label={words.bar}>
      <BarIcon id="file.start" icon={IconArrowLeft} />
      <BarIcon
        id="view.outline"
        icon={IconLayoutSidebar}
        label={outlineShown ? words.outlineHide : words.outlineShow}
        isPressed={outlineShown}
      />
      <h1 className={classes['heading']}>
        {edit === undefined ? (
          <Tooltip label={title} openDelay={600}>
            {name}
          </Tooltip>
        ) : (
          <Tooltip label={words.header.edit} openDelay={400}>
            <UnstyledButton className={classes['nameButton'] ?? ''} onClick={edit.run}>
              {name}
              <IconPencil size={15} aria-hidden className={classes['pencil']} />
            </UnstyledButton>
          </Tooltip>
        )}
      </h1>
      <UnstyledButton
        className={classes['search'] ?? ''}
        onClick={search?.run}
        {...(!isWide && { 'aria-label': words.search })}
      >
        <IconSearch size={16} aria-hidden />
        {isWide && (
          <>
            <span className={classes['searchText']}>{words.search}</span>
            <Keys keys="Mod+K" />
          </>
        )}
      </UnstyledButton>
      <div className={classes['tools']}>
        <PeerAvatars />
        {isWide && (
          <>
            <BarIcon id="file.printPreview" icon={IconPrinter} />
            <BarIcon id="view.editions" icon={IconBookmarks} />
            <BarIcon id="file.export" icon={IconFileExport} />
          </>
        )}
        <ParticipationMenu />
        <ShareButton label={words.share} isWide={isWide} />
        <MoreMenu />
        <BarIcon
          id="view.side"
          icon={IconLayoutSidebarRight}
          label={panelShown ? words.panelHide : words.panelShow}
          isPressed={panelShown}
        />
      </div>
    </header>
  );
}

function BarIcon({
  id,
  icon: Sign,
  label,
  isPressed,
}: {
  readonly id: CommandId;
  readonly icon: Icon;
  readonly label?: string;
  readonly isPressed?: boolean;
}) {
  const command = useCommand(id);
  if (command === undefined) return null;
  const named = label ?? command.label;
  return (
    <Tooltip label={named}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={named}
        {...(isPressed !== undefined && { 'aria-expanded': isPressed })}
        onClick={command.run}
      >
        <Sign size={20} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}

function ShareButton({ label, isWide }: { readonly label: string; readonly isWide: boolean }) {
  const command = useCommand('view.sharing');
  if (command === undefined) return null;
  if (!isWide) return <BarIcon id="view.sharing" icon={IconShare2} label={label} />;
  return (
    <Button size="compact-md" variant="light" leftSection={<IconShare2 size={16} />} onClick={command.run}>
      {label}
    </Button>
  );
}
