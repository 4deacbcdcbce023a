import { useEffect, useRef } from 'react';
import { appCommandIds, isAppCommandId } from '../../../shared/app/app-commands.ts';
import type { LeitbildShell } from '../../../shared/app/shell-bridge.ts';
import type { Command } from './command.ts';

/** Tells the desktop program what its menu may offer, and carries out what is chosen there. */
export function useMenuCommands(shell: LeitbildShell | null, commands: readonly Command[]): void {
  const current = useRef(commands);
  useEffect(() => {
    current.current = commands;
  });
  useEffect(
    () => shell?.onMenuCommand((id) => current.current.find((command) => command.id === id)?.run()),
    [shell],
  );
  // The list is made anew far more often than what can be done changes.
  const offered = appCommandIds.filter((id) => commands.some((command) => command.id === id)).join(' ');
  useEffect(() => {
    void shell?.offerCommands(offered.split(' ').filter(isAppCommandId));
  }, [shell, offered]);
}
