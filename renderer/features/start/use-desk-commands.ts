import { useEffect, useRef } from 'react';
import type { AppCommandId } from '../../../shared/app/app-commands.ts';
import type { LeitbildShell } from '../../../shared/app/shell-bridge.ts';
import { usePreferences } from '../../client/preferences-context.tsx';

/** Carries out what is chosen in the menu of the desktop program while the start screen shows. */
export function useDeskCommands(
  shell: LeitbildShell | null,
  commands: Partial<Readonly<Record<AppCommandId, () => void>>>,
): void {
  const { preferences, change } = usePreferences();
  const current = useRef(commands);
  useEffect(() => {
    const toggle = (): void => change({ theme: preferences.theme === 'dark' ? 'light' : 'dark' });
    current.current = { 'view.dark': toggle, ...commands };
  });
  useEffect(() => shell?.onMenuCommand((command) => current.current[command]?.()), [shell]);
}
