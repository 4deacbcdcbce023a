import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { appError } from '../../../shared/errors/errors.ts';
import { fail, ok, type Result } from '../../../shared/errors/result.ts';
import { writeDocument } from '../../../shared/rooms/text-room.ts';
import { setHeader } from '../editions/set-header.ts';
import { writeError } from '../files/write-file.ts';
import type { HostPorts } from '../ports.ts';
import { loadShippedProfile } from '../profiles/shipped-profiles.ts';
import { editRoom } from '../workspace/edit-room.ts';
import { createWorkspace } from '../workspace/open-workspace.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { isWorkspaceName, WORKSPACE_ENDING } from './browse-folder.ts';

export interface NewWorkspace {
  readonly path: string;
  /** Name of a shipped profile. */
  readonly profile: string;
  readonly title: string;
  readonly municipality: string;
}

/**
 * Makes a file with a title and one empty chapter to begin with, and closes it. Never overwrites, and leaves nothing
 * behind where it fails: `argument-invalid`, `profile-unknown`, `workspace-exists`, `file-unwritable`, `disk-full`.
 */
export async function makeWorkspace(wanted: NewWorkspace, ports: HostPorts): Promise<Result<void>> {
  const { path, title, municipality } = wanted;
  const named = proveNewName(path);
  if (!named.ok) return named;
  const profile = await loadShippedProfile(wanted.profile);
  if (!profile.ok) return profile;
  const created = createWorkspace(path, { profile: profile.value, ports });
  if (!created.ok) return created;
  const filled = fill(created.value, { title, municipality }, ports);
  const closed = created.value.close();
  if (filled.ok && closed.ok) return ok(undefined);
  rmSync(path, { force: true });
  return filled.ok ? closed : filled;
}

/** That a new file may have this name; makes its folder. Fails with `argument-invalid` or `file-unwritable`. */
export function proveNewName(path: string): Result<void> {
  if (!isWorkspaceName(path)) {
    return fail(
      appError('argument-invalid', { argument: 'path', reason: 'ending', allowed: WORKSPACE_ENDING }),
    );
  }
  try {
    mkdirSync(dirname(path), { recursive: true });
    return ok(undefined);
  } catch (error) {
    return fail(writeError(error, path));
  }
}

function fill(
  workspace: Workspace,
  header: { readonly title: string; readonly municipality: string },
  { createId }: HostPorts,
): Result<unknown> {
  const set = setHeader(workspace, header);
  if (!set.ok) return set;
  editRoom(workspace, 'text', (doc) =>
    writeDocument(doc, {
      type: 'leitbild',
      content: [
        {
          type: 'chapter',
          attrs: { id: createId(), origins: [] },
          content: [{ type: 'heading' }, { type: 'paragraph', attrs: { id: createId(), origins: [] } }],
        },
      ],
    }),
  );
  return ok(undefined);
}
