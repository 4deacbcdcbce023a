import type { Doc } from 'yjs';
import { z } from 'zod';
import { limits } from '../contributions/limits.ts';
import { plainString } from '../contributions/plain-string.ts';
import { ID_PATTERN } from '../ids/ids.ts';
import { performWrite } from '../rooms/named-writes.ts';
import { sharedTypes } from '../rooms/rooms.ts';

/** A reason that recurs. Who decides takes its text over and goes on writing: a decision keeps no tie to it. */
export const reasonBlockSchema = z.strictObject({
  id: z.string().regex(ID_PATTERN),
  title: plainString(200).trim().min(1),
  text: plainString(limits.body, { lines: true }).min(1),
});

export type ReasonBlock = Readonly<z.infer<typeof reasonBlockSchema>>;

const german = new Intl.Collator('de', { sensitivity: 'variant', numeric: true });

/** All recurring reasons in the order of a German index. What fits no schema is left out. */
export function listReasonBlocks(process: Doc): readonly ReasonBlock[] {
  const blocks: ReasonBlock[] = [];
  for (const [id, value] of process.getMap<unknown>(sharedTypes.process.reasonBlocks).entries()) {
    const parsed = reasonBlockSchema.safeParse(value);
    if (parsed.success && parsed.data.id === id) blocks.push(parsed.data);
  }
  return blocks.sort((a, b) => german.compare(a.title, b.title) || (a.id < b.id ? -1 : 1));
}

/** Adds a reason or changes one. Throws a `ZodError` where it does not fit the schema; then nothing is written. */
export function writeReasonBlock(process: Doc, block: ReasonBlock): void {
  const checked = reasonBlockSchema.parse(block);
  performWrite(process, 'reason-block.write', () => {
    process.getMap<unknown>(sharedTypes.process.reasonBlocks).set(checked.id, checked);
  });
}

/** Takes a reason away. False where there is none. */
export function removeReasonBlock(process: Doc, id: string): boolean {
  const blocks = process.getMap<unknown>(sharedTypes.process.reasonBlocks);
  if (!blocks.has(id)) return false;
  performWrite(process, 'reason-block.write', () => blocks.delete(id));
  return true;
}
