import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { UserFolders } from '../../host/desk/browse-folder.ts';

const NAME = 'Leitbild-Werkstatt';

/**
 * Where settings are kept where no desktop program says so: as the system's custom is, or where `LEITBILD_SETTINGS`
 * says.
 */
export function settingsFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const given = environment['LEITBILD_SETTINGS'];
  if (given !== undefined && given !== '') return given;
  if (platform === 'win32')
    return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), NAME);
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', NAME);
  return join(environment['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), NAME);
}

/** The user's folders, by the names that systems give them; the home folder where there is no such one. */
export function userFolders(home: string = homedir()): UserFolders {
  const first = (names: readonly string[]): string | null =>
    names.map((name) => join(home, name)).find((path) => existsSync(path)) ?? null;
  return {
    home,
    documents: first(['Documents', 'Dokumente']) ?? home,
    desktop: first(['Desktop', 'Schreibtisch']),
  };
}
