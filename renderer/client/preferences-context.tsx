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

/** Reads the preferences once and keeps every change of them. */
export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  const [preferences, setPreferences] = useState(() => readPreferences(document.cookie));
  const change = useCallback((changed: Partial<Preferences>) => {
    const next = { ...readPreferences(document.cookie), ...changed };
    document.cookie = preferencesCookie(next);
    setPreferences(next);
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
