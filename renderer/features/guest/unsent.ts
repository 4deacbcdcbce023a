import type { Profile } from '../../../shared/schema/profile.ts';
import type { DeviceCopy } from '../../client/device-copy.ts';
import { documentOfUpdate, notTaken, type NotTaken } from '../status/not-taken.ts';

/** A text of this device as it is, and what the host has of it. */
export type UnsentSource = Pick<DeviceCopy, 'own' | 'host'>;

/**
 * What was written on this device and is not on the host, goal by goal. Where nobody knows what the host has, it is the
 * whole text, so that nothing is left behind; null where even that cannot be read.
 */
export function unsentParts({ own, host }: UnsentSource, profile: Profile): readonly NotTaken[] | null {
  const written = documentOfUpdate(own);
  if (written === null || (written.content ?? []).length === 0) return null;
  const known = host === null ? null : documentOfUpdate(host);
  return notTaken(written, known ?? { type: 'leitbild' }, profile);
}

/** The words of a file that holds such parts. */
export interface UnsentFileWords {
  readonly heading: string;
  readonly removed: string;
  readonly written: (when: string) => string;
}

/** The parts as a text that can be read and copied without this program. */
export function unsentText(parts: readonly NotTaken[], words: UnsentFileWords, when: string): string {
  const lines = parts.map(({ name, own }) => `${name}\n${own === '' ? words.removed : own}`);
  return `${[words.heading, words.written(when), ...lines].join('\n\n')}\n`;
}
