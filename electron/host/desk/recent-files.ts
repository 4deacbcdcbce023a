import { renameSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { ok, fail, type Result } from '../../../shared/errors/result.ts';
import { jsonOrUndefined } from '../files/json-or-undefined.ts';
import { writeError } from '../files/write-file.ts';

/** A file that was opened here, as the list keeps it. */
export interface RecentEntry {
  readonly path: string;
  readonly title: string;
  readonly openedAt: string;
}

/** The files that were opened on this machine, latest first. */
export interface RecentFiles {
  list(): readonly RecentEntry[];
  /** Puts a file first; the oldest beyond the limit go. Fails with `file-unwritable` or `disk-full`. */
  note(entry: RecentEntry): Promise<Result<void>>;
  /** Sets the title of a file that is on the list. */
  retitle(path: string, title: string): Promise<Result<void>>;
  forget(path: string): Promise<Result<void>>;
  /** Settles when all that was noted is written or has failed. */
  settled(): Promise<void>;
}

/** More than fits a start screen, so that a file that was forgotten for a year is still found. */
const LIMIT = 30;

const listSchema = z.array(z.object({ path: z.string(), title: z.string(), openedAt: z.iso.datetime() }));

/**
 * Reads the list from its file. One that cannot be understood is laid aside as `….damaged` and the list begins anew:
 * nothing but convenience is lost.
 */
export async function openRecentFiles(file: string): Promise<RecentFiles> {
  let entries = await readEntries(file);
  let queue: Promise<unknown> = Promise.resolve();

  const write = (next: readonly RecentEntry[]): Promise<Result<void>> => {
    entries = next;
    const written = queue.then(() => replaceFile(file, JSON.stringify(next, null, 2)));
    queue = written;
    return written;
  };
  const without = (path: string): readonly RecentEntry[] => entries.filter((entry) => entry.path !== path);

  return {
    list: () => entries,
    note: (entry) => write([entry, ...without(entry.path)].slice(0, LIMIT)),
    retitle: (path, title) =>
      write(entries.map((entry) => (entry.path === path ? { ...entry, title } : entry))),
    forget: (path) => write(without(path)),
    settled: () => queue.then(() => undefined),
  };
}

async function readEntries(file: string): Promise<readonly RecentEntry[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return [];
    throw error;
  }
  const parsed = listSchema.safeParse(jsonOrUndefined(text));
  if (parsed.success) return parsed.data;
  renameSync(file, `${file}.damaged`);
  return [];
}

/** Whole or not at all; only this user may read it. */
async function replaceFile(file: string, text: string): Promise<Result<void>> {
  const temporary = `${file}.new`;
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(temporary, `${text}\n`, { mode: 0o600 });
    await rename(temporary, file);
    return ok(undefined);
  } catch (error) {
    await rm(temporary, { force: true });
    return fail(writeError(error, file));
  }
}
