import { z } from 'zod';
import { readSampleFile } from './sample-texts.ts';

const ids = z.array(z.string());
const split = z.array(z.strictObject({ from: z.string(), into: ids.min(2) }));
const merged = z.array(z.strictObject({ from: ids.min(2), into: z.string() }));
const part = z.strictObject({
  kept: ids,
  renamed: ids,
  moved: ids,
  split,
  merged,
  new: ids,
  dropped: ids,
});

const lineageSchema = z.strictObject({
  steps: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      goals: z.strictObject({
        kept: ids,
        reworded: ids,
        moved: ids,
        movedAndReworded: ids,
        regrouped: ids,
        kindChanged: ids,
        split,
        merged,
        new: ids,
        dropped: ids,
      }),
      subpoints: z.strictObject({ kept: ids, reworded: ids, moved: ids, new: ids, dropped: ids }),
      chapters: part,
      sections: part,
      fields: part,
      institutions: z.strictObject({ joined: ids, left: ids, renamed: ids }),
    }),
  ),
});

export type LineageStep = z.infer<typeof lineageSchema>['steps'][number];
export type GoalLineage = LineageStep['goals'];
export type PartLineage = z.infer<typeof part>;

/** What `resources/sample/lineage.json` says of each pair of neighbouring editions. */
export function readLineage(): readonly LineageStep[] {
  return lineageSchema.parse(JSON.parse(readSampleFile('lineage.json'))).steps;
}
