import type { RefusalCode } from '../../../shared/contributions/refusal.ts';

/** Why the host did not take a contribution. */
export const englishRefusals: Readonly<Record<RefusalCode, string>> = {
  invalid: 'Something is missing, or it holds characters that cannot be printed.',
  'too-large': 'The text is too long. Please divide it into several contributions.',
  'id-mismatch': 'The contribution is filed under a wrong id. Please write it anew.',
  'id-taken': 'There is another contribution under this id already. Please write it anew.',
  'foreign-institution': 'The contribution speaks for another institution.',
  'author-unknown': 'The invitation with which it was written does not belong to this institution.',
  'round-closed': 'The round is closed. If it is opened again, the contribution is taken by itself.',
  'round-unknown': 'The contribution belongs to another round than the one that is open.',
  'not-invited': 'The institution is not invited to this round.',
  'place-closed': 'This round does not ask about this place.',
  'decision-unknown': 'The proposal of moderation that it answers no longer holds.',
  'target-unknown': 'The contribution to which it refers has not arrived.',
  'too-many': 'The institution has submitted as many contributions as can be taken.',
  'changed-after-submission':
    'The contribution was changed after it was submitted. What arrived first holds.',
};
