import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** A file system of its own, as small as a test wants it. */
export interface SmallDisk {
  readonly folder: string;
  makeReadOnly(): void;
  unmount(): void;
}

/** Mounts a tmpfs of that size. Only root on Linux can. */
export function mountSmallDisk(kibibytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'disk-'));
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${String(kibibytes)}k`, 'tmpfs', folder]);
  return {
    folder,
    makeReadOnly: () => void execFileSync('mount', ['-o', 'remount,ro', folder]),
    unmount() {
      execFileSync('umount', [folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

/** Whether this machine lets us mount; tests on small disks are skipped where it does not. */
export function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    mountSmallDisk(64).unmount();
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}
