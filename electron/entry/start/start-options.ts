import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { AppLanguage } from '../../../shared/api/app-address.ts';

/** What `npm start` was asked for. */
export interface StartOptions {
  /** Absolute; null for the start screen. */
  readonly file: string | null;
  /** Whether the browser is opened where there is no window of our own. */
  readonly open: boolean;
  /** 0 takes any free one. */
  readonly port: number;
  /** Whether the browser is wanted even where there could be a window. */
  readonly browser: boolean;
  /** Null where none was asked for: the window keeps its own. */
  readonly language: AppLanguage | null;
}

/** Reads the arguments of `npm start`; null where they make no sense. Relative paths are of the folder `calledIn`. */
export function readStartOptions(argv: readonly string[], calledIn: string): StartOptions | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        'no-open': { type: 'boolean', default: false },
        browser: { type: 'boolean', default: false },
        port: { type: 'string', default: '0' },
        lang: { type: 'string' },
      },
    });
    const [file, ...more] = positionals;
    const { lang } = values;
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN;
    if (more.length > 0 || !(port <= 65_535) || (lang !== undefined && lang !== 'de' && lang !== 'en'))
      return null;
    return {
      file: file === undefined ? null : resolve(calledIn, file),
      open: !values['no-open'],
      // A port is of no use to a window of our own.
      browser: values.browser || values['no-open'] || port !== 0,
      ...{ port, language: lang ?? null },
    };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
