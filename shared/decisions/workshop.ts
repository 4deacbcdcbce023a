import type { Doc } from 'yjs';
import { z } from 'zod';
import { limits } from '../contributions/limits.ts';
import { plainString } from '../contributions/plain-string.ts';
import { ID_PATTERN, institutionId, workshopId } from '../ids/ids.ts';
import { performWrite } from '../rooms/named-writes.ts';
import { sharedTypes } from '../rooms/rooms.ts';

const ID = z.string().regex(ID_PATTERN);

/** Arbeitstreffen: where contributions are talked over and decided. */
export const workshopSchema = z.strictObject({
  id: ID.transform(workshopId),
  title: plainString(200).trim().min(1),
  /** The day, `YYYY-MM-DD`. */
  date: z.iso.date(),
  place: plainString(200).trim(),
  /** The institutions that were there. */
  institutions: z.array(ID.transform(institutionId)).max(2_000),
  notes: plainString(limits.body, { lines: true }),
});

export type Workshop = Readonly<z.infer<typeof workshopSchema>>;

/** All workshops of the process room, newest first: by their day, then by id. What fits no schema is left out. */
export function listWorkshops(process: Doc): readonly Workshop[] {
  const workshops: Workshop[] = [];
  for (const id of process.getMap<unknown>(sharedTypes.process.workshops).keys()) {
    const workshop = workshopOf(process, id);
    if (workshop) workshops.push(workshop);
  }
  const keyOf = ({ date, id }: Workshop): string => `${date} ${id}`;
  return workshops.sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1));
}

/** The workshop with this id; `undefined` where there is none that can be read. */
export function workshopOf(process: Doc, id: string): Workshop | undefined {
  const parsed = workshopSchema.safeParse(process.getMap<unknown>(sharedTypes.process.workshops).get(id));
  return parsed.success && parsed.data.id === id ? parsed.data : undefined;
}

/** Adds a workshop or changes one. Throws a `ZodError` where it does not fit the schema; then nothing is written. */
export function writeWorkshop(process: Doc, workshop: Workshop): void {
  const checked = workshopSchema.parse(workshop);
  performWrite(process, 'workshop.write', () => {
    process.getMap<unknown>(sharedTypes.process.workshops).set(checked.id, checked);
  });
}
