import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { ProfileChoice, RecentFile } from '../../../shared/api/desk-contract.ts';
import { ok } from '../../../shared/errors/result.ts';
import { isRoundPackage, openRoundPackage } from '../packages/open-round.ts';
import { loadShippedProfile, shippedProfileNames } from '../profiles/shipped-profiles.ts';
import { browseFolder } from './browse-folder.ts';
import type { DeskHandlers } from './desk-services.ts';
import { findLeitbild } from './find-leitbild.ts';
import { makeWorkspace, proveNewName } from './new-workspace.ts';
import { sampleWorkspace } from './sample-workspace.ts';

/** A handler for each call of the desk's contract; the compiler notices a missing one. */
export const deskHandlers: DeskHandlers = {
  async 'desk.state'(_input, { setting, recent, workspaces }) {
    const { version, platform, nativeDialogs, settingsFolder, folders } = setting;
    return ok({
      ...{ version, platform, nativeDialogs, settingsFolder, documentsFolder: folders.documents },
      recent: recent.list().map(({ path, title, openedAt }): RecentFile => ({
        ...{ path, title, openedAt },
        name: basename(path, extname(path)),
        there: existsSync(path),
        open: workspaces.has(path),
      })),
      profiles: await shippedProfiles(),
    });
  },
  async 'desk.open'({ path, anew = false }, { open, ports, workspaces }) {
    if (!isRoundPackage(path)) return open(path);
    const made = await openRoundPackage(path, {
      ports,
      anew,
      openHere: (there) => workspaces.workspaceOf(there),
    });
    // Somebody who asked at the same time has it open; where it is another program, opening says so.
    if (!made.ok && made.error.code === 'workspace-in-use') return open(made.error.details.path);
    return made.ok ? open(made.value) : made;
  },
  async 'desk.findLeitbild'({ leitbild }, services) {
    return ok(await findLeitbild(leitbild, services));
  },
  async 'desk.sample'(_input, { setting, open }) {
    const path = await sampleWorkspace(setting.settingsFolder);
    return path.ok ? open(path.value) : path;
  },
  async 'desk.create'(wanted, { ports, open }) {
    const made = await makeWorkspace(wanted, ports);
    return made.ok ? open(wanted.path) : made;
  },
  async 'desk.join'({ link, path }, { join, open, workspaces }) {
    const named = proveNewName(path);
    if (!named.ok) return named;
    // A file that follows this host already is opened by joining; nobody else may have it meanwhile.
    await workspaces.close(path);
    const joined = await join(link, path);
    return joined.ok ? open(path) : joined;
  },
  async 'desk.forget'({ path }, { recent }) {
    const forgotten = await recent.forget(path);
    return forgotten.ok ? ok(null) : forgotten;
  },
  'desk.browse': ({ folder }, { setting: { folders } }) => browseFolder(folder ?? folders.documents, folders),
  async 'desk.close'({ path }, { workspaces }) {
    const closed = await workspaces.close(path);
    return closed.ok ? ok(null) : closed;
  },
};

async function shippedProfiles(): Promise<readonly ProfileChoice[]> {
  const profiles = await Promise.all((await shippedProfileNames()).map(loadShippedProfile));
  return profiles
    .flatMap((profile) => (profile.ok ? [profile.value] : []))
    .map(({ id, name, goalKinds }) => ({
      ...{ id, name },
      goalKinds: [...goalKinds].sort((left, right) => left.rank - right.rank).map(({ plural }) => plural),
    }));
}
