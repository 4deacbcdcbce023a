import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { appError } from '../../../../shared/errors/errors.ts';
import { fail, ok } from '../../../../shared/errors/result.ts';
import { isWorkspaceName, WORKSPACE_ENDING } from '../../desk/browse-folder.ts';
import { certificatePathOf } from '../../listeners/defaults.ts';
import type { Handlers } from '../host-services.ts';

/** The file itself. */
export const fileHandlers = {
  'workspace.saveCopy': ({ path, goOnThere }, { services: { workspace, moveTo, sharing } }) => {
    const target = path ?? freeNameFor(workspace.path);
    if (!isWorkspaceName(target)) {
      return fail(
        appError('argument-invalid', { argument: 'path', reason: 'ending', allowed: WORKSPACE_ENDING }),
      );
    }
    const goesOn = goOnThere && moveTo !== null;
    const saved = workspace.saveCopy(target, { follows: goesOn });
    if (!saved.ok) return saved;
    if (goesOn) {
      sharing.keepCertificateAt(certificatePathOf(target));
      moveTo(target);
    }
    return ok({ path: target, goesOn });
  },
} satisfies Partial<Handlers>;

/** The name of a file itself where it is free, else with a number. */
function freeNameFor(path: string): string {
  const name = basename(path, extname(path));
  for (let attempt = 1; ; attempt += 1) {
    const candidate = join(
      dirname(path),
      `${attempt === 1 ? name : `${name} ${String(attempt)}`}${WORKSPACE_ENDING}`,
    );
    if (!existsSync(candidate)) return candidate;
  }
}
