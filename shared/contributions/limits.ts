/** How much a contribution may hold, in UTF-16 code units. A body of the full length still fits one frame. */
export const limits = {
  body: 10_000,
  wording: 10_000,
  quote: 4_000,
  /** Characters before and after a quoted passage that an anchor remembers. */
  context: 32,
  /** Submitted records per institution. */
  submittedPerInstitution: 5_000,
} as const;
