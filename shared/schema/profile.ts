import { z } from 'zod';
import { appError } from '../errors/errors.ts';
import { fail, ok, type Result } from '../errors/result.ts';

const identifier = z.string().regex(/^[a-z][a-zA-Z0-9-]{0,39}$/);
const label = z.string().min(1).max(120);

const numberStyle = z.enum(['decimal', 'lower-alpha', 'upper-alpha', 'lower-roman', 'upper-roman', 'none']);

const numberRule = z.strictObject({
  /** How the counter is written; `none` leaves the node unnumbered. */
  style: numberStyle,
  /** Printed before the counter, as in "L3". */
  prefix: z.string().max(12).default(''),
  /** Printed after the counter where it stands alone, as in "a)". */
  suffix: z.string().max(4).default(''),
  /** Printed between the parent's full number and this one; `null` leaves the parent's number out. */
  separator: z.string().max(4).nullable().default('.'),
});

const goalKind = z.strictObject({
  id: identifier,
  singular: label,
  plural: label,
  /** Printed weight: 1 is set most prominently. Kinds may share a rank. */
  rank: z.int().min(1).max(6),
  /** Kinds of goals this one may stand under; an empty list means directly in a field, section or chapter. */
  under: z.array(identifier).default([]),
  number: numberRule,
  /** Where the counter begins again: in each field, or in each labelled group. */
  restart: z.enum(['field', 'group']).default('field'),
  /** Other headings that mean this kind in imported texts, besides singular and plural. */
  aliases: z.array(label).default([]),
});

const profileSchema = z
  .strictObject({
    format: z.literal('leitbild-profile'),
    version: z.literal(1),
    id: identifier,
    name: label,
    language: z.enum(['de', 'en']),
    /** What the kinds of nodes are called in this municipality. */
    labels: z.strictObject({
      foreword: label,
      preface: label,
      chapter: label,
      section: label,
      actionField: label,
      subpoint: label,
      participants: label,
    }),
    goalKinds: z.array(goalKind).min(1).max(12),
    numbering: z.strictObject({
      chapter: numberRule,
      section: numberRule,
      actionField: numberRule,
      /** One rule for each depth of subpoints; the last one serves all that are deeper. */
      subpoints: z.array(numberRule).min(1),
      footnote: z.strictObject({ style: numberStyle, restart: z.enum(['document', 'chapter']) }),
    }),
    /** What an importer reads as structure besides the labels above. Case and final punctuation are ignored. */
    importing: z.strictObject({
      forewordOpenings: z.array(label),
      forewordHeadings: z.array(label),
      participantHeadings: z.array(label),
    }),
  })
  .superRefine((profile, context) => {
    const known = new Set<string>();
    profile.goalKinds.forEach((kind, index) => {
      if (known.has(kind.id)) {
        context.addIssue({
          code: 'custom',
          path: ['goalKinds', index, 'id'],
          message: 'twice the same goal kind',
        });
      }
      known.add(kind.id);
    });
    profile.goalKinds.forEach((kind, index) => {
      if (kind.under.some((id) => !known.has(id) || id === kind.id)) {
        context.addIssue({
          code: 'custom',
          path: ['goalKinds', index, 'under'],
          message: 'no such goal kind',
        });
      }
    });
  });

/**
 * What differs between municipalities and between editions of one: the goal kinds and how they nest, what things
 * are called, how they are numbered. Data, stored in the workspace and frozen with every edition.
 */
export type Profile = z.infer<typeof profileSchema>;
export type GoalKind = Profile['goalKinds'][number];
export type NumberRule = z.infer<typeof numberRule>;
export type NumberStyle = z.infer<typeof numberStyle>;

/**
 * Reads a profile from JSON that anybody may have written.
 * Fails with `profile-invalid`, which names the first place that does not fit.
 */
export function parseProfile(value: unknown, path: string): Result<Profile> {
  const parsed = profileSchema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return fail(
    appError('profile-invalid', { path, place: issue?.path.join('.') ?? '', reason: issue?.message ?? '' }),
  );
}

/** The kind with this id, or `undefined` where the profile lacks it. */
export function goalKindOf(profile: Profile, id: string): GoalKind | undefined {
  return profile.goalKinds.find((kind) => kind.id === id);
}

/** The kinds that may stand directly in a field, section or chapter, in the profile's order. */
export function topGoalKinds(profile: Profile): readonly GoalKind[] {
  return profile.goalKinds.filter((kind) => kind.under.length === 0);
}

/** The key under which goals of this kind are counted in reports: its plural in lower case ("leitziele"). */
export function countKeyOf(kind: GoalKind): string {
  return kind.plural.toLocaleLowerCase('de').replaceAll(/\s+/g, '-');
}
