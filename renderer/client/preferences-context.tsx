import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { shellOf } from './shell.ts';
import { defaultPreferences, preferencesCookie, readPreferences, type Preferences } from './preferences.ts';

interface PreferencesAccess {
  readonly preferences: Preferences;
  readonly change: (change: Partial<Preferences>) => void;
}

const PreferencesContext = createContext<PreferencesAccess>({
  preferences: defaultPreferences,
  change: () => undefined,
});

/** Keeps a change of the preferences on this machine; gives them as they are then. */
export function keepPreferences(changed: Partial<Preferences>): Preferences {
  const next = { ...readPreferences(document.cookie), ...changed };
  document.cookie = preferencesCookie(next);
  return next;
}

/** Reads the preferences once and keeps every change of them. */
export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  const [preferences, setPreferences] = useState(() => readPreferences(document.cookie));
  const change = useCallback((changed: Partial<Preferences>) => {
    setPreferences(keepPreferences(changed));
    // Menus of the desktop program follow the window.
    if (changed.language !== undefined) void shellOf(window)?.setLanguage(changed.language);
  }, []);
  const access = useMemo(() => ({ preferences, change }), [preferences, change]);
  return <PreferencesContext value={access}>{children}</PreferencesContext>;
}

/** What the person has chosen, and how to change it. */
export function usePreferences(): PreferencesAccess {
  return useContext(PreferencesContext);
}
