import { useEffect, useRef } from 'react';
import type { LeitbildShell } from '../../../shared/app/shell-bridge.ts';
import type { Command } from './command.ts';

/** Carries out what is chosen in the menu of the desktop program. */
export function useMenuCommands(shell: LeitbildShell | null, commands: readonly Command[]): void {
  const current = useRef(commands);
  useEffect(() => {
    current.current = commands;
  });
  useEffect(
    () => shell?.onMenuCommand((id) => current.current.find((command) => command.id === id)?.run()),
    [shell],
  );
}
