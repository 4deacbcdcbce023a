import { writeWorkspaceAddress, type WorkspaceIntent } from '../../shared/api/app-address.ts';
import { createDeskClient, type DeskClient } from '../../shared/api/client.ts';
import type { OpenedWorkspace } from '../../shared/api/desk-contract.ts';
import { ok, type Result } from '../../shared/errors/result.ts';
import type { LeitbildShell } from '../../shared/app/shell-bridge.ts';
import { createHttp } from './http.ts';
import type { Place } from './place.ts';
import { readUpload } from './read-upload.ts';
import { shellOf } from './shell.ts';

/** The start screen's part with the desk, for as long as the window shows it. */
export interface DeskSession {
  readonly desk: DeskClient;
  /** The desktop program around this window; null in a browser. */
  readonly shell: LeitbildShell | null;
  /** Gives a document to the host of a file that the desk has opened, for its window to import. */
  handOver(workspace: OpenedWorkspace, document: File): Promise<Result<WorkspaceIntent>>;
  /** Leaves the start screen for the window of a file that the desk has opened. */
  show(workspace: OpenedWorkspace, intent?: WorkspaceIntent | null): Promise<void>;
}

/** Makes the session of the window that was opened at this place. */
export function createDeskSession(
  { base, token }: Extract<Place, { kind: 'desk' }>,
  window: Window & Pick<typeof globalThis, 'fetch'>,
): DeskSession {
  const http = createHttp(base, token, (...request) => window.fetch(...request));
  const shell = shellOf(window);
  return {
    desk: createDeskClient(http.transport),
    shell,
    async handOver({ path }, document) {
      const answered = await http.upload(`/hand-over?${new URLSearchParams({ path })}`, document);
      if (!answered.ok) return answered;
      const taken = readUpload(answered.value, 'hand-over');
      if (!taken.ok) return taken;
      return ok({ kind: 'import', source: { upload: taken.value, name: document.name } });
    },
    async show(workspace, intent = null) {
      // The shell knows which window shows which file; it opens no intent, so what is to be done at once goes by address.
      if (shell !== null && intent === null && (await shell.showWorkspace(workspace.path))) return;
      window.location.assign(writeWorkspaceAddress(workspace, { url: base, secret: token }, intent));
    },
  };
}
