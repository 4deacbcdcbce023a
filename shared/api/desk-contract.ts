import { z } from 'zod';
import type { ErrorCode } from '../errors/errors.ts';
import { KEY_PATTERN } from '../packages/key-pattern.ts';
import { call, type Call } from './call.ts';

/** A workspace that is open on this machine: where its host is, and what lets in as its window. */
export interface OpenedWorkspace {
  /** Address of its host, without a path. */
  readonly url: string;
  readonly secret: string;
  /** The file, absolute. */
  readonly path: string;
  /** Name of the file without its folder and ending. */
  readonly name: string;
}

/** A file that was opened on this machine. */
export interface RecentFile {
  readonly path: string;
  /** Name of the file without its folder and ending. */
  readonly name: string;
  /** Title of the Leitbild when it was last opened here; empty where it had none. */
  readonly title: string;
  /** ISO 8601 in UTC to the second. */
  readonly openedAt: string;
  /** Whether the file is still there. */
  readonly there: boolean;
  /** Whether it is open now. */
  readonly open: boolean;
}

/** A profile that ships with the program. */
export interface ProfileChoice {
  readonly id: string;
  readonly name: string;
  /** What its kinds of goals are called, the most prominent first. */
  readonly goalKinds: readonly string[];
}

/** All that the start screen shows. */
export interface DeskState {
  readonly version: string;
  /** As Node names it. */
  readonly platform: 'linux' | 'darwin' | 'win32' | 'other';
  /** Whether `window.leitbildShell` offers the dialogs of the system; else the page browses folders itself. */
  readonly nativeDialogs: boolean;
  /** Latest first. */
  readonly recent: readonly RecentFile[];
  readonly profiles: readonly ProfileChoice[];
  /** Where settings, the list of recent files and the sample are kept. */
  readonly settingsFolder: string;
  /** Where a new file is best put. */
  readonly documentsFolder: string;
}

/** One line of a folder. */
export interface FolderEntry {
  readonly kind: 'folder' | 'workspace';
  readonly name: string;
  readonly path: string;
  /** ISO 8601 in UTC to the second. */
  readonly changedAt: string;
}

/** Folders, `.leitbild` files and round packages of a folder, by name, for where there is no dialog of the system. */
export interface FolderListing {
  readonly folder: string;
  /** Null at the top. */
  readonly parent: string | null;
  /** Whether a new file may be made here. */
  readonly writable: boolean;
  readonly entries: readonly FolderEntry[];
  /** Whether there are more than `entries` holds. */
  readonly more: boolean;
  /** Places to begin at: the user's folders, and drives or mounts. */
  readonly places: readonly {
    readonly kind: 'home' | 'documents' | 'desktop' | 'drive';
    readonly path: string;
  }[];
}

const nothing = z.strictObject({});
/** A file or folder, absolute: `/home/…`, `C:\\…` or `\\\\server\\…`. */
const path = z
  .string()
  .max(4_096)
  .regex(/^(\/|[A-Za-z]:[\\/]|\\\\)[^\0]*$/);
const line = (length: number) => z.string().trim().max(length);

/** What opening a file can meet. */
const opening = [
  'workspace-missing',
  'file-empty',
  'workspace-foreign',
  'workspace-newer',
  'workspace-damaged',
  'workspace-in-use',
  'workspace-read-only',
  'disk-full',
  'file-unreadable',
  'file-unwritable',
  'listener-failed',
  'argument-invalid',
] as const satisfies readonly ErrorCode[];

/** What making a file can meet, before it is opened. */
const making = [
  ...opening,
  'workspace-exists',
  'profile-unknown',
  'profile-invalid',
] as const satisfies readonly ErrorCode[];

/**
 * What the start screen may ask of the desk. All paths are absolute. A new file must end in `.leitbild`, else
 * `argument-invalid`. Only the start screen may ask: the desk answers no page of another origin, a workspace's own
 * window included.
 */
export const deskContract = {
  'desk.state': call<DeskState>()({ method: 'GET', input: nothing, callers: ['moderator'], errors: [] }),
  /**
   * Opens a file, or finds it open already; either way the answer leads to its one host. Of a round package, it opens
   * the file made from it, which lies beside it and is made at the first time. Where another file has that name, it
   * fails with `workspace-exists`, which names it, or takes the next free name where `anew` says so.
   */
  'desk.open': call<OpenedWorkspace>()({
    method: 'POST',
    input: z.strictObject({ path, anew: z.boolean().optional() }),
    callers: ['moderator'],
    errors: [
      ...opening,
      'workspace-exists',
      'file-missing',
      'file-too-large',
      'package-damaged',
      'package-newer',
      'package-unsigned',
    ],
  }),
  /** The file that was opened here last of those that sign packages with this public key; null where none does. */
  'desk.findLeitbild': call<string | null>()({
    method: 'GET',
    input: z.strictObject({ leitbild: z.string().regex(KEY_PATTERN) }),
    callers: ['moderator'],
    errors: [],
  }),
  /** Opens the sample, which is built at the first time and keeps what was written in it. */
  'desk.sample': call<OpenedWorkspace>()({
    method: 'POST',
    input: nothing,
    callers: ['moderator'],
    errors: making,
  }),
  /** Makes a new file from a shipped profile. Never overwrites. */
  'desk.create': call<OpenedWorkspace>()({
    method: 'POST',
    input: z.strictObject({
      path,
      profile: z.string().min(1).max(80),
      title: line(300),
      municipality: line(200),
    }),
    callers: ['moderator'],
    errors: making,
  }),
  /**
   * Takes up an invitation: makes a file that follows the host behind the link, and opens it. A file that follows that
   * Leitbild already goes on with the new invitation; any other is never touched (`workspace-exists`).
   */
  'desk.join': call<OpenedWorkspace>()({
    method: 'POST',
    input: z.strictObject({ link: z.string().min(1).max(2_000), path }),
    callers: ['moderator'],
    errors: [
      ...making,
      'host-unreachable',
      'certificate-unexpected',
      'upstream-foreign',
      'workspace-follows-nobody',
      'edition-changed',
      'asset-unsupported',
      'answer-invalid',
      'cancelled',
    ],
  }),
  /** Takes a file off the list of recent ones; the file stays. */
  'desk.forget': call<null>()({
    method: 'POST',
    input: z.strictObject({ path }),
    callers: ['moderator'],
    errors: ['file-unwritable', 'disk-full'],
  }),
  /** Lists a folder; `null` begins in the user's documents. */
  'desk.browse': call<FolderListing>()({
    method: 'POST',
    input: z.strictObject({ folder: path.nullable() }),
    callers: ['moderator'],
    errors: ['file-missing', 'file-unreadable', 'argument-invalid'],
  }),
  /** Closes a file's host; one that is not open is closed already. */
  'desk.close': call<null>()({
    method: 'POST',
    input: z.strictObject({ path }),
    callers: ['moderator'],
    errors: ['disk-full', 'file-unwritable', 'workspace-missing', 'workspace-damaged', 'argument-invalid'],
  }),
} as const satisfies Readonly<Record<string, Call>>;

export type DeskContract = typeof deskContract;
export type DeskCallName = keyof DeskContract;
