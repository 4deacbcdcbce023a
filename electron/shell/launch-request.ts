import { extname, resolve } from 'node:path';
import type { DeskIntent } from '../../shared/api/app-address.ts';

/** The protocol of our links, as the system knows it. */
export const PROTOCOL = 'leitbild';

/** What somebody wants who starts the program, double-clicks a file or follows a link. */
export interface LaunchRequest {
  readonly intents: readonly DeskIntent[];
  readonly language: 'de' | 'en' | null;
}

/**
 * Reads the arguments of a start: files, `leitbild:` links and `--lang=…`. Everything else is Chromium's or nobody's.
 * Relative paths are of the folder in which the program was called.
 */
export function readLaunch(argv: readonly string[], folder: string): LaunchRequest {
  const intents = argv.flatMap((argument): readonly DeskIntent[] => {
    if (argument.startsWith('-')) return [];
    // Any page may follow a link of ours with any words in it: it is never the path of a file.
    if (isDeepLink(argument)) {
      const link = readDeepLink(argument);
      return link === null ? [] : [{ kind: 'join', link }];
    }
    return ['.leitbild', '.leitbild-runde'].includes(extname(argument).toLowerCase())
      ? [{ kind: 'open', path: resolve(folder, argument) }]
      : [];
  });
  const language = argv.find((argument) => argument.startsWith('--lang='))?.slice('--lang='.length);
  return { intents, language: language === 'de' || language === 'en' ? language : null };
}

/**
 * The join link within a link of our protocol: `leitbild://join#link=<the link, encoded>`, or `leitbild:` before the
 * link itself; null where it is neither. Whether the link is any good, the start screen says.
 */
export function readDeepLink(address: string): string | null {
  if (!isDeepLink(address)) return null;
  const rest = address.trimStart().slice(PROTOCOL.length + 1);
  if (/^https?:\/\//i.test(rest)) return rest;
  const match = /^\/\/join\/?[#?](.*)$/i.exec(rest);
  const link = match === null ? null : new URLSearchParams(match[1]).get('link');
  return link === null || link === '' ? null : link;
}

function isDeepLink(argument: string): boolean {
  return argument.trimStart().toLowerCase().startsWith(`${PROTOCOL}:`);
}
