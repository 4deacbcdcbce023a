import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const boundsSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200).max(20_000),
  height: z.int().min(200).max(20_000),
  maximized: z.boolean(),
});

const settingsSchema = z.object({
  language: z.enum(['de', 'en']).nullable().catch(null),
  /** Where windows of a kind last were. */
  windows: z.strictObject({ start: boundsSchema.optional(), workspace: boundsSchema.optional() }).catch({}),
});

export type WindowBounds = z.infer<typeof boundsSchema>;
type Settings = z.infer<typeof settingsSchema>;

/** What the shell remembers between starts. */
export interface ShellSettings {
  readonly current: Settings;
  change(changes: Partial<Settings>): void;
}

/** Reads the settings; what is missing or damaged is as it is at a first start. */
export function openShellSettings(file: string): ShellSettings {
  let current = read(file);
  return {
    get current() {
      return current;
    },
    change(changes) {
      current = { ...current, ...changes };
      write(file, current);
    },
  };
}

function read(file: string): Settings {
  try {
    return settingsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Missing at the first start; and a window that opens in the middle is no loss.
    return { language: null, windows: {} };
  }
}

function write(file: string, settings: Settings): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.new`, JSON.stringify(settings), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch (error) {
    // A full or read-only disk must not keep a window from closing.
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}
