import type { AppCommandId } from './app-commands.ts';

/** A kind of file as a dialog offers it: `{ name: 'PDF', extensions: ['pdf'] }`. */
export interface FileFilter {
  readonly name: string;
  /** Without dots. */
  readonly extensions: readonly string[];
}

export interface OpenDialogRequest {
  readonly title: string;
  readonly filters: readonly FileFilter[];
  readonly defaultPath?: string;
}

export interface SaveDialogRequest extends OpenDialogRequest {
  readonly defaultPath: string;
}

/** How the process behind the windows is doing. It comes back under the same address, so windows need only wait. */
export type HostState = 'running' | 'restarting' | 'failed';

/**
 * What the desktop program offers its windows as `window.leitbildShell`; in a browser that is undefined. Nothing but
 * these functions crosses from the page to the system. Each call that fails to fit is rejected, not carried out.
 */
export interface LeitbildShell {
  readonly platform: 'linux' | 'darwin' | 'win32' | 'other';
  /** Asks for a file by the system's dialog; null where the user thinks better of it. */
  openDialog(request: OpenDialogRequest): Promise<string | null>;
  /** Asks where to put a file; the dialog itself asks before something is overwritten. */
  saveDialog(request: SaveDialogRequest): Promise<string | null>;
  /** The path of a file that was dragged into the window; empty for what is no file of the disk. */
  pathOfFile(file: unknown): string;
  showInFolder(path: string): Promise<void>;
  /** Opens `https:` and `mailto:` with the user's own programs, at the user's own click. False for anything else. */
  openExternal(url: string): Promise<boolean>;
  /** Names the window, and on a Mac the file it shows. */
  setTitle(title: string, path: string | null): Promise<void>;
  /** Says what can be done in the window now; the menu offers the rest greyed out. Until then it offers all. */
  offerCommands(commands: readonly AppCommandId[]): Promise<void>;
  setLanguage(language: 'de' | 'en'): Promise<void>;
  /**
   * Shows a file that the desk has open: in the window that shows it already, which comes to the front and the
   * caller's start screen closes; else in the caller's own window. False where the desk does not have it open.
   */
  showWorkspace(path: string): Promise<boolean>;
  /** Opens a start screen in a window of its own, or brings the one there is to the front. */
  showStart(intent: { readonly open: string } | { readonly join: string } | 'new' | null): Promise<void>;
  /** A short message of the system; nothing of the text belongs in it. */
  notify(message: { readonly title: string; readonly body: string }): Promise<void>;
  /** Called with the command that the user chose in the menu; the function returned ends it. */
  onMenuCommand(listener: (command: AppCommandId) => void): () => void;
  onHostState(listener: (state: HostState) => void): () => void;
}
