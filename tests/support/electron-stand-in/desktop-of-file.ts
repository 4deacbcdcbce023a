import { rmSync } from 'node:fs';
import { beforeAll } from 'vitest';
import { copyOfDesktop } from '../built-desktop.ts';

/** A copy of the built program for the tests of a file, or of a `describe`; its folder can be asked for while they run. */
export function desktopOfFile(): { readonly program: string } {
  let program: string | null = null;
  beforeAll(() => {
    const copy = copyOfDesktop();
    program = copy.program;
    return () => rmSync(copy.folder, { recursive: true, force: true });
  });
  return {
    get program() {
      if (program === null) throw new Error('the program of the file is there only while its tests run');
      return program;
    },
  };
}
