import { join } from 'node:path';

/** Where the parts of the program lie. */
export interface ProgramPaths {
  readonly preload: string;
  readonly deskScript: string;
  /** Folder of the built renderer. */
  readonly renderer: string;
  readonly dictionaries: string;
  readonly icon: string;
}

/**
 * Finds them from the folder of the shell's script. In the packaged program the shell lies in `app.asar`, whose content
 * is sealed, and everything that the host reads beside it in `app.asar.unpacked`, as plain files.
 */
export function programPaths(shellFolder: string, isPackaged: boolean): ProgramPaths {
  const sealed = join(shellFolder, '../..');
  const root = isPackaged ? sealed.replace(/app\.asar([\\/]?)$/, 'app.asar.unpacked$1') : sealed;
  return {
    preload: join(shellFolder, 'preload.cjs'),
    deskScript: join(root, 'electron/entry/desk/desk-process.js'),
    renderer: isPackaged ? join(root, 'app') : join(root, '../renderer'),
    dictionaries: join(root, 'resources/dictionaries'),
    icon: join(root, 'resources/icons/icon.png'),
  };
}
