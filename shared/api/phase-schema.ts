import { z } from 'zod';

/** The phase as it crosses the wire; see `Phase` in `shared/rights`. */
export const phaseSchema = z.strictObject({
  text: z.enum(['open', 'locked']),
  contributions: z.enum(['open', 'answers', 'closed']),
  voices: z.enum(['moderation', 'everyone']),
});
