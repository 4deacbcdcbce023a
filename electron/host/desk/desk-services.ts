import type { z } from 'zod';
import type { DeskOutput } from '../../../shared/api/client.ts';
import type {
  DeskCallName,
  DeskContract,
  DeskState,
  OpenedWorkspace,
} from '../../../shared/api/desk-contract.ts';
import type { Result } from '../../../shared/errors/result.ts';
import type { HostPorts } from '../ports.ts';
import type { UserFolders } from './browse-folder.ts';
import type { OpenWorkspaces } from './open-workspaces.ts';
import type { RecentFiles } from './recent-files.ts';

/** What the desk knows of the program that it runs in. */
export interface DeskSetting {
  readonly version: string;
  readonly platform: DeskState['platform'];
  readonly nativeDialogs: boolean;
  readonly settingsFolder: string;
  readonly folders: UserFolders;
}

/** Takes up an invitation: makes a file at `path` that follows the host behind the link, or renews it, and closes it. */
export type JoinHost = (link: string, path: string) => Promise<Result<unknown>>;

/** What the handlers of the desk work with. */
export interface DeskServices {
  readonly setting: DeskSetting;
  readonly ports: HostPorts;
  readonly recent: RecentFiles;
  readonly workspaces: OpenWorkspaces;
  readonly join: JoinHost;
  /** Opens a file and puts it on the list of recent ones. */
  readonly open: (path: string) => Promise<Result<OpenedWorkspace>>;
}

export type DeskInput<Name extends DeskCallName> = z.output<DeskContract[Name]['input']>;

/** Carries out one call; the input has been checked. May throw `AppFailure`. */
export type DeskHandlers = {
  readonly [Name in DeskCallName]: (
    input: DeskInput<Name>,
    services: DeskServices,
  ) => Promise<Result<DeskOutput<Name>>>;
};
